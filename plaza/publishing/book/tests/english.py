"""The sample year in English: the facts of 2022 in sentences of our own."""

# ruff: noqa: E501 - sentences of a book, easier to read unbroken

from datetime import UTC, datetime

from plaza.publishing.book.data import (
    Ask,
    Axis,
    Bar,
    Book,
    CountryRow,
    FigureRow,
    Figures,
    Host,
    Join,
    Labels,
    MapPage,
    Note,
    Notes,
    Opening,
    People,
    Span,
    Step,
    Thanks,
    TimeLine,
    TopFigure,
)
from plaza.publishing.book.tests.english_activities import (
    CAPACITIES,
    CLIMATE,
    COMMUNITIES,
    CONNECTS,
    INTERVENTION,
    VIDEO,
)

LABELS = Labels(
    contents="What is inside",
    activities="The activities",
    figure="Figure",
    printed="As printed",
    computed="From the records",
    between="What lies between",
    and_="and",
    none_yet="–",
    country="Country",
    part="Part",
    activity="Activity",
    when="When",
    page="Page",
    later="later",
    learned="What was learned",
    made="What was made",
    nothing_learned="No outcome is recorded yet.",
    nothing_made="No resource is recorded yet.",
    took_part="Took part",
    also="More facts",
    links="Links",
    read_on="Read on",
    read_on_web="Read on, with every link",
    unprintable="A square stands for a letter that the fonts of this book do not have. The page on the web shows it.",
)
AXIS = Axis(tuple("JFMAMJJASONDJFMAMJ"), ((0, "2022"), (12, "2023")))


COUNTRIES = {
    "BG": "Bulgaria", "HR": "Croatia", "KG": "Kyrgyzstan", "NL": "The Netherlands", "UA": "Ukraine",
    "MD": "Moldova", "BA": "Bosnia and Herzegovina", "FI": "Finland", "GE": "Georgia", "NO": "Norway",
    "RS": "Serbia", "SI": "Slovenia",
}  # fmt: skip
PART = {"host": "Host of an activity", "cohost": "Co-host", "shared": "Named as taking part"}
ROLES = {
    "BG": "host", "HR": "host", "KG": "host", "NL": "host", "UA": "host", "MD": "cohost", "BA": "shared",
    "FI": "shared", "GE": "shared", "NO": "shared", "RS": "shared", "SI": "shared",
}  # fmt: skip
WHERE = {
    "BG": "4", "HR": "1, 3", "KG": "5", "NL": "2, 4, 6", "UA": "3", "MD": "3, 4", "BA": "1", "FI": "3",
    "GE": "3", "NO": "3", "RS": "1", "SI": "3",
}  # fmt: skip

ENGLISH = Book(
    language="en",
    region="GB",
    title="The year of peer learning",
    subtitle="Six peer learning activities, and what came of them",
    year="2022",
    network="International Step by Step Association",
    running_title="The year of peer learning · 2022",
    description="Peer learning in the network in 2022: figures, activities, what was learned and made.",
    labels=LABELS,
    axis=AXIS,
    released_at=datetime(2023, 5, 4, 9, 0, tzinfo=UTC),
    release_line="Release 1 for 2022, frozen on 4 May 2023. Every number opens to its rows on the web.",
    web_address="plaza.example/overviews/2022",
    opening=Opening(
        "About this book",
        "Six times in 2022, people who work with young children learned from others who do. This book says who, where and when, "
        "and what came of it.",
        (
            "Peer learning activities belong to the network since 2016. A member proposes one, hosts it and tells the others; the "
            "association pays a part, members give money, work and time.",
            "All that stands here is taken from records that anybody can open on the web. Where a number was printed before and the "
            "records say something else, both are shown, with what lies between.",
            "Where nothing is known, the book says so.",
        ),
    ),
    figures=Figures(
        "The year in figures",
        "Six activities: five hosted by members, one by the association.",
        (
            TopFigure("6", "activities"),
            TopFigure("31", "members involved"),
            TopFigure("18", "countries"),
            TopFigure("€24,354", "invested"),
        ),
        "as printed for 2022",
        (
            FigureRow("Activities", "6", "6", "Both agree."),
            FigureRow("Members involved", "31", "7", "Seven are named as host or co-host; no document names the other 24."),
            FigureRow("Countries", "18", "12", "Five of hosts, seven of others. Which are among the 18 is not said."),
            FigureRow("Invested", "€24,354", "no rows", "No amount is on record for a single activity."),
            FigureRow("Online sessions held", "not printed", "9", "2, 2 and 5 sessions. Meetings without a number are left out."),
            FigureRow("Study visits", "2", "2", "Both agree."),
            FigureRow("Activities so far", "62", "6", "Printed for the past twelve years; the rows of earlier years are not here."),
            FigureRow("Professionals so far", "more than 13,000", "no rows", "Kept with its “more than”. Two beginnings are printed."),
        ),
        "Release 1 for 2022. All rows come from one printed overview. Every number here opens to its rows on the web.",
    ),
    people=People(
        "Who took part",
        "One dot is one person or one attendance, as each host told it. The numbers are not added up: hosts count in different ways.",
        tuple(
            activity.took_part
            for activity in (COMMUNITIES, VIDEO, CONNECTS, INTERVENTION, CAPACITIES, CLIMATE)
            if activity.took_part
        ),
    ),
    map=MapPage(
        "Where peers come from",
        "The records name twelve countries, from Norway to Kyrgyzstan. Five activities met online; the study visits of one went to "
        "the Netherlands.",
        "Map of Europe and Central Asia. Hosts in Bulgaria, Croatia, Kyrgyzstan, the Netherlands and Ukraine; a co-host in Moldova; "
        "six more countries are named as taking part. The table below says the same.",
        ROLES,
        COUNTRIES,
        PART,
        tuple(CountryRow(name, PART[ROLES[code]], WHERE[code]) for code, name in COUNTRIES.items()),
        "18 countries are printed for the year; no document names the others. Country shapes: Natural Earth, in the public domain.",
    ),
    time_line=TimeLine(
        "When it happened",
        "The first period opens in March 2022, the last one with a date closes in April 2023. One activity has no end, and one is "
        "still to come.",
        "Time line of six activities from January 2022 to June 2023. The table below says the same.",
        (
            Bar("Professional learning communities", "3", Span(2, 9), "March – September 2022"),
            Bar("Video coaching", "1", Span(4, 13), "May 2022 – January 2023"),
            Bar("Core capacities", "2", Span(8, 9), "September 2022"),
            Bar("Early childhood intervention", "4", Span(8, 16), "September 2022 – April 2023"),
            Bar("ISSA Connects: Ukraine", "6", Span(10, None), "Ongoing since November 2022", "goes on"),
            Bar(
                "The Climate Issue, translated",
                "5",
                Span(16.6, 18, is_postponed=True),
                "Postponed; autumn 2023 is planned",
                "autumn 2023 planned",
            ),
        ),
        "Periods are known to the month. The association decides which year an activity belongs to.",
    ),
    activities=(VIDEO, CAPACITIES, COMMUNITIES, INTERVENTION, CLIMATE, CONNECTS),
    thanks=Thanks(
        "Thank you",
        "The Bernard van Leer Foundation made this work possible. Thank you.",
        (
            "To the members who hosted and co-hosted, and gave money, work and time that no table shows in full.",
            "And to everyone who came, switched on a camera, and told colleagues how it really is.",
        ),
        "Hosts and co-hosts of 2022",
        (
            Host("Open Academy Step by Step", "Croatia"),
            Host("Learning for Well-being Foundation", "The Netherlands"),
            Host("Ukrainian Step by Step Foundation", "Ukraine"),
            Host("For Our Children Foundation", "Bulgaria"),
            Host("SOFT Tulip Foundation", "The Netherlands"),
            Host("Centre of Early Childhood Intervention Voinicel", "Moldova"),
            Host("Foundation for Education Initiatives Support", "Kyrgyzstan"),
            Host("International Step by Step Association", "The Netherlands"),
        ),
    ),
    join=Join(
        "Join in",
        "Peer learning is open to the members of the network.",
        (
            Step("Become a member", "Does your organisation work with young children, or with those who do? Then think about joining."),
            Step("Take part", "Write to us, and you will hear which activities are coming up and how they work."),
            Step("Read on", "Each activity has a page on the web, with its resources and links."),
        ),
        Ask(
            "Whom to ask",
            ("membership@issa.nl", "www.issa.nl"),
            ("International Step by Step Association", "Hooglandse Kerkgracht 17-R", "2312 HS Leiden", "The Netherlands"),
        ),
    ),
    notes=Notes(
        "Notes on the records",
        "Where the sources disagree, or leave something open, it stands here and not in the stories.",
        (
            Note("Since when", "The overview counts 62 activities over twelve years and also says that they began in 2016. Both are kept."),
            Note("One heading, two activities", "Two pages carry the same line under their title. It is printed with the first one only."),
            Note("The country of an activity", "The printed country follows the host. The study visits of activity 4 went to the Netherlands."),
            Note("423", "No source says whether the webinars were counted by person or by attendance. The number stands alone."),
        ),
    ),
)  # fmt: skip
