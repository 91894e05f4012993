"""Books of unusual size, made from the sample: tiny, empty, very long, a hundred activities."""

# ruff: noqa: E501 - sentences of a book, easier to read unbroken

from dataclasses import replace

from plaza.publishing.book.data import (
    Activity,
    Bar,
    CountryRow,
    Fact,
    FigureRow,
    Group,
    Headcount,
    Host,
    Output,
    Span,
)
from plaza.publishing.book.tests.english import ENGLISH

TINY = replace(
    ENGLISH,
    opening=None,
    figures=None,
    people=None,
    map=None,
    time_line=None,
    thanks=None,
    join=None,
    notes=None,
    activities=(Activity(number="1", title="Tea"),),
)
EMPTY = replace(
    ENGLISH,
    subtitle="",
    activities=(),
    figures=replace(ENGLISH.figures, top=(), rows=()),
    people=replace(ENGLISH.people, rows=()),
    map=replace(ENGLISH.map, roles={}, names={}, rows=()),
    time_line=replace(ENGLISH.time_line, bars=()),
    thanks=replace(ENGLISH.thanks, hosts=(), paragraphs=()),
    join=replace(ENGLISH.join, steps=(), ask=None),
    notes=replace(ENGLISH.notes, items=()),
)
SENTENCE = "The group met once more and wrote down what it had tried, what it would try next and who would ask whom. "
LONG = Activity(
    number="7",
    title="A peer learning activity with a title so long that it says everything about itself before anybody opens the page, "
    "its place and its time included",
    deck="With a heading that takes two lines because whoever wrote it could not decide which half to leave away",
    lead=SENTENCE * 4,
    paragraphs=tuple(SENTENCE * 5 for _ in range(12)),
    facts=tuple(Fact(f"Fact number {n}", SENTENCE) for n in range(1, 15)),
    roles={"UA": "host", "PT": "cohost", "KG": "shared", "NO": "shared"},
    span=Span(-3, 22),
    outcomes=tuple(SENTENCE * 2 for _ in range(18)),
    outputs=tuple(Output(SENTENCE, "promised", "promised and awaited") for _ in range(14)),
    took_part=Headcount(
        "All of them",
        (
            Group("about 900", 900, "attendances"),
            Group("212", 212, "persons"),
            Group("14", 14, "unknown"),
        ),
        SENTENCE,
        SENTENCE,
    ),
    address="plaza.example/activities/2022/a-peer-learning-activity-with-a-very-long-address-indeed",
)
LONGEST = replace(
    ENGLISH, activities=(*ENGLISH.activities, LONG, replace(ENGLISH.activities[0], number="8"))
)

TITLES = [a.title for a in ENGLISH.activities]
MANY = tuple(
    replace(
        ENGLISH.activities[n % 6], number=str(n + 1), span=Span(n % 17, min(18, n % 17 + 1 + n % 5))
    )
    for n in range(100)
)
HUNDRED = replace(
    ENGLISH,
    activities=MANY,
    people=replace(ENGLISH.people, rows=tuple(a.took_part for a in MANY)),
    time_line=replace(
        ENGLISH.time_line,
        bars=tuple(Bar(a.title[:38], a.number, a.span, "March – September 2022") for a in MANY),
    ),
    map=replace(
        ENGLISH.map,
        rows=tuple(
            CountryRow(f"Country {n}", "Named as taking part", "1, 17, 64") for n in range(48)
        ),
    ),
    figures=replace(
        ENGLISH.figures,
        rows=tuple(
            FigureRow(f"Figure {n}", str(n), str(n + 1), "One row came later.") for n in range(30)
        ),
    ),
    thanks=replace(
        ENGLISH.thanks,
        hosts=tuple(Host(f"Foundation for children number {n}", "Ukraine") for n in range(90)),
    ),
)

SCRIPTS = replace(
    ENGLISH,
    activities=(
        replace(
            ENGLISH.activities[0],
            title="Names in their own letters",
            facts=(
                Fact("Host", "საქართველოს ადრეული განათლების ცენტრი"),
                Fact("Co-host", "Քայլ առ քայլ հիմնադրամ"),
                Fact("Partner", "مؤسسة خطوة بخطوة"),
                Fact("Guest", "צעד אחר צעד"),
                Fact("Friend", "Βήμα προς βήμα"),
                Fact("From afar", "一步一步"),
            ),
            took_part=Headcount(
                "ნინო და Արամ", (Group("2", 2, "persons"),), "ნინო და Արամ, أمينة und Ōṇ"
            ),
        ),
    ),
)
