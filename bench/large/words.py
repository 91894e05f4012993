"""Words of the large network, in several scripts; all invented."""

import random

from plaza.web.text import Text

COUNTRIES = (
    "AL", "AM", "AT", "AZ", "BA", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE", "ES",
    "FI", "FR", "GB", "GE", "GR", "HR", "HU", "IE", "IS", "IT", "KG", "KZ", "LT", "LU", "LV",
    "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "TJ", "TR",
    "UA", "UZ", "XK",
)  # fmt: skip
PLACES = (
    "Harbour", "Meadow", "Lantern", "Willow", "Compass", "Kite", "Acorn", "Ribbon", "Pebble",
    "Swallow", "Orchard", "Clover", "Bridge", "Fountain", "Garden", "Hazel", "Island",
    "Juniper", "Kettle", "Linden", "Maple", "Nest", "Otter", "Poppy", "Quince", "River",
)  # fmt: skip
BODIES = (
    ("Children's House", "ngo"),
    ("Family Centre", "provider"),
    ("Early Years Institute", "research"),
    ("Foundation for the First Years", "foundation"),
    ("College of Education", "university"),
    ("Municipal Kindergarten Office", "public"),
)
OWN_SCRIPT = {
    "UA": ("uk", "Центр розвитку дитини «{}»"),
    "BG": ("bg", "Център за деца «{}»"),
    "RS": ("sr", "Кућа за децу «{}»"),
    "MK": ("mk", "Куќа за деца «{}»"),
    "KZ": ("kk", "Балалар үйі «{}»"),
    "GE": ("ka", "ბავშვთა სახლი „{}“"),
    "AM": ("hy", "Մանկական տուն «{}»"),
    "GR": ("el", "Σπίτι των παιδιών «{}»"),
    "CY": ("el", "Κέντρο παιδιών «{}»"),
}
LATIN = {
    "DE": ("de", "Kinderhaus {}"),
    "FR": ("fr", "Maison d'enfants {}"),
    "PL": ("pl", "Dom dziecięcy {}"),
    "HR": ("hr", "Dječja kuća {}"),
    "LV": ("lv", "Bērnu māja {}"),
    "TR": ("tr", "Çocuk evi {}"),
    "HU": ("hu", "Gyermekház {}"),
}
DOING = (
    "Listening to", "Learning with", "Working beside", "Talking with", "Observing",
    "Supporting", "Mentoring", "Welcoming", "Planning with", "Playing with", "Reading with",
    "Walking with",
)  # fmt: skip
WHOM = (
    "toddlers", "young fathers", "families on the move", "home visitors",
    "kindergarten teachers", "school heads", "community mediators", "the youngest",
    "new colleagues", "grandparents", "student teachers", "health workers",
)  # fmt: skip
HOW = (
    "in the mountains", "in two languages", "in small groups", "after the move to school",
    "without words", "through play", "out of doors", "in mixed ages", "with little money",
    "in large rooms", "around food", "online",
)  # fmt: skip
IN_UKRAINIAN = "Разом навчаємося: зустріч {}"
SENTENCES = (
    "The group met, tried one thing each and came back with what it had seen.",
    "Two colleagues visited each other and wrote down what surprised them.",
    "Every team chose one question and kept a diary for six weeks.",
    "What worked in one country was changed by three others before they used it.",
    "The facilitators shared their plan, and others have used it since.",
    "Parents joined the second meeting and asked for a third.",
    "The recordings are short on purpose, so that a busy team can watch one together.",
    "Nobody had to travel who did not want to.",
)  # fmt: skip
UKRAINIAN = (
    "Учасниці спробували нове й повернулися з тим, що побачили.",
    "Кожна команда обрала одне запитання й шість тижнів вела щоденник.",
)  # fmt: skip
TOPICS = (
    "Play", "Inclusion", "Home visits", "Fathers", "Transition to school", "Roma children",
    "Refugee families", "Mentoring", "Observation", "Outdoor learning", "Nutrition", "Reading",
    "Two languages", "Leadership", "Wellbeing of staff", "Quality", "Mapping of services",
    "Child protection", "Community work", "Nurseries", "Technology", "Arts", "Evaluation",
    "Advocacy",
)  # fmt: skip
GROUPS = (
    "teachers", "heads of kindergartens", "home visitors", "parents", "students", "trainers",
    "mentors", "local authorities", "health workers", "mediators", "researchers", "volunteers",
)  # fmt: skip
LANGUAGES = (
    "en", "uk", "ro", "hr", "bg", "sr", "ka", "hy", "sl", "lt", "it", "nl", "de", "fr",
)  # fmt: skip


def title(dice: random.Random, number: int) -> Text:
    """The title of an activity; every third one in Ukrainian as well."""
    words = f"{dice.choice(DOING)} {dice.choice(WHOM)} {dice.choice(HOW)}"
    if number % 3:
        return Text({"en": words})
    return Text({"en": words, "uk": IN_UKRAINIAN.format(number + 1)})


def text(dice: random.Random, sentences: int, *, also_ukrainian: bool = False) -> Text:
    """Some sentences in a row."""
    words = {"en": " ".join(dice.choices(SENTENCES, k=sentences))}
    if also_ukrainian:
        words["uk"] = " ".join(dice.choices(UKRAINIAN, k=sentences))
    return Text(words)
