import pytest

from plaza.activities.models import Activity, Involvement
from plaza.figures.models import PublishedFigure
from plaza.imports.actions import accept_draft, accept_sure, correct_draft, reject_draft
from plaza.imports.items import items_of
from plaza.imports.models import Draft, Provenance
from plaza.imports.tests.makers import OVERVIEW, an_overview, meadow, party, songs, the_year
from plaza.ledger.actions import IllegalMove
from plaza.network.actions import record_organisation
from plaza.network.models import Organisation
from plaza.programmes.models import Programme
from plaza.web.provenance import provenance_of
from plaza.web.refusals import Refused

pytestmark = pytest.mark.django_db


def states(draft):
    draft.refresh_from_db()
    return {(item.n, item.name): item.state for item in items_of(draft.fields)}


def number(draft, name):
    return next(item.n for item in items_of(draft.fields) if item.name == name)


def test_all_sure_ones_become_records_in_one_go(dora):
    document = an_overview(by=dora)

    assert accept_sure(document, by=dora) == 4

    one, other = Activity.objects.order_by("sort_title")
    assert (str(one), one.state, one.reporting_year) == ("Mapping the meadow", "postponed", 2031)
    assert (str(other), other.when, other.country_printed) == (
        "Songs by the river",
        "May 2031",
        "Croatia",
    )
    assert [(str(i.organisation), i.role) for i in other.involvements.all()] == [
        ("River School", "host")
    ]
    assert [(h.number, str(h.group), h.overlap) for h in other.headcounts.all()] == [
        (12, "singing", "unknown"),
        (5, "drumming", "unknown"),
    ]
    assert [(p.count, p.minutes, p.mode) for p in other.session_plans.all()] == [(2, 240, "online")]
    assert [o.stage for o in other.outcomes.all()] == ["delivered"]
    assert [o.stage for o in other.outputs.all()] == ["promised"]
    assert other.programme == Programme.objects.get(kind="year", year=2031)
    assert [f.number for f in PublishedFigure.objects.all()] == [4]


def test_a_new_host_is_of_the_country_that_is_printed_for_the_activity(dora):
    accept_sure(an_overview(by=dora), by=dora)

    assert dict(Organisation.objects.values_list("sort_name", "country")) == {
        "River School": "HR",
        "Meadow House": "UA",
    }


def test_a_doubtful_field_is_never_taken_with_the_sure_ones(dora):
    document = an_overview(by=dora)

    accept_sure(document, by=dora)

    draft = document.drafts.get(key="activity:songs-by-the-river")
    assert (draft.state, draft.waiting) == ("accepted", 1)
    assert [name for (_n, name), state in states(draft).items() if state == "waiting"] == ["link"]
    assert Activity.objects.get(sort_title="Songs by the river").links.count() == 0


def test_a_doubtful_title_leaves_the_whole_draft_to_a_person(dora):
    found = songs()
    unsure = [
        field
        if field.name != "title"
        else type(field)(field.name, field.printed, field.value, field.spans, 0.5, False)
        for field in found.fields
    ]
    document = an_overview(
        by=dora, founds=[type(found)(found.kind, found.key, tuple(unsure), found.spans)]
    )

    assert accept_sure(document, by=dora) == 0

    assert document.drafts.get().fate == "doubtful"
    assert not Activity.objects.exists()


def test_activities_are_seen_by_everybody_once_all_sure_ones_are_accepted(dora):
    accept_sure(an_overview(by=dora), by=dora)

    assert set(Activity.objects.values_list("visibility", flat=True)) == {"public"}


def test_an_activity_stays_at_the_desk_until_the_last_draft_is_settled(dora):
    document = an_overview(by=dora)
    first, second, *others = document.drafts.all()

    accept_draft(first, by=dora)
    assert Activity.objects.get().visibility == "desk"

    reject_draft(second, by=dora)
    for draft in others:
        accept_draft(draft, by=dora)
    assert Activity.objects.get().visibility == "public"


def test_of_two_clicks_at_once_one_makes_the_record_and_one_is_told_so(dora):
    document = an_overview(by=dora)
    draft = document.drafts.first()
    twin = Draft.objects.get(pk=draft.pk)

    accept_draft(draft, by=dora)
    with pytest.raises(Refused):
        accept_draft(twin, by=dora)

    assert Activity.objects.count() == 1


def test_reject_settles_a_draft_once(dora):
    draft = an_overview(by=dora).drafts.first()

    reject_draft(draft, by=dora)

    with pytest.raises(IllegalMove):
        reject_draft(draft, by=dora)
    assert not Activity.objects.exists()


def test_fields_that_are_not_taken_go_on_waiting_and_can_be_taken_later(dora):
    draft = an_overview(by=dora).drafts.first()
    taken = {number(draft, "title"), number(draft, "reporting_year"), number(draft, "host")}

    activity = accept_draft(draft, by=dora, take=taken)
    assert activity.outcomes.count() == 0

    draft.refresh_from_db()
    accept_draft(draft, by=dora)
    assert activity.outcomes.count() == 1
    accept_draft(draft.document.drafts.get(kind="programme"), by=dora)
    draft.refresh_from_db()
    assert (draft.state, draft.waiting) == ("accepted", 0)


def test_an_activity_joins_its_programme_when_that_is_accepted_later(dora):
    document = an_overview(by=dora)
    activity = accept_draft(document.drafts.first(), by=dora)
    assert activity.programme is None

    programme = accept_draft(document.drafts.get(kind="programme"), by=dora)

    activity.refresh_from_db()
    assert activity.programme == programme


def test_a_field_that_is_left_out_never_reaches_the_record(dora):
    draft = an_overview(by=dora).drafts.first()

    activity = accept_draft(draft, by=dora, leave={number(draft, "outcome")})

    assert activity.outcomes.count() == 0
    assert states(draft)[number(draft, "outcome"), "outcome"] == "left"


def test_a_corrected_value_is_what_the_record_gets_and_the_printed_words_stay(dora):
    draft = an_overview(by=dora).drafts.first()

    correct_draft(draft, by=dora, values={number(draft, "title"): "Songs on the river"})
    activity = accept_draft(draft, by=dora)

    assert str(activity) == "Songs on the river"
    source = Provenance.objects.get(subject_type__model="activity", field="title")
    assert source.printed == "Songs by the river"


def test_without_a_year_nothing_is_made(dora):
    document = an_overview(by=dora, founds=[meadow()])
    draft = document.drafts.get()

    with pytest.raises(Refused) as refusal:
        accept_draft(draft, by=dora)

    assert str(refusal.value) == "Write for which year the activity counts."
    assert not Activity.objects.exists()


def test_a_host_that_two_records_name_is_made_once(dora):
    other = meadow(
        host=("River School", party("River School")),
        country=("Croatia", {"code": "HR", "printed": "Croatia"}),
    )
    document = an_overview(by=dora, founds=[songs(), other, the_year()])

    accept_sure(document, by=dora)

    assert Organisation.objects.filter(sort_name="River School").count() == 1
    assert Involvement.objects.filter(organisation__sort_name="River School").count() == 2


def test_a_name_that_is_known_in_another_country_is_asked_for(dora):
    record_organisation(name="River School", country="PT", by=dora)
    document = an_overview(by=dora)

    accept_sure(document, by=dora)

    draft = document.drafts.get(key="activity:songs-by-the-river")
    assert states(draft)[number(draft, "host"), "host"] == "waiting"
    assert not Involvement.objects.filter(organisation__sort_name="River School").exists()


def test_a_known_host_is_found_by_another_name(dora):
    school = record_organisation(name="School of the River", aliases=("River School",), by=dora)

    accept_sure(an_overview(by=dora), by=dora)

    assert school.involvements.count() == 1


def test_a_name_that_may_hold_several_organisations_waits_for_a_choice(dora):
    alternatives = [["River School", "Meadow House"], ["River School Meadow House"]]
    printed = "River School Meadow House"
    text = f"Peer Learning in 2031\nSongs by the river\nHost: {printed}\n"
    found = songs(
        text,
        **dict.fromkeys(
            ["period", "heading", "text", "country", "session_plan", "outcome", "output"]
        ),
        host=(printed, party(printed, split="offered", alternatives=alternatives)),
    )
    document = an_overview(by=dora, text=text, founds=[found, the_year(text)])
    draft = document.drafts.first()

    correct_draft(draft, by=dora, values={number(draft, "host"): {"names": alternatives[0]}})
    draft.refresh_from_db()
    activity = accept_draft(draft, by=dora)

    assert [str(one.organisation) for one in activity.involvements.all()] == alternatives[0]


def test_each_field_of_a_record_knows_its_place_in_the_document(dora):
    document = an_overview(by=dora)

    accept_sure(document, by=dora)

    activity = Activity.objects.get(sort_title="Songs by the river")
    found = Provenance.objects.filter(
        subject_type__model="activity", subject_id=str(activity.pk), document=document
    )
    told = {one.field: document.text[one.start : one.end] for one in found}
    assert told["host"] == "River School"
    assert told["period"] == "MAY 2031"
    assert "link" not in told


def test_a_record_says_of_each_field_once_where_it_is_from(dora):
    accept_sure(an_overview(by=dora), by=dora)

    told = provenance_of(Activity.objects.get(sort_title="Songs by the river"))

    fields = [one.field for one in told]
    assert sorted(fields) == sorted(set(fields))
    assert ("Host", "River School") in [(one.field, one.printed) for one in told]
    assert {one.document for one in told} == {"Peer Learning in 2031"}


def test_another_title_of_the_same_host_and_month_is_asked_for(dora):
    accept_sure(an_overview(by=dora), by=dora)
    text = OVERVIEW.replace("Songs by the river", "What we sang beside the water")
    told = "What we sang beside the water"
    found = songs(text, title=(told, told))
    later = an_overview(by=dora, text=text, name="later.txt", founds=[found, the_year(text)])

    accept_sure(later, by=dora)

    draft = later.drafts.get(kind="activity")
    assert (draft.state, draft.fate) == ("waiting", "doubtful")
    assert draft.doubts[0]["code"] == "record_near"
    assert Activity.objects.count() == 2


def test_a_figure_of_the_same_source_is_not_kept_twice(dora):
    accept_sure(an_overview(by=dora), by=dora)
    later = an_overview(by=dora, text=OVERVIEW + " ", name="later.txt")

    accept_sure(later, by=dora)

    assert later.drafts.get(kind="published_figure").state == "merged"
    assert PublishedFigure.objects.count() == 1
