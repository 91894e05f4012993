"""All kinds by their names, in the order in which they are accepted: what others point to first."""

from plaza.imports.kinds.activities import ACTIVITY
from plaza.imports.kinds.base import Kind
from plaza.imports.kinds.figures import FIGURE
from plaza.imports.kinds.organisations import CONTACT, ORGANISATION
from plaza.imports.kinds.programmes import PROGRAMME
from plaza.imports.kinds.resources import RESOURCE

KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (ORGANISATION, CONTACT, PROGRAMME, RESOURCE, ACTIVITY, FIGURE)
}
