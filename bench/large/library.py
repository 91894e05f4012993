"""Works of the large network, with editions, files and who is behind them."""

import random

from bench.large import words
from plaza.library.folding import folded
from plaza.library.models import Credit, Edition, File, Part, Resource, Topic
from plaza.network.models import Organisation
from plaza.programmes.models import Programme
from plaza.web.slugs import slug_of
from plaza.web.text import Text

RESOURCES, BATCH = 20_000, 2_000


def make_topics() -> list[Topic]:
    """The subjects of activities and works."""
    return Topic.objects.bulk_create(
        Topic(slug=slug_of(name), name=Text.of(name), sort_name=name) for name in words.TOPICS
    )


def make_resources(
    dice: random.Random,
    organisations: list[Organisation],
    programmes: list[Programme],
    topics: list[Topic],
) -> list[Resource]:
    """Works with one to four languages; one in fifty is a package of days."""
    made: list[Resource] = []
    for start in range(0, RESOURCES, BATCH):
        numbers = range(start, start + BATCH)
        batch = Resource.objects.bulk_create(_resource(n, dice, programmes) for n in numbers)
        editions = Edition.objects.bulk_create(
            edition for one in batch for edition in _editions(one, dice)
        )
        _around(batch, editions, dice, organisations, topics)
        made += batch
    _package(made[0])
    return made


def _resource(number: int, dice: random.Random, programmes: list[Programme]) -> Resource:
    title = f"{words.title(dice, 1).said('en').text}, {number + 1}"
    return Resource(
        slug=f"{slug_of(title)}-{number + 1}",
        kind=dice.choice(Resource.Kind.values),
        year=dice.randrange(2005, 2024) if number % 20 else None,
        access="members" if number % 15 == 0 else "open",
        sort_title=title,
        programme=dice.choice(programmes) if number % 4 == 0 else None,
        countries=dice.sample(words.COUNTRIES, number % 3),
        target_groups=Text.of(dice.choice(words.GROUPS)),
        age_from=dice.randrange(0, 3),
        age_to=dice.randrange(3, 11),
    )


def _editions(one: Resource, dice: random.Random) -> list[Edition]:
    chosen = ["en", *dice.sample(words.LANGUAGES[1:], dice.choice((0, 0, 1, 1, 2, 3)))]
    found = []
    for place, language in enumerate(chosen):
        summary = " ".join(dice.choices(words.SENTENCES, k=2))
        title = one.sort_title
        if language == "uk":
            title = words.IN_UKRAINIAN.format(one.slug.rsplit("-", 1)[-1])
            summary = " ".join(words.UKRAINIAN)
        found.append(
            Edition(
                resource=one,
                language=language,
                title=title,
                summary=summary,
                is_original=place == 0,
                folded=folded(title, "", summary),
            )
        )
    return found


def _around(
    batch: list[Resource],
    editions: list[Edition],
    dice: random.Random,
    organisations: list[Organisation],
    topics: list[Topic],
) -> None:
    Credit.objects.bulk_create(
        Credit(resource=one, organisation=who, role=role, position=place)
        for one in batch
        for place, (who, role) in enumerate(
            zip(dice.sample(organisations, 2), ("publisher", "author"), strict=True), start=1
        )
    )
    tie = Resource.topics.through
    tie.objects.bulk_create(
        tie(resource_id=one.pk, topic_id=topic.pk)
        for one in batch
        for topic in dice.sample(topics, dice.randrange(1, 4))
    )
    File.objects.bulk_create(
        File(
            resource_id=edition.resource_id,
            edition=edition,
            label="PDF",
            format="pdf",
            language=edition.language,
            url=f"https://files.plaza.example/{edition.pk}.pdf",
        )
        for edition in editions
    )


def _package(one: Resource) -> None:
    """The fullest work: a package of 30 days with two files each."""
    guide = Part.objects.create(
        resource=one, kind="guide", number=1, title=Text.of("The guide"), position=0
    )
    days = Part.objects.bulk_create(
        Part(
            resource=one,
            parent=guide,
            kind="day",
            number=number,
            position=number,
            title=Text.of(f"Day {number}"),
        )
        for number in range(1, 31)
    )
    File.objects.bulk_create(
        File(
            resource=one,
            part=day,
            format=form,
            label=f"{form} of day {day.number}",
            url=f"https://files.plaza.example/day-{day.number}.{form}",
            position=day.number or 0,
        )
        for day in days
        for form in ("pptx", "pdf")
    )
