from pathlib import Path

from plaza.imports.reading.files import open_file
from plaza.imports.reading.read import read_source

EXAMPLES = Path(__file__).resolve().parents[4] / "examples"


def read(name):
    return read_source(open_file(name, (EXAMPLES / name).read_bytes()))


def codes(field):
    return [doubt.code for doubt in field.doubts]


def test_a_hub_list_gives_each_work_once():
    works = list(read("hub-listing.txt").of("resource"))
    assert [(work.one("year").value, [doubt.code for doubt in work.doubts]) for work in works] == [
        (2020, []),
        (2026, ["listed_twice"]),
        (2025, []),
    ]


def test_languages_and_organisations_of_a_work_are_parted_where_it_is_certain():
    work = next(read("hub-listing.txt").of("resource"))
    assert [field.value for field in work.all("language")] == ["da", "nl", "en", "pt", "sl"]
    assert [(field.value["split"], field.sure) for field in work.all("organisation")] == [
        ("certain", True),
        ("certain", True),
        ("certain", True),
        ("offered", False),
        ("certain", True),
        ("certain", True),
    ]


def test_a_file_whose_name_contradicts_the_title_is_flagged():
    work = list(read("hub-listing.txt").of("resource"))[1]
    assert [codes(field) for field in work.all("file")] == [["file_against_title"]]


def test_the_links_of_a_package_stand_on_their_parts():
    package = list(read("hub-listing.txt").of("resource"))[2]
    assert [(field.value["part"], field.value["format"]) for field in package.all("file")] == [
        (None, "pdf"),
        ([1], "pdf"),
        ([2], "pdf"),
        *(([2, day], kind) for day in range(1, 6) for kind in ("pdf", "pptx")),
        ([3], "pdf"),
        *(([3, day], kind) for day in range(1, 4) for kind in ("pdf", "pptx")),
    ]


def test_links_that_look_misspelt_beside_their_siblings_are_flagged():
    package = list(read("hub-listing.txt").of("resource"))[2]
    flagged = [
        doubt.params["token"]
        for field in package.all("file")
        for doubt in field.doubts
        if doubt.code == "link_misspelt"
    ]
    assert flagged == ["eams"] * 6 + ["merge", "eams", "merge", "eams"]


def test_a_call_gives_its_activity_with_terms():
    activity = next(read("call-2017.txt").of("activity"))
    values = {field.name: field.value for field in activity.fields}
    assert (
        values["period"]["start"],
        values["period"]["end"],
        values["venue"],
        values["quota"],
        values["seats"],
        values["expected"],
    ) == (
        "2017-11-14",
        "2017-11-15",
        {"country": "RO", "city": "Bucharest", "online": False},
        {"attribute": "country", "value": None, "max": 5, "min": None},
        {"max": 25, "min": None},
        {"number": 20, "qualifier": "about"},
    )


def test_a_call_names_the_programme_behind_it():
    programme = next(read("call-2017.txt").of("programme"))
    assert [
        programme.one("title").value,
        programme.one("period").value["printed"],
        programme.one("commissioner").value["name"],
    ] == ["Quality Impulse", "2013-2017", "Dutch government"]


def test_a_project_page_gives_its_strands_and_their_parts():
    project = next(read("project-pages.txt").of("programme"))
    assert [field.value["kind"] for field in project.all("strand")] == [
        "mapping",
        "toolkit",
        "pilots",
        "evaluation",
        "dissemination",
    ]
    assert [field.value["strand"] for field in project.all("strand_part")] == [3, 3, 3, 3, 5, 5]


def test_a_list_of_organisations_gives_names_aliases_and_countries():
    found = list(read("members.csv").of("organisation"))
    first = found[0]
    assert (len(found), [field.value for field in first.all("other_name")]) == (
        13,
        ["Pučko otvoreno učilište Korak po korak", "Open Academy SBS"],
    )
    assert first.one("country").value == {"code": "HR", "printed": "HR/Croatia"}


def test_a_date_is_printed_with_the_word_that_could_not_be_read():
    page = b"Peer learning activity\n\nDate: Teusday 14 and Wednesday 15 November 2017\nHost: Moss"
    activity = next(read_source(open_file("page.txt", page)).of("activity"))
    period = activity.one("period")
    assert (period.printed, period.value["start"], period.value["end"]) == (
        "Teusday 14 and Wednesday 15 November 2017",
        "2017-11-14",
        "2017-11-15",
    )
