"""Words of the sample overview, and of its activities in Ukrainian. All are the project's own."""

from typing import Any

MOTTO = {
    "en": "People who work with young children learn from each other",
    "uk": "Люди, які працюють з малими дітьми, вчаться одне в одного",
}

OVERVIEW: dict[str, Any] = {
    "title": {"en": "The year of peer learning", "uk": "Рік взаємного навчання"},
    "subtitle": {
        "en": "Six peer learning activities, and what came of them",
        "uk": "Шість заходів взаємного навчання та що з них вийшло",
    },
    "introduction": {
        "en": "In a peer learning activity one member of the network opens its doors, others come,"
        " and what is learned goes home with everybody.\n\nThis overview was made from the records"
        " of 2022. Where a printed number has no rows behind it, the page says so.",
        "uk": "У заході взаємного навчання одна організація мережі відчиняє двері, інші"
        " приєднуються, а здобуте знання їде додому з кожним.\n\nЦей огляд складено із записів"
        " 2022 року. Якщо за надрукованим числом немає рядків, сторінка про це каже.",
    },
    "thanks": {
        "en": "The Bernard van Leer Foundation made this year possible.\n\nHosts gave money, rooms"
        " and many evenings of their own.",
        "uk": "Цей рік став можливим завдяки Фонду Бернарда ван Леера.\n\nОрганізації-господарі"
        " дали кошти, приміщення і багато власних вечорів.",
    },
    "join": {
        "en": "The network grows by people who want to show their practice and see that of"
        " others.\n\nRead. The library holds what earlier activities made.\n\nCome. Activities"
        " that take people say so on their page.\n\nHost. Members propose an activity of their own"
        " once a year.",
        "uk": "Мережа росте завдяки людям, які хочуть показати свою практику й побачити"
        " чужу.\n\nЧитайте. У бібліотеці зібрано те, що створили попередні"
        " заходи.\n\nПриходьте. Заходи, до яких можна долучитися, кажуть про це на своїй"
        " сторінці.\n\nЗапрошуйте. Раз на рік члени мережі пропонують власний захід.",
    },
    "whom_to_ask": {"en": "office@plaza.example"},
    "notes": {
        "en": "One heading, two activities. The source prints the same line above video coaching"
        " and above the Ukraine response. Both are kept.\n\nTwo beginnings. The 62 activities are"
        " printed for the past 12 years, while activities are said to exist since 2016. Both"
        " periods are kept.\n\n423 participants. The source does not say whether these are people"
        " or attendances at five webinars.",
        "uk": "Один підзаголовок, два заходи. Джерело друкує той самий рядок над відеокоучингом і"
        " над відповіддю на потреби України. Обидва збережено.\n\nДва початки. 62 заходи названо"
        " за останні 12 років, хоча заходи, за текстом, існують від 2016 року. Обидва періоди"
        " збережено.\n\n423 учасники. Джерело не каже, чи це люди, чи відвідування п’яти"
        " вебінарів.",
    },
}

# By a word of the English title: short title in both languages, title and heading in Ukrainian,
# and the format where the printed structure does not say it.
ACTIVITIES: dict[str, dict[str, Any]] = {
    "video coaching": {
        "format": "workshop",
        "short": {"en": "Video coaching", "uk": "Відеокоучинг"},
        "title": "Онлайн-майстерня з відеокоучингу: колеги для колег",
        "heading": "Навчання на практиці та інструменти, що залишаються",
    },
    "core capacities": {
        "format": "exchange",
        "short": {"en": "Core capacities", "uk": "Ключові здатності"},
        "title": "Ключові здатності для життя і навчання в дитинстві",
        "heading": "Відчуття приналежності для дітей і дорослих",
    },
    "online pro": {
        "short": {"en": "Learning communities", "uk": "Навчальні спільноти"},
        "title": "Взаємна підтримка фахових онлайн-подій і адвокації в країні",
        "heading": "Навчальні спільноти для вчителів",
    },
    "early childhood intervention": {
        "short": {"en": "Early intervention", "uk": "Раннє втручання"},
        "title": "Обмін знаннями задля сильних фахівців раннього втручання",
        "heading": "Уміння для тих, хто допомагає дітям з інвалідністю",
    },
    "climate": {
        "format": "dissemination",
        "short": {"en": "The Climate Issue", "uk": "Випуск про клімат"},
        "title": "Переклад випуску ECM 2021 про клімат киргизькою та російською",
        "heading": "Клімат — тема для найменших",
    },
    "ukraine": {
        "format": "meeting",
        "short": {"en": "ISSA Connects", "uk": "ISSA Connects"},
        "title": "ISSA Connects: відповідь на потреби України",
        "heading": "Навчання на практиці та інструменти, що залишаються",
    },
}
