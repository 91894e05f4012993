"""The activities of the sample year in English."""

# ruff: noqa: E501 - sentences of a book, easier to read unbroken

from plaza.publishing.book.data import (
    Activity,
    Fact,
    Group,
    Headcount,
    Link,
    Output,
    Span,
)

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
