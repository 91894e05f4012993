"""Atom and RSS: what is new among activities and works."""

from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from plaza.activities.models import Activity
from plaza.activities.queries.activities import visible_activities
from plaza.library.models import Resource
from plaza.library.queries import newest_resources
from plaza.network.queries import the_network
from plaza.web.text import writable

MOST = 30
FORMATS = {"atom": Atom1Feed, "rss": Rss201rev2Feed}


class NewFeed(Feed):  # type: ignore[type-arg]
    """What both feeds share."""

    page: str

    def __init__(self, format: str) -> None:
        self.feed_type = FORMATS[format]

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The viewer: a feed shows what she may see."""
        return request.user

    def link(self) -> str:
        """The page of the list, whatever host was asked."""
        return f"{settings.PLAZA_ADDRESS}{reverse(self.page)}"

    def item_title(self, item: Any) -> str:
        """Its title in the reader's language."""
        return writable(str(item.title))

    def item_description(self, item: Any) -> str:
        """A few words; readers of feeds take them for HTML."""
        return escape(self.words_of(item))

    def words_of(self, item: Any) -> str:
        """What stands under the title."""
        raise NotImplementedError

    def item_link(self, item: Any) -> str:
        """Its full address, whatever host was asked."""
        return f"{settings.PLAZA_ADDRESS}{item.get_absolute_url()}"


class ActivityFeed(NewFeed):
    """The newest public activities."""

    page = "activities:index"

    def title(self) -> str:
        """Whose activities."""
        return _("%(network)s: activities") % {"network": the_network()}

    def items(self, obj: Any) -> list[Activity]:
        """The last published first."""
        found = visible_activities(obj).filter(published_at__isnull=False)
        return list(found.order_by("-published_at", "-pk")[:MOST])

    def words_of(self, item: Activity) -> str:
        """Heading, and when."""
        return writable(". ".join(part for part in (str(item.heading), item.when) if part))

    def item_pubdate(self, item: Activity) -> Any:
        """Since when everybody sees it."""
        return item.published_at


class ResourceFeed(NewFeed):
    """The newest works."""

    page = "library:index"

    def title(self) -> str:
        """Whose library."""
        return _("%(network)s: library") % {"network": the_network()}

    def items(self, obj: Any) -> list[Resource]:
        """The last added first."""
        return list(newest_resources(obj, MOST))

    def words_of(self, item: Resource) -> str:
        """Its summary."""
        return writable(str(item.summary))

    def item_pubdate(self, item: Resource) -> Any:
        """When it came into the library."""
        return item.added_at
