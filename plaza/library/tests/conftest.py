"""Works of the tests; made through actions, as people make them."""

from itertools import count

import pytest

from plaza.library import actions
from plaza.network.actions import record_organisation

NUMBER = count(1)


@pytest.fixture
def make_work(system):
    def make(title="", language="en", *, topics=(), behind=(), **facts):
        title = title or f"Notes {next(NUMBER)}"
        work = actions.record_resource(title=title, language=language, by=system, **facts)
        for one in behind:
            named = {"name": one} if isinstance(one, str) else {"organisation": one}
            actions.add_credit(work, by=system, **named)
        if topics:
            found = actions.topics_named(topics, by=system)
            actions.edit_resource(work, by=system, topics=found)
        return work

    return make


@pytest.fixture
def make_house(system):
    def make(name="Rivers Foundation", **facts):
        return record_organisation(name=name, by=system, **facts)

    return make


@pytest.fixture
def package(make_work, system):
    """A package: one guide with two days, PPT and PDF each; the Ukrainian edition is in work."""
    work = make_work("Walks for trainers", kind="package", year=2025, summary="Two days outside.")
    actions.add_edition(work, language="uk", title="Прогулянки", state="in_work", by=system)
    guide = actions.add_part(work, title="Guide: first steps", kind="guide", by=system)
    actions.add_link(work, url="https://files.example/guide.pdf", part=guide, by=system)
    for day in actions.add_days(work, first=1, last=2, parent=guide, by=system):
        for ending in ("pptx", "pdf"):
            url = f"https://files.example/day{day.number}.{ending}"
            actions.add_link(work, url=url, part=day, by=system)
    return work


@pytest.fixture
def at_desk(client, dora):
    client.force_login(dora)
    return client
