"""Whoever may not see an organisation reads no name of it at any address: decision 0004."""

import datetime as dt
import io
import zipfile

import pytest
from pypdf import PdfReader

from plaza.activities.actions import add_contribution, add_involvement, record_activity
from plaza.figures.actions import freeze_release, publish_release
from plaza.library.actions import add_credit, record_resource
from plaza.network.actions import add_alias, affiliate, record_membership, record_organisation
from plaza.programmes.actions import add_partner, record_programme
from plaza.publishing.actions import begin_overview, publish_overview

NAMES = ("quillhaven", "penfold", "qhvntrst")  # too long to stand in a token by chance
ROLES = ("host", "co_host", "organiser", "partner", "guest", "participant", "funder")
PAGES = [
    "/",
    "/uk/",
    "/activities/",
    "/activities/?q=quillhaven",
    "/activities/?q=penfold",
    "/activities/2022/",
    "/activities/2022/rivers/",
    "/uk/activities/2022/rivers/",
    "/activities/2022/rivers.json",
    "/activities/map/",
    "/activities/calendar/2022/5/",
    "/activities.csv",
    "/activities.json",
    "/activities.xlsx",
    "/activities.ics",
    "/feeds/activities.atom",
    "/feeds/library.rss",
    "/library/",
    "/library/?shown=organisation",
    "/library/?q=guide",
    "/library/a-guide/",
    "/library/a-guide.json",
    "/library.csv",
    "/library.json",
    "/library.xlsx",
    "/network/",
    "/network/?q=penfold",
    "/network.csv",
    "/network.json",
    "/programmes/",
    "/programmes/rivers-project/",
    "/programmes/rivers-project.json",
    "/programmes.csv",
    "/figures/2022/",
    "/figures/2022/now/",
    "/figures/2022/releases/1/",
    "/overviews/2022/",
    "/overviews/2022.docx",
    "/overviews/2022.pdf",
    "/sitemap.xml",
]
FIGURES = [
    f"/figures/2022/{key}{form}"
    for key in (
        "members",
        "organisations",
        "organised",
        "countries",
        "money",
        "works",
        "network_members",
    )
    for form in ("/", ".csv", ".json")
]


@pytest.fixture
def hidden(dora, ben):
    """An organisation of the desk that plays every part there is, and is named in every way."""
    house = record_organisation(
        name="Quillhaven Trust", short_name="QHVNTRST", country="HR", visibility="desk", by=dora
    )
    add_alias(house, name="Penfold House", by=dora)
    record_membership(house, from_on=dt.date(2020, 1, 1), by=dora)
    unit = record_organisation(name="Open Unit", country="HR", parent=house, by=dora)
    affiliate(ben, organisation=unit, by=dora)
    programme = record_programme(
        title="Rivers project", kind="project", visibility="public", by=dora
    )
    for role in ("lead", "partner", "funder"):
        add_partner(programme, organisation=house, role=role, by=dora)
    activity = record_activity(
        title="Rivers",
        reporting_year=2022,
        visibility="public",
        state="done",
        programme=programme,
        starts_on=dt.date(2022, 5, 4),
        ends_on=dt.date(2022, 5, 5),
        by=dora,
    )
    for role in ROLES:
        add_involvement(
            activity, organisation=house, role=role, printed="Penfold House (HR)", by=dora
        )
    add_contribution(
        activity, organisation=house, kind="granted", amount="10", stage="paid", by=dora
    )
    work = record_resource(title="A guide", language="en", visibility="public", by=dora)
    add_credit(work, organisation=house, name="Penfold House (HR)", by=dora)
    release = freeze_release(2022, cut_off_on=dt.date(2022, 12, 31), why="First", by=dora)
    if not release.is_public:
        publish_release(release, by=dora)
    publish_overview(begin_overview(2022, release=release, by=dora), by=dora)
    return house


def read(client, address):
    """All words behind an address, whatever its form."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    content = answer.getvalue()
    if address.endswith((".docx", ".xlsx")):
        whole = zipfile.ZipFile(io.BytesIO(content))
        return b" ".join(
            whole.read(name) for name in whole.namelist() if name.endswith("xml")
        ).decode()
    if address.endswith(".pdf"):
        return " ".join(each.extract_text() for each in PdfReader(io.BytesIO(content)).pages)
    return content.decode()


def named_at(client):
    """The addresses where a name stands that the reader did not type herself."""
    found = []
    for address in PAGES + FIGURES:
        words = read(client, address).casefold()
        typed = address.partition("?q=")[2]
        if any(name in words for name in NAMES if name != typed):
            found.append(address)
    return found


@pytest.mark.parametrize("reader", [None, "cleo", "ben"])
def test_a_hidden_organisation_is_named_nowhere(client, cast, hidden, reader):
    if reader:
        client.force_login(cast[reader])

    assert named_at(client) == []
    assert client.get("/network/quillhaven-trust/").status_code == 404
    assert client.get("/network/quillhaven-trust.json").status_code == 404


def test_what_stands_in_its_place_counts(client, hidden):
    page = read(client, "/activities/2022/rivers/")

    assert page.count("<dd>An organisation in Croatia</dd>") == len(ROLES)
    assert "An organisation in Croatia" in read(client, "/activities.csv")
    assert "An organisation in Croatia" in read(client, "/library/a-guide/")
    assert "An organisation in Croatia" in read(client, "/programmes/rivers-project/")
    assert "An organisation in Croatia" in read(client, "/overviews/2022/")


@pytest.mark.parametrize(
    "address",
    ["/activities/?host=quillhaven-trust", "/activities/?organisation=quillhaven-trust"],
)
def test_nothing_is_found_by_an_organisation_that_is_hidden(client, hidden, dora, address):
    assert "/activities/2022/rivers/" not in read(client, address)
    client.force_login(dora)
    assert "/activities/2022/rivers/" in read(client, address)


@pytest.mark.parametrize("words", ["quillhaven", "penfold"])
def test_no_search_finds_by_a_hidden_name(client, hidden, dora, words):
    assert "/activities/2022/rivers/" not in read(client, f"/activities/?q={words}")
    assert "/library/a-guide/" not in read(client, f"/library/?q={words}")
    client.force_login(dora)
    assert "/activities/2022/rivers/" in read(client, f"/activities/?q={words}")
    assert "/library/a-guide/" in read(client, f"/library/?q={words}")


def test_the_desk_reads_the_name(client, hidden, dora):
    client.force_login(dora)
    found = set(named_at(client))

    assert {
        "/activities/",
        "/activities/2022/rivers/",
        "/activities.csv",
        "/library/a-guide/",
        "/network/",
        "/programmes/rivers-project/",
        "/figures/2022/organised/",
    } <= found
    # What everybody is given names nothing that not everybody sees, whoever asks.
    assert {"/overviews/2022/", "/overviews/2022.pdf", "/sitemap.xml"}.isdisjoint(found)
