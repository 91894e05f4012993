import datetime as dt

import pytest
from pytest_django.asserts import assertRedirects

from plaza.figures.models import OpeningBalance, PublishedFigure, Release
from plaza.figures.tests.makers import freeze, make_2022, make_activity, print_2022, text

pytestmark = pytest.mark.django_db


def test_desk_is_for_the_desk(client, ben):
    client.force_login(ben)

    assert [
        client.get(address).status_code
        for address in (
            "/desk/figures/",
            "/desk/figures/printed/",
            "/desk/figures/totals/",
            "/desk/figures/2022/freeze/",
        )
    ] == [403] * 4


def test_desk_says_which_years_have_no_release(client, emil):
    make_activity(emil)
    client.force_login(emil)

    before = text(client.get("/desk/figures/"))
    freeze(emil)

    assert "One year has activities and no release." in before
    assert "Every year with activities has a release." in text(client.get("/desk/figures/"))


def test_freeze_makes_a_release_and_leads_to_it(client, dora):
    make_activity(dora)
    client.force_login(dora)

    answer = client.post(
        "/desk/figures/2022/freeze/",
        {"cut_off_on": "14.11.2022", "why": "Two hosts sent lists.", "is_public": "on"},
    )

    assertRedirects(answer, "/figures/2022/releases/1/")
    release = Release.objects.get()
    assert (release.cut_off_on, release.made_by) == (dt.date(2022, 11, 14), dora)


def test_freeze_shows_first_what_changed_and_takes_the_place_of_the_last_one(client, dora):
    make_activity(dora)
    first = freeze(dora)
    make_activity(dora, "Later")
    client.force_login(dora)

    shown = text(client.get("/desk/figures/2022/freeze/"))
    client.post("/desk/figures/2022/freeze/", {"cut_off_on": "2022-12-31", "why": "One more."})

    assert ("One figure changed since release 1." in shown, "1 became 2" in shown) == (True, True)
    assert Release.objects.get(number=2).supersedes == first


def test_freeze_without_a_reason_is_asked_for_it(client, dora):
    client.force_login(dora)

    answer = client.post("/desk/figures/2022/freeze/", {"cut_off_on": "2199-12-31", "why": "x"})

    assert (answer.status_code, Release.objects.count()) == (422, 0)
    assert "That day has not come yet." in text(answer)


def test_publish_and_hide_a_release(client, dora):
    freeze(dora)
    client.force_login(dora)
    seen = []

    for verb in ("hide", "publish"):
        assertRedirects(client.post(f"/desk/figures/2022/1/{verb}/"), "/desk/figures/")
        seen.append(Release.objects.get().is_public)

    assert seen == [False, True]
    assert client.post("/desk/figures/2022/9/hide/").status_code == 404


def test_printed_figures_are_typed_one_after_the_other(client, dora):
    client.force_login(dora)
    typed = {"indicator": "money", "number": "24354", "first_year": "2022", "source": "Overview"}

    answer = client.post("/desk/figures/printed/", typed)
    again = client.get(answer["Location"].removesuffix("#add"))

    figure = PublishedFigure.objects.get()
    assert (figure.number, figure.unit, figure.last_year) == (24354, "EUR", 2022)
    assert again.context["form"].initial["source"] == "Overview"
    assert "24,354 EUR" in text(again)


def test_printed_figure_without_a_source_is_not_kept(client, dora):
    client.force_login(dora)

    answer = client.post(
        "/desk/figures/printed/", {"indicator": "members", "number": "31", "first_year": "2022"}
    )

    assert (answer.status_code, PublishedFigure.objects.count()) == (422, 0)


def test_printed_figure_is_corrected_and_taken_out(client, dora):
    make_2022(dora)
    figure = PublishedFigure.objects.get(indicator="members")
    client.force_login(dora)
    address = f"/desk/figures/printed/{figure.pk}/"

    form = client.get(address).context["form"]
    typed = {name: value for name, value in form.initial.items() if value} | {"qualifier": "over"}
    assertRedirects(client.post(address, typed), "/desk/figures/printed/")
    figure.refresh_from_db()
    assertRedirects(client.post(f"{address}remove/"), "/desk/figures/printed/")

    assert (figure.qualifier, figure.number) == ("over", 31)
    assert PublishedFigure.objects.filter(indicator="members").count() == 0
    assert client.get(address).status_code == 404


def test_totals_are_kept_corrected_and_taken_out(client, dora):
    client.force_login(dora)
    typed = {
        "indicator": "activities",
        "first_year": "2011",
        "last_year": "2018",
        "value": "40",
        "source": "Report",
    }

    assertRedirects(client.post("/desk/figures/totals/", typed), "/desk/figures/totals/")
    refused = client.post("/desk/figures/totals/", typed | {"last_year": "2020"})
    balance = OpeningBalance.objects.get()
    address = f"/desk/figures/totals/{balance.pk}/"
    client.post(address, typed | {"value": "41"})
    balance.refresh_from_db()
    client.post(f"{address}remove/")

    assert (refused.status_code, "already have a total" in text(refused)) == (422, True)
    assert (balance.value, OpeningBalance.objects.count()) == (41, 0)


def test_a_printed_figure_leads_to_the_figures_it_stands_beside(client, dora):
    make_activity(dora, "Rivers")
    print_2022(dora)

    addresses = {one.get_absolute_url() for one in PublishedFigure.objects.all()}

    assert addresses == {"/figures/2022/now/"}
    assert "as printed" in text(client.get("/figures/2022/now/")).lower()
