"""Works, their editions and topics."""

import pytest

from plaza.ledger.models import Entry
from plaza.library import actions
from plaza.library.models import Resource, Topic
from plaza.web.refusals import Refused


def verbs(work):
    entries = Entry.objects.filter(room="library", subject_id=str(work.pk)).order_by("pk")
    return list(entries.values_list("verb", flat=True))


def test_a_work_is_entered_with_its_original(make_work):
    work = make_work("A book of walks", summary="In any weather.", year=2022)

    original = work.editions.get()
    assert (work.slug, work.sort_title, work.year) == ("a-book-of-walks", "A book of walks", 2022)
    assert (original.language, original.is_original, original.state) == ("en", True, "published")
    assert original.folded == "a book of walks in any weather."
    assert verbs(work) == ["create", "create"]


def test_a_title_that_is_a_word_of_the_address_gets_another_one(make_work):
    assert make_work("New").slug == "new-work"


def test_a_new_title_is_found_and_orders_the_work(make_work, system):
    work = make_work("Walks")

    actions.edit_edition(work.editions.get(), title="Élan outside", by=system)

    work.refresh_from_db()
    assert (work.sort_title, work.editions.get().folded) == ("Élan outside", "elan outside")


def test_an_edition_moves_from_announced_to_published(make_work, system):
    work = make_work()
    edition = actions.add_edition(work, language="uk", title="Ні", state="announced", by=system)

    for verb in ("begin", "submit", "publish", "withdraw"):
        actions.move_edition(edition, verb, by=system)

    assert edition.state == "withdrawn"
    assert verbs(work)[-4:] == ["begin", "submit", "publish", "withdraw"]


def test_a_published_edition_is_not_begun_again(make_work, system):
    with pytest.raises(Refused, match="is published now"):
        actions.move_edition(make_work().editions.get(), "begin", by=system)


def test_the_last_edition_is_not_taken_out(make_work, system):
    with pytest.raises(Refused, match="keeps one edition"):
        actions.remove_piece(make_work().editions.get(), by=system)


def test_topics_are_known_by_any_of_their_names(system, db):
    first = actions.topics_named(["Outdoor play", "Reflection"], by=system)
    second = actions.topics_named(["reflection", " outdoor  PLAY ", ""], by=system)

    assert second == [first[1], first[0]]
    assert Topic.objects.count() == 2


def test_a_withdrawn_work_comes_back(make_work, system):
    work = make_work()

    actions.withdraw_resource(work, note="printed twice", by=system)
    with pytest.raises(Refused, match="withdrawn already"):
        actions.withdraw_resource(work, by=system)
    actions.restore_resource(work, by=system)

    assert work.withdrawn_at is None
    assert verbs(work)[-2:] == ["withdraw", "restore"]


def test_merging_moves_what_the_other_lacks(make_work, package, make_house, system):
    house = make_house()
    twin = make_work("Walks, the same", behind=[house, "A printed name"], topics=["Outdoor play"])
    actions.add_edition(twin, language="hr", title="Šetnje", by=system)
    actions.add_link(twin, url="https://files.example/more.pdf", by=system)

    actions.merge_resource(twin, into=package, by=system)

    assert sorted(package.editions.values_list("language", flat=True)) == ["en", "hr", "uk"]
    assert sorted(str(credit) for credit in package.credits.all()) == [
        "A printed name",
        "Rivers Foundation",
    ]
    assert package.files.filter(url="https://files.example/more.pdf").count() == 1
    assert [topic.sort_name for topic in package.topics.all()] == ["Outdoor play"]
    assert Resource.objects.get(pk=twin.pk).merged_into == package


def test_a_file_belongs_to_the_edition_of_its_language_after_merging(make_work, package, system):
    twin = make_work("Walks, the same")
    english = twin.editions.get()
    link = actions.add_link(twin, url="https://files.example/more.pdf", edition=english, by=system)

    actions.merge_resource(twin, into=package, by=system)

    link.refresh_from_db()
    assert (link.resource, link.edition) == (package, package.editions.get(language="en"))


def test_a_name_behind_a_work_comes_last_after_one_was_taken_out(make_work, system):
    work = make_work(behind=["First", "Second", "Third"])
    actions.remove_piece(work.credits.get(name="First"), by=system)
    actions.add_credit(work, name="Fourth", by=system)
    assert [str(one) for one in work.credits.all()] == ["Second", "Third", "Fourth"]


def test_a_work_is_not_merged_twice(make_work, package, system):
    twin = make_work()
    actions.merge_resource(twin, into=package, by=system)

    with pytest.raises(Refused, match="Choose another work"):
        actions.merge_resource(package, into=twin, by=system)


def test_entering_recognises_names_and_leaves_it_to_the_desk(make_house, system):
    house = make_house("Hill School")

    work = actions.enter_resource(
        title="Walks",
        language="en",
        behind=[(house, ""), (None, "Somebody printed")],
        links=["https://files.example/a.pdf", "https://files.example/a.pdf"],
        by=system,
    )

    assert work.visibility == "desk"
    assert [str(credit) for credit in work.credits.all()] == ["Hill School", "Somebody printed"]
    assert [file.label for file in work.files.all()] == ["PDF"]
