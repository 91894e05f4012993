"""Each constraint of the library, broken once."""

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from plaza.ledger.actions import create
from plaza.library import actions
from plaza.library.models import Credit, Edition, File, Part, Resource, Topic
from plaza.web.refusals import Refused


def refused(model, **facts):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        model.objects.create(**facts)
    return str(error.value)


def test_a_topic_has_a_name(db):
    assert "topic_has_a_name" in refused(Topic, slug="x", sort_name="")


def test_a_work_has_a_title(db):
    assert "resource_has_a_title" in refused(Resource, slug="x", sort_title="")


def test_ages_go_up(make_work, system):
    work = make_work()

    with pytest.raises(Refused, match="from the younger to the older"):
        actions.edit_resource(work, age_from=6, age_to=3, by=system)


def test_a_work_is_not_merged_into_itself(make_work):
    work = make_work()

    with pytest.raises(IntegrityError, match="resource_is_merged_into_another"):
        Resource.objects.filter(pk=work.pk).update(merged_into=work)


def test_a_credit_names_somebody(make_work):
    assert "credit_names_somebody" in refused(Credit, resource=make_work())


def test_a_credit_is_given_once(make_work, make_house, system):
    house = make_house()
    work = make_work(behind=[house])

    with pytest.raises(Refused, match="already named in this role"):
        actions.add_credit(work, organisation=house, by=system)


def test_a_language_is_there_once(make_work, system):
    work = make_work()

    with pytest.raises(Refused, match="an edition in this language already"):
        actions.add_edition(work, language="en", title="Again", by=system)


def test_a_work_has_one_original(make_work, system):
    work = make_work()

    with pytest.raises(Refused, match="Another edition is the original"):
        actions.add_edition(work, language="uk", title="Ще", is_original=True, by=system)


def test_an_edition_has_language_and_title(make_work):
    told = refused(Edition, resource=make_work(), language="", title="x", folded="x")

    assert "edition_has_language_and_title" in told


def test_an_edition_has_words_to_be_found_by(make_work):
    told = refused(Edition, resource=make_work(), language="uk", title="x", folded="")

    assert "edition_has_words_to_be_found_by" in told


def test_a_part_is_not_inside_itself(package):
    part = package.parts.first()

    with pytest.raises(IntegrityError, match="part_is_not_inside_itself"):
        Part.objects.filter(pk=part.pk).update(parent=part)


@pytest.mark.parametrize("facts", [{}, {"url": "https://a.example/", "content": "library/x"}])
def test_a_file_is_stored_or_linked(make_work, facts):
    told = refused(File, resource=make_work(), checksum="x", size=1, **facts)

    assert "file_is_stored_or_linked" in told


def test_a_stored_file_has_its_checksum(make_work):
    told = refused(File, resource=make_work(), content="library/x")

    assert "file_stored_has_its_checksum" in told


def test_a_doubtful_link_says_why(package, system):
    with pytest.raises(Refused, match="Say why the link is doubtful"):
        actions.doubt_link(package.files.first(), note="", by=system)


def test_a_link_is_a_web_address(make_work, system):
    with pytest.raises(Refused, match=r"begins with https"):
        actions.add_link(make_work(), url="javascript:alert(1)", by=system)


def test_a_broken_constraint_saves_nothing(make_work, system):
    work = make_work()

    with pytest.raises(Refused):
        create(File(resource=work, content=ContentFile(b"", name="")), by=system)

    assert list(work.files.all()) == []
