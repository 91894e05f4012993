import datetime as dt
import gzip

import brotli
import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

from plaza.activities.actions import edit_activity
from plaza.ledger.shelf import Shelf, kept
from plaza.library.actions import record_topic
from plaza.web.tests.visits import visit

pytestmark = pytest.mark.django_db


class Site:
    """A site of one page that says how often it was made."""

    def __init__(self, *rooms, cookie=False, status=200, viewer=None):
        self.made = 0
        self.request = HttpRequest()
        self.request.user = viewer or AnonymousUser()
        self.rooms, self.cookie, self.status = rooms, cookie, status

    def __call__(self, environ, start):
        @kept(*self.rooms)
        def view(request):
            self.made += 1
            return HttpResponse(f"made {self.made} times".encode(), status=self.status)

        answer = view(self.request)
        if self.cookie:
            answer.set_cookie("csrftoken", "x")
        headers = [
            *answer.items(),
            *[("Set-Cookie", c.OutputString()) for c in answer.cookies.values()],
        ]
        start(f"{answer.status_code} X", headers)
        return [answer.content]


def test_an_unchanged_page_is_made_once(rivers):
    site = Site("activities")
    shelf = Shelf(site)

    assert visit(shelf, "/a/").body == b"made 1 times"
    assert visit(shelf, "/a/").body == b"made 1 times"
    assert visit(shelf, "/a/?page=2").body == b"made 2 times"


def test_a_page_is_made_anew_after_a_deed_in_a_room_it_reads(rivers, dora):
    shelf = Shelf(Site("activities"))
    visit(shelf, "/a/")
    edit_activity(rivers, by=dora, venue_city="Tbilisi")

    assert visit(shelf, "/a/").body == b"made 2 times"


def test_a_page_stays_after_a_deed_in_another_room(rivers, dora):
    shelf = Shelf(Site("activities"))
    visit(shelf, "/a/")
    record_topic(name="Film", by=dora)

    assert visit(shelf, "/a/").body == b"made 1 times"


def test_a_deed_during_the_making_of_a_page_makes_it_anew_next_time(rivers, dora):
    site = Site("activities")

    def slow(environ, start):
        body = site(environ, start)
        if site.made == 1:
            edit_activity(rivers, by=dora, venue_city="Tbilisi")
        return body

    shelf = Shelf(slow)
    visit(shelf, "/a/")

    assert visit(shelf, "/a/").body == b"made 2 times"


def test_time_alone_makes_a_page_anew(rivers, monkeypatch):
    shelf = Shelf(Site("activities"))
    visit(shelf, "/a/")
    monkeypatch.setattr("plaza.ledger.shelf.timezone.now", lambda: dt.datetime(2999, 1, 1))

    assert visit(shelf, "/a/").body == b"made 2 times"


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_COOKIE": "sessionid=1"},
        {"HTTP_COOKIE": "a=b; messages=x"},
        {"HTTP_COOKIE": 'consent={"a":1}; sessionid=1'},
        {"HTTP_COOKIE": "a/b=1; sessionid=1"},
        {"HTTP_HX_REQUEST": "true"},
    ],
)
def test_people_who_signed_in_and_parts_of_pages_are_never_served_from_the_shelf(rivers, headers):
    shelf = Shelf(Site("activities"))
    visit(shelf, "/a/")

    assert visit(shelf, "/a/", **headers).body == b"made 2 times"


def test_a_page_made_for_somebody_is_not_kept(rivers, dora):
    shelf = Shelf(Site("activities", viewer=dora))
    visit(shelf, "/a/")

    assert visit(shelf, "/a/").body == b"made 2 times"


def test_a_page_that_sets_a_cookie_is_not_kept(rivers):
    shelf = Shelf(Site("activities", cookie=True))
    visit(shelf, "/a/")

    assert visit(shelf, "/a/").body == b"made 2 times"


def test_only_whole_pages_are_kept(rivers):
    shelf = Shelf(Site("activities", status=404))
    visit(shelf, "/a/")

    assert visit(shelf, "/a/").body == b"made 2 times"


def test_a_browser_that_has_the_page_is_told_so(rivers):
    shelf = Shelf(Site("activities"))
    first = visit(shelf, "/a/")
    again = visit(shelf, "/a/", HTTP_IF_NONE_MATCH=first.headers["ETag"])

    assert (again.status, again.body) == ("304 Not Modified", b"")


@pytest.mark.parametrize(
    ("asked", "undo"),
    [
        ("br, gzip", brotli.decompress),
        ("br;q=0, gzip", gzip.decompress),
        ("br;q=0.0, gzip; q=0.5", gzip.decompress),
        ("br;q=0, identity", bytes),
        ("", bytes),
    ],
)
def test_a_page_comes_compressed_as_the_browser_asks(rivers, asked, undo):
    shelf = Shelf(Site("activities"))

    assert undo(visit(shelf, "/a/", HTTP_ACCEPT_ENCODING=asked).body) == b"made 1 times"


def test_the_mark_of_the_rooms_never_leaves(rivers):
    shelf = Shelf(Site("activities"))

    assert "X-Plaza-Rooms" not in visit(shelf, "/a/").headers
    assert "X-Plaza-Rooms" not in visit(shelf, "/a/", HTTP_HX_REQUEST="true").headers


def test_the_shelf_never_holds_more_than_it_may(rivers):
    shelf = Shelf(Site("activities"), most_bytes=7_000)
    for page in range(20):
        visit(shelf, f"/a/?page={page}")

    assert 0 < shelf.bytes <= 7_000
    assert shelf.bytes == sum(page.weight for page in shelf.pages.values())


def test_a_deed_clears_away_every_page_that_it_changed(rivers, dora):
    shelf = Shelf(Site("activities"))
    for page in range(3):
        visit(shelf, f"/a/?page={page}")
    edit_activity(rivers, by=dora, venue_city="Tbilisi")
    visit(shelf, "/a/?page=0")

    assert [key[-1] for key in shelf.pages] == ["page=0"]
    assert shelf.bytes == sum(page.weight for page in shelf.pages.values())


def test_a_page_is_kept_packed_only(rivers):
    shelf = Shelf(Site("activities"))
    visit(shelf, "/a/")

    (page,) = shelf.pages.values()
    assert sorted(page.bodies) == ["br", "gzip"]
