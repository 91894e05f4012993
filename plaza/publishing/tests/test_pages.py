import datetime as dt
import io

import pytest
from django.contrib.messages import get_messages
from pypdf import PdfReader

from plaza.activities.actions import edit_activity, record_activity
from plaza.figures.actions import record_published_figure
from plaza.ledger.queries import entries_of
from plaza.post.actions import write
from plaza.publishing.actions import begin_overview, publish_overview
from plaza.publishing.models import Overview

pytestmark = pytest.mark.django_db


def text(answer):
    return answer.content.decode()


def test_the_first_page_of_an_empty_network_says_what_will_be_here(client):
    answer = client.get("/")

    assert answer.status_code == 200
    assert "The first activity will stand here." in text(answer)


def test_the_first_page_shows_what_is_on_and_the_year_in_figures(client, published):
    shown = text(client.get("/"))

    assert "Rivers" in shown
    assert "2022 in figures" in shown
    assert 'href="/figures/2022/' in shown


def test_the_first_page_says_lately_where_nothing_is_on(client, published):
    shown = text(client.get("/"))

    assert "<h2>Lately</h2>" in shown
    assert "Nothing runs today." in shown


def test_the_first_page_speaks_of_hatching_only_where_something_is_hatched(client, published, dora):
    assert "hatched" not in text(client.get("/"))

    record_published_figure(
        indicator="members",
        first_year=2022,
        last_year=2022,
        number="31",
        source="A leaflet",
        by=dora,
    )

    assert "hatched" in text(client.get("/"))


def test_a_sum_is_written_as_the_reader_writes_it(client, published, dora):
    record_published_figure(
        indicator="money",
        first_year=2022,
        last_year=2022,
        number="24354",
        unit="EUR",
        source="Overview",
        by=dora,
    )

    assert "€24,354" in text(client.get("/"))
    assert "24\xa0354\xa0€" in text(client.get("/uk/"))


def test_what_a_number_counts_stands_in_the_form_it_asks_for(client, published):
    english = text(client.get("/overviews/2022/"))

    assert '<p class="tile__number">1</p><p class="tile__what">activity</p>' in english
    assert '<p class="tile__number">1</p><p class="tile__what">member</p>' in english


def test_an_editor_finds_every_edition_in_every_language(client, published, emil):
    client.force_login(emil)
    desk = text(client.get("/desk/overviews/2022/"))

    links = [f"/overviews/2022.{one}" for one in ("pdf", "print.pdf", "docx")]
    links += [f"/overviews/2022.uk.{one}" for one in ("pdf", "print.pdf", "docx")]
    assert [one for one in links if f'href="{one}"' not in desk] == []


def test_the_list_of_overviews_offers_the_file_in_the_readers_language(client, published):
    assert 'href="/overviews/2022.pdf"' in text(client.get("/overviews/"))
    assert "/overviews/2022.uk.pdf" in text(client.get("/uk/overviews/"))


def test_the_first_page_speaks_ukrainian_at_its_own_address(client, published):
    shown = text(client.get("/uk/"))

    assert '<html lang="uk"' in shown
    assert "Річки" in shown


def test_an_overview_is_read_on_screen(client, published):
    shown = text(client.get("/overviews/2022/"))

    assert "The year of peer learning" in shown
    assert "19 on education and 9 on supervision" in shown


def test_words_in_another_language_say_so(client, published):
    page = client.get("/uk/overviews/2022/").content.decode()

    assert '<p class="lead"><span lang="en" dir="auto">A first paragraph.</span></p>' in page
    assert "англійська" in page
    assert '<h2 class="yearbook__title">Річки</h2>' in page


def test_a_draft_is_seen_by_the_desk_alone(client, overview, emil):
    assert client.get("/overviews/2022/").status_code == 404
    client.force_login(emil)
    assert client.get("/overviews/2022/").status_code == 200


def test_a_withdrawn_overview_is_gone_and_says_so(client, published, emil):
    client.force_login(emil)
    client.post("/desk/overviews/2022/withdraw/")
    client.logout()

    answer = client.get("/overviews/2022/")
    assert answer.status_code == 410


@pytest.mark.parametrize(
    ("address", "language"),
    [("/overviews/2022.pdf", "en-GB"), ("/overviews/2022.uk.pdf", "uk-UA")],
)
def test_the_pdf_comes_in_the_language_of_its_address(
    client, published, settings, tmp_path, address, language
):
    settings.PLAZA_DATA = tmp_path
    answer = client.get(address)

    assert answer["Content-Type"] == "application/pdf"
    assert PdfReader(io.BytesIO(answer.content)).trailer["/Root"]["/Lang"] == language


def test_the_same_records_give_the_same_file_once(client, published, settings, tmp_path):
    settings.PLAZA_DATA = tmp_path
    first = client.get("/overviews/2022.pdf").content
    second = client.get("/overviews/2022.pdf").content

    assert first == second
    assert len(list((tmp_path / "cache" / "overviews").iterdir())) == 1


def test_the_docx_can_be_opened(client, published, settings, tmp_path):
    settings.PLAZA_DATA = tmp_path

    assert client.get("/overviews/2022.docx").content[:2] == b"PK"


@pytest.mark.parametrize("edition", ["xx.pdf", "exe", "uk.exe", "uk"])
def test_an_edition_nobody_makes_is_not_found(client, published, edition):
    assert client.get(f"/overviews/2022.{edition}").status_code == 404


def test_today_greets_and_lists_what_waits(client, rivers, dora):
    client.force_login(dora)
    shown = text(client.get("/desk/"))

    assert "Good day, Dora." in shown


def test_letters_do_not_crowd_out_what_was_done_at_the_desk(client, rivers, dora):
    client.force_login(dora)
    edit_activity(rivers, by=dora, venue_city="Zagreb")
    for number in range(9):
        write(to="ben@plaza.example", kind="code", subject=f"Your code {number}", text="123456")

    shown = text(client.get("/desk/"))

    assert ("Dora changed it." in shown, "Your code" in shown) == (True, False)


def test_the_desk_names_each_record_once_with_what_was_done_to_it_last(client, rivers, dora):
    client.force_login(dora)
    for city in ("Zagreb", "Split", "Osijek"):
        edit_activity(rivers, by=dora, venue_city=city)

    day = client.get("/desk/").context["day"]

    told = [deed.sentence for record, deed in day.deeds if record == "Rivers"]
    assert told == ["Dora changed it."]
    assert len(day.deeds) > 1


def test_today_is_for_the_desk(client, cleo):
    assert client.get("/desk/").status_code == 302
    client.force_login(cleo)
    assert client.get("/desk/").status_code == 403


def test_the_desk_begins_an_overview_and_goes_to_it(client, release, emil):
    client.force_login(emil)
    answer = client.post("/desk/overviews/begin/", {"year": "2022"})

    assert answer["Location"] == "/desk/overviews/2022/"
    assert Overview.objects.get().year == 2022


def test_a_second_overview_of_a_year_is_refused_in_a_sentence(client, overview, emil):
    client.force_login(emil)
    answer = client.post("/desk/overviews/begin/", {"year": "2022"})

    assert answer.status_code == 422
    assert [one.year for one in answer.context["overviews"]] == [2022]
    assert "None yet." not in text(answer)


def test_a_short_title_is_kept_in_the_language_of_its_page_only(client, overview, rivers, emil):
    client.force_login(emil)
    row = {f"place_{rivers.pk}": "1", f"shown_{rivers.pk}": "on"}
    client.post("/desk/overviews/2022/arrange/", row | {f"short_{rivers.pk}": "The rivers"})
    shown = client.get("/uk/desk/overviews/2022/").context["arranging"]

    assert shown[f"short_{rivers.pk}"].value() == ""


def test_the_desk_changes_the_words_of_an_overview(client, overview, emil):
    client.force_login(emil)
    answer = client.post("/desk/overviews/2022/", {"title_en": "A year", "title_uk": "Рік"})

    assert answer["Location"] == "/desk/overviews/2022/"
    assert Overview.objects.get().title == {"en": "A year", "uk": "Рік"}
    assert [str(one) for one in get_messages(answer.wsgi_request)] == [
        "Saved. The page and the PDF follow."
    ]


def test_the_desk_arranges_the_activities(client, overview, rivers, emil):
    client.force_login(emil)
    client.post(
        "/desk/overviews/2022/arrange/",
        {f"place_{rivers.pk}": "1", f"short_{rivers.pk}": "The rivers"},
    )

    chapter = overview.chapters.get()
    assert (chapter.is_shown, str(chapter.short_title)) == (False, "The rivers")


def test_the_desk_gives_an_activity_words_of_its_own(client, published, rivers, emil):
    client.force_login(emil)
    address = f"/desk/overviews/2022/activities/{rivers.pk}/"
    assert client.get(address).context["form"]["lead"].value() == {}
    answer = client.post(address, {"lead_en": "Rivers come first.", "text_en": "Told anew."})

    assert answer["Location"] == "/desk/overviews/2022/"
    shown = text(client.get("/overviews/2022/"))
    assert "Rivers come first." in shown and "Told anew." in shown
    assert "A first paragraph." not in shown
    rivers.refresh_from_db()
    assert str(rivers.text) == "A first paragraph.\n\nA second one."


def test_only_public_activities_of_its_year_have_words_in_an_overview(
    client, overview, rivers, emil
):
    client.force_login(emil)
    edit_activity(rivers, by=emil, visibility="desk")
    assert client.get(f"/desk/overviews/2022/activities/{rivers.pk}/").status_code == 404
    assert client.get("/desk/overviews/2022/activities/0/").status_code == 404


def test_the_desk_leaves_a_picture_out(client, published, emil):
    client.force_login(emil)
    assert "Who took part" in text(client.get("/overviews/2022/"))
    client.post("/desk/overviews/2022/", {"release": published.release.pk, "pictures": ["map"]})

    shown = text(client.get("/overviews/2022/"))
    assert "Where peers come from" in shown
    assert "Who took part" not in shown


def test_a_long_year_comes_in_pages_that_its_contents_lead_to(client, release, emil, dora):
    for number in range(31):
        record_activity(
            title=f"Meeting {number}",
            reporting_year=2022,
            visibility="public",
            starts_on=dt.date(2022, 6, 1),
            ends_on=dt.date(2022, 6, 1),
            by=dora,
        )
    publish_overview(begin_overview(2022, release=release, by=emil), by=emil)
    first, second = client.get("/overviews/2022/"), client.get("/overviews/2022/?page=2")

    assert 'href="?page=2#activity-31"' in first.content.decode()
    assert 'id="activity-31"' not in first.content.decode()
    assert 'id="activity-31"' in second.content.decode()
    assert "Where peers come from" not in text(second)


def test_publishing_is_one_button_and_is_written_down(client, overview, emil):
    client.force_login(emil)
    client.post("/desk/overviews/2022/publish/")

    assert Overview.objects.get().state == "published"
    assert [entry.verb for entry in entries_of(overview)] == ["publish", "create"]


@pytest.mark.parametrize("verb", ["publish", "withdraw", "arrange"])
def test_verbs_are_never_done_by_following_a_link(client, overview, emil, verb):
    client.force_login(emil)

    assert client.get(f"/desk/overviews/2022/{verb}/").status_code == 405
