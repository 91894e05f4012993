"""Who may, in the library. A docstring is the sentence in docs/access.md."""

from typing import Any

from plaza.library.models import File, Resource
from plaza.network.rules import desk, insider
from plaza.web.rules import visitors_too


@visitors_too
def may_have(viewer: Any, subject: Resource | File) -> bool:
    """Everybody where the work is open, members where it is for members, else the desk."""
    resource = subject.resource if isinstance(subject, File) else subject
    if resource.access == Resource.Access.OPEN or desk(viewer):
        return True
    return resource.access == Resource.Access.MEMBERS and insider(viewer)
