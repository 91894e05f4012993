"""`{% written %}`: parts of pages for visitors."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

from plaza.activities.actions import edit_activity
from plaza.activities.models import Activity
from plaza.ledger.memory import Fragments, MomentMiddleware, moment
from plaza.library.actions import record_topic

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def show():
    """Write a part for a viewer, with a word in it that its rooms do not tell."""
    part = Template('{% written "activities" by key %}{{ word }}{% endwritten %}')

    def shown(word, key=1, viewer=None):
        request = RequestFactory().get("/")
        request.user = viewer or AnonymousUser()
        return part.render(Context({"request": request, "word": word, "key": key}))

    return shown


def test_a_part_is_written_once_for_visitors(show, rivers):
    assert [show("a"), show("b"), show("c", key=2)] == ["a", "a", "c"]


def test_a_deed_in_a_room_it_reads_writes_it_anew(show, rivers, dora):
    assert show("a") == "a"
    record_topic(name="Film", by=dora)
    assert show("b") == "a"
    edit_activity(rivers, by=dora, venue_city="Tbilisi")
    assert show("c") == "c"


def test_whoever_is_signed_in_reads_her_own_and_leaves_nothing(show, rivers, dora):
    assert show("hers", viewer=dora) == "hers"
    assert show("a") == "a"
    assert show("hers", viewer=dora) == "hers"


def test_a_part_names_its_rooms():
    with pytest.raises(TemplateSyntaxError, match="names the rooms"):
        Template("{% written %}{% endwritten %}")


def test_the_parts_asked_for_longest_ago_make_room():
    parts = Fragments(most_bytes=10)
    parts.keep("a", (1,), "12345")
    parts.keep("b", (1,), "12345")
    assert parts.find("a", (1,)) == "12345"
    parts.keep("c", (1,), "12345")
    assert [parts.find(key, (1,)) for key in "abc"] == ["12345", None, "12345"]
    assert parts.find("a", (2,)) is None
    assert parts.bytes == 5


def test_a_page_asks_for_the_ticks_once(rivers, django_assert_num_queries):
    def view(request):
        return moment(["activities"]), moment(["library"]), moment(["activities"])

    with django_assert_num_queries(1):
        first, other, again = MomentMiddleware(view)(RequestFactory().get("/"))
    assert (first == again, first == other) == (True, False)


def test_a_deed_within_a_page_moves_its_moment(rivers, dora):
    def view(request):
        before = moment(["activities"])
        edit_activity(Activity.objects.get(), by=dora, venue_city="Tbilisi")
        return before, moment(["activities"])

    before, after = MomentMiddleware(view)(RequestFactory().get("/"))
    assert before != after
