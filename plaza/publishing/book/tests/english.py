"""The sample year in English: the facts of 2022 in sentences of our own."""

# ruff: noqa: E501 - sentences of a book, easier to read unbroken

from datetime import UTC, datetime

from plaza.publishing.book.data import (
    Activity,
    Ask,
    Axis,
    Bar,
    Book,
    CountryRow,
    Fact,
    FigureRow,
    Figures,
    Group,
    Headcount,
    Host,
    Join,
    Labels,
    Link,
    MapPage,
    Note,
    Notes,
    Opening,
    Output,
    People,
    Span,
    Step,
    Thanks,
    TimeLine,
    TopFigure,
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
TOLD = "Headcount as the host told it."

VIDEO = Activity(
    number="1",
    title="Peer-to-peer online workshop on video coaching",
    deck="Hands-on practice, tools to keep",
    lead="A camera, a few minutes of an ordinary morning, and a colleague who asks what you noticed: "
    "video coaching turns daily work into something a group can look at together.",
    paragraphs=(
        "The method was worked out at Artevelde University of Applied Sciences in Ghent, Belgium, for people who "
        "work with children up to six. It looks at the whole child: how she develops, what she goes through, and how an "
        "exchange with an adult feels from where she sits. Coaching then starts from what already works.",
        "It suits those who care for babies and toddlers, staff of out-of-school care and kindergarten teachers alike. "
        "The trainers worked over Zoom and thought aloud while they watched film. An intervision part – learning from the "
        "inside of one another’s work – let people try the method on recordings of their own and talk about first attempts.",
        "It was planned for educators of Open Academy who know professional learning communities, and for colleagues "
        "from the region with or without practice in leading reflection.",
    ),
    facts=(
        Fact("When", "May 2022 – January 2023"),
        Fact("Host", "Open Academy Step by Step"),
        Fact("Host country", "Croatia"),
        Fact("Where", "Online"),
        Fact("Shape", "2 online sessions of 4 hours each"),
        Fact("Also taking part", "Educators from Serbia and from Bosnia and Herzegovina"),
    ),
    roles={"HR": "host", "RS": "shared", "BA": "shared"},
    span=Span(4, 13),
    outcomes=(
        "Educators who already reflect, alone and in groups, now know how film can carry the reflection of a group.",
        "In Croatia, Open Academy is the organisation to ask about reflection with video.",
        "The exchange with colleagues abroad, teachers in Serbia among them, does not stop with the last session.",
        "What people took home feeds the project REC – Reflection, Education and Care.",
    ),
    outputs=(
        Output("Handouts of the workshop", "delivered", "delivered"),
        Output(
            "Stories told by people who have coached with video before", "delivered", "delivered"
        ),
        Output(
            "An inspirational guide, to be put into Croatian for all who took part and to join the Knowledge Hub",
            "promised",
            "promised",
        ),
    ),
    links=(
        Link(
            "The project REC",
            "https://www.korakpokorak.hr/projects-eng/rec-reflection-education-and-care",
        ),
    ),
    took_part=Headcount(
        "Video coaching",
        (Group("19", 19, "persons"), Group("9", 9, "persons")),
        "Two groups as the host told them. Whether anyone was in both is not recorded, so they are not added.",
        "19 on education and 9 on supervision",
    ),
    address="plaza.example/activities/2022/video-coaching",
)

CAPACITIES = Activity(
    number="2",
    title="Core capacities for living and learning in childhood",
    deck="What keeps children and adults connected",
    lead="Nine capacities, two sessions, eight people, and one question: what helps a child to stay in touch with herself "
    "and with others?",
    paragraphs=(
        "The first session opened the report “What Makes Me?” and its nine core capacities, from listening and observing to "
        "relaxing and sensing. People stayed longest with the thought that a convention of the United Nations speaks of a "
        "child’s spiritual development next to the physical, the emotional and the mental.",
        "The second session turned to practice: which habits of a nursery protect a capacity, and which do harm? The group "
        "wrote down three conditions. Let everyone be different; fit the practice to the child; be able to tell good enough "
        "from harmful. Screens came up too, as a place where children now grow up.",
        "At the end the group tried to say what spirituality could mean in early years, and left the answer open.",
    ),
    facts=(
        Fact("When", "September 2022"),
        Fact("Host", "Learning for Well-being Foundation"),
        Fact("Host country", "The Netherlands"),
        Fact("Where", "Online"),
        Fact("Shape", "2 online sessions of 2 hours each"),
    ),
    roles={"NL": "host"},
    span=Span(8, 9),
    outcomes=(
        "Everyone knows the report and can name the nine capacities.",
        "People found capacities in themselves which they use each day without a thought. Soon they saw them in colleagues, "
        "and in children too.",
    ),
    outputs=(
        Output(
            "Slides on the approach of the foundation, by Luis Manuel Pinto",
            "delivered",
            "delivered",
        ),
        Output(
            "Slides on the results of the research, by Dominic Richardson", "delivered", "delivered"
        ),
        Output("A presentation on the spiritual side of growing up", "delivered", "delivered"),
    ),
    took_part=Headcount("Core capacities", (Group("8", 8, "persons"),), TOLD),
    address="plaza.example/activities/2022/core-capacities",
)

COMMUNITIES = Activity(
    number="3",
    title="Peer support to country-based online professional events and advocacy",
    deck="Making professional learning communities",
    lead="A reform of schools had put professional learning communities into law. Five webinars brought in people from "
    "countries where such communities are at work already.",
    paragraphs=(
        "Ukraine’s reform started in 2017 with two texts: the concept of the New Ukrainian School and the law on education. "
        "They speak of competences and values, of partnership on every level, of inclusion, of schools and teachers who may "
        "decide for themselves, and of new roads for professional growth.",
        "Standards for teachers followed in 2020, one for school and one for pre-school. Their competences come in four levels "
        "and lie close to the Principles of Quality Pedagogy which the network uses. The reform also names professional "
        "learning communities, which gives them a place in law.",
        "So the foundation asked its peers. Members in Moldova, Croatia and Slovenia showed what works for them. Two partners "
        "came along: the European Wergeland Centre with Schools for Democracy, which the Norwegian Ministry of Foreign Affairs pays "
        "for, and a Finnish project that supports the reform. They added Finland, Norway and Georgia.",
    ),
    facts=(
        Fact("When", "March – September 2022"),
        Fact("Host", "Ukrainian Step by Step Foundation"),
        Fact("Host country", "Ukraine"),
        Fact("Where", "Online"),
        Fact("Shape", "5 webinars of 1.5 hours each"),
        Fact(
            "Also taking part",
            "Members in Moldova, Croatia and Slovenia; partners with experience from Georgia, Finland and Norway",
        ),
    ),
    roles={
        "UA": "host",
        "MD": "shared",
        "HR": "shared",
        "SI": "shared",
        "GE": "shared",
        "FI": "shared",
        "NO": "shared",
    },
    span=Span(2, 9),
    outcomes=(
        "Over five webinars six countries showed one another how their communities came to be.",
        "Those who took part write an online manual with one case for each country, to be found on several websites.",
        "Communities go on growing at home, with training and other ways of learning at work.",
    ),
    outputs=(
        Output(
            "An online manual: cases from six countries, and what has been written on such communities before",
            "in_work",
            "in work",
        ),
    ),
    took_part=Headcount(
        "Professional learning communities",
        (Group("423", 423, "unknown"),),
        "The source does not say whether these are people or attendances.",
    ),
    address="plaza.example/activities/2022/learning-communities",
)

INTERVENTION = Activity(
    number="4",
    title="Knowledge sharing for a high-quality workforce in early childhood intervention",
    deck="For those who serve children with disabilities",
    lead="Good care needs people who know their work, and a system that lets them do it. Three organisations went to see how "
    "that looks in the Netherlands.",
    paragraphs=(
        "Research across Europe says the same thing again and again: quality in the early years rests on a workforce that is "
        "present, trained and well led, in a system that is competent as a whole – each person, each team, and those who govern.",
        "Early childhood intervention brings several professions together around a young child with a delay or a disability and "
        "her family. It works best while the brain grows fastest, and with the family in the middle.",
        "SOFT Tulip Foundation has trained services of this kind for years. Hosts and guests also told each other what the "
        "war in Ukraine has changed in their work.",
    ),
    facts=(
        Fact("When", "September 2022 – April 2023"),
        Fact("Host", "For Our Children Foundation"),
        Fact("Co-hosts", "SOFT Tulip Foundation; Centre of Early Childhood Intervention Voinicel"),
        Fact("Host country", "Bulgaria"),
        Fact("Where", "The Netherlands"),
        Fact("Shape", "2 study visits, one group from Bulgaria and one from Moldova"),
    ),
    roles={"BG": "host", "NL": "cohost", "MD": "cohost"},
    span=Span(8, 16),
    outcomes=(
        "Practice seen on the spot: how services for children up to seven and their families are run as one.",
        "The same for services to children with special needs up to the age of ten.",
        "Trust, as the ground for a professional learning community on early intervention among members.",
    ),
    took_part=Headcount("Early childhood intervention", (Group("10", 10, "persons"),), TOLD),
    address="plaza.example/activities/2022/early-intervention",
)

CLIMATE = Activity(
    number="5",
    title="Translating and disseminating the full issue of ECM 2021 to Kyrgyz and Russian",
    deck="Climate change, from the early years on",
    lead="An issue of Early Childhood Matters speaks about climate. Educators in Central Asia are to read it in their own languages.",
    paragraphs=(
        "The climate that children inherit is decided now, and the pandemic made many people look again at what a damaged "
        "environment does to health. The host wants children to learn early what they leave behind.",
        "The whole issue of 2021 is being put into Russian and Kyrgyz. After that the host plans a large meeting online about "
        "air: authors, the Bernard van Leer Foundation, people who know young children or the climate, policymakers, and educators "
        "from across the region.",
    ),
    facts=(
        Fact("When", "Postponed; autumn 2023 is planned"),
        Fact("Host", "Foundation for Education Initiatives Support"),
        Fact("Host country", "Kyrgyzstan"),
        Fact("Where", "Online"),
        Fact("Shape", "1 online session of 1 hour"),
    ),
    roles={"KG": "host"},
    span=Span(16.6, 18, is_postponed=True),
    outcomes=(
        "A regional meeting online, planned for autumn 2023.",
        "A look at what is done across the region, and which ideas of the issue fit at home.",
        "The finished translation on the website of the host and by way of the ministry and local networks.",
    ),
    outputs=(
        Output("The issue in Russian", "in_work", "in work"),
        Output("The issue in Kyrgyz", "in_work", "in work"),
    ),
    took_part=Headcount(
        "The Climate Issue, translated", (), "The meeting has still to take place."
    ),
    address="plaza.example/activities/2022/climate-issue",
)

CONNECTS = Activity(
    number="6",
    title="ISSA Connects for the Ukraine response",
    deck="A safe place to learn while the work goes on",
    lead="When war came, many members did not wait. Here they meet for an hour and a half, again and again, to learn from what "
    "each of them does.",
    paragraphs=(
        "Members in Ukraine and next door have looked after young children and families since the first days. Out of what they "
        "know, and what the secretariat knows, came new projects.",
        "So that this does not stay in one place, members and secretariat opened an activity for it. It is for those who work "
        "with families touched by war, and for anyone in the network who wishes to understand that work.",
        "The group decides what is talked about and when. Work on the ground becomes visible, and partners see where "
        "hands are missing.",
    ),
    facts=(
        Fact("When", "Ongoing since November 2022"),
        Fact("Host", "International Step by Step Association"),
        Fact("Host country", "The Netherlands"),
        Fact("Where", "Online"),
        Fact("Shape", "Regular online sessions of 1.5 hours"),
    ),
    roles={"NL": "host"},
    span=Span(10, None),
    outcomes=(
        "Practitioners can give psychological first aid and work in ways that take trauma into account.",
        "Members compare how they work with local government towards systems that hold.",
        "So it is with play groups and family hubs, and with inclusion in all that is done.",
        "The network learns to use what each country knows in a crisis, and to keep young children on the agenda.",
    ),
    took_part=Headcount("ISSA Connects: Ukraine", (Group("24", 24, "persons"),), TOLD),
    address="plaza.example/activities/2022/ukraine-response",
)

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
