from plaza.imports.reading.files import open_file
from plaza.imports.reading.sheets.columns import propose
from plaza.imports.reading.sheets.rows import dry_run

MEMBERS = b"""Members of the network,,,,,,
as of 1 May 2022,,,,,,
,,,,,,
No,Organisation,Country,Web site,Member since,Contact person,E-mail
1,Open Academy,HR/Croatia,www.academy.example.hr,2004,Ana Novak,ana@example.org
2,Tulip House,The Netherlands,,12.3.2015,"Bea Smit; Cor Vos","bea@example.org; cor@example.org"
,,,,,,
Moldova,,,,,,
3,Voinicel,,voinicel.example.md,May 2010,,info@example.org
Total,3,,,,,
"""


def members():
    source = open_file("members.csv", MEMBERS)
    return source, source.tables[0]


def test_columns_are_recognised_below_rows_of_title():
    _, table = members()
    proposal = propose(table)
    assert (proposal.kind, proposal.header_rows, [one.field for one in proposal.columns]) == (
        "organisation",
        (3,),
        ["number", "name", "country", "website", "since", "person", "mail"],
    )


def test_a_dry_run_tells_the_fate_of_each_row():
    source, table = members()
    fates = [
        (fate.row, fate.fate, fate.reason.code if fate.reason else None, len(fate.found))
        for fate in dry_run(source, table, propose(table))
    ]
    assert fates == [
        (0, "left_out", "row_above", 0),
        (1, "left_out", "row_above", 0),
        (4, "taken", None, 2),
        (5, "taken", None, 3),
        (7, "left_out", "row_group", 0),
        (8, "taken", None, 2),
        (9, "left_out", "row_total", 0),
    ]


def test_a_group_row_gives_its_country_to_the_rows_below():
    source, table = members()
    last = dry_run(source, table, propose(table))[5].found[0]
    assert (last.one("name").value, last.one("country").value["code"]) == ("Voinicel", "MD")


def test_several_contacts_in_one_cell_become_several_records():
    source, table = members()
    found = dry_run(source, table, propose(table))[3].found[1:]
    assert [(one.one("name").value, one.one("mail").value) for one in found] == [
        ("Bea Smit", "bea@example.org"),
        ("Cor Vos", "cor@example.org"),
    ]


def test_a_mapping_by_hand_goes_before_the_proposal():
    source, table = members()
    mapped = propose(table).mapped("organisation", {5: None, 6: None})
    assert [len(fate.found) for fate in dry_run(source, table, mapped) if fate.found] == [1, 1, 1]


def test_two_rows_of_headings_are_read_together():
    source = open_file(
        "two.csv",
        b"Organisation,Organisation,Contact,Contact\nName,Country,Name,E-mail\n"
        b"Tulip House,Malta,Ana Kos,ana@example.org\nMoss House,Norway,Bo Lie,bo@example.org\n",
    )
    found = dry_run(source, source.tables[0], propose(source.tables[0]))[0].found
    assert [(one.kind, one.one("name").value) for one in found] == [
        ("organisation", "Tulip House"),
        ("contact", "Ana Kos"),
    ]


def read(data):
    source = open_file("table.csv", data)
    fates = dry_run(source, source.tables[0], propose(source.tables[0]))
    return [found for fate in fates for found in fate.found]


def test_nothing_of_a_row_that_looks_like_a_note_is_sure():
    found = read(b"Organisation,Country,City\nTulip House,Malta,Sliema\nOur friends,,\n")
    assert [(one.one("name").value, one.one("name").sure) for one in found] == [
        ("Tulip House", True),
        ("Our friends", False),
    ]


def test_names_beside_organisations_are_people():
    found = read(
        b'Name;Organisation;Job;E-mail\n"Lind, Sara";Tulip House;coach;sara@example.org\n'
        b"Bo Berg;Moss House;cook;bo@example.org\n"
    )
    assert [
        (one.kind, one.one("name").value, one.one("name").printed, one.one("organisation").value)
        for one in found
    ] == [
        ("contact", "Sara Lind", "Lind, Sara", "Tulip House"),
        ("contact", "Bo Berg", "Bo Berg", "Moss House"),
    ]


def test_the_currency_of_a_column_may_stand_in_its_heading():
    activity = read(
        b"Title of PLA,When,Lead organisation,Partners,Grant (EUR)\n"
        b"Rainy days,March 2023,Tulip House,Moss House,4200.50\n"
        b"First days,May 2023,Moss House,,300\n"
    )[0]
    assert [activity.one(name).sure for name in ("title", "host", "partner", "costs")] == [True] * 4
    assert activity.one("costs").value == {"amount": 4200.5, "currency": "EUR"}
