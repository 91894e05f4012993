"""Programmes over HTTP: public pages and the desk."""

import datetime as dt
from decimal import Decimal

import pytest
from pytest_django.asserts import assertRedirects

from plaza.ledger.models import Entry
from plaza.ledger.trees import in_order
from plaza.network.actions import record_organisation
from plaza.programmes import actions
from plaza.programmes.models import Programme

HERE = "/desk/programmes/going-to-school-together/"


@pytest.fixture
def at_desk(client, dora):
    client.force_login(dora)
    return client


def rows(prefix, *lines, initial=0):
    data = {f"{prefix}-TOTAL_FORMS": len(lines), f"{prefix}-INITIAL_FORMS": initial}
    for number, line in enumerate(lines):
        data |= {f"{prefix}-{number}-{name}": value for name, value in line.items()}
    return data


def test_the_list_groups_years_projects_and_initiatives(client, year, project):
    groups = client.get("/programmes/").context["groups"]

    assert [(kind, [str(one) for one in found]) for kind, _words, found in groups] == [
        ("year", ["Peer learning 2022"]),
        ("project", ["Going to school together"]),
    ]


def test_the_list_takes_as_many_questions_for_three_as_for_one(
    client, system, house, django_assert_num_queries
):
    def make(number):
        made = actions.record_programme(title=f"Project {number}", by=system)
        actions.add_partner(made, organisation=house, role="lead", by=system)

    make(1)
    client.get("/programmes/")
    with django_assert_num_queries(3):
        client.get("/programmes/")
    make(2)
    make(3)
    with django_assert_num_queries(3):
        client.get("/programmes/")


def test_a_partner_that_is_not_public_is_named_to_the_desk_alone(client, project, dora, system):
    hidden = record_organisation(name="Hushed House", visibility="desk", by=system)
    actions.add_partner(project, organisation=hidden, role="lead", by=system)
    pages = ("/programmes/going-to-school-together/", "/programmes/")

    def told():
        return ["Hushed House" in client.get(page).content.decode() for page in pages]

    assert told() == [False, False]
    client.force_login(dora)
    assert told() == [True, True]


def test_a_programme_shows_strands_partners_and_totals(client, project, house, system):
    actions.add_partner(project, organisation=house, role="funder", by=system)
    actions.add_contribution(project, amount=1500, stage="paid", organisation=house, by=system)

    answer = client.get("/programmes/going-to-school-together/")

    assert [(str(strand), depth) for strand, depth in answer.context["strands"]] == [
        ("1 Mapping", 0),
        ("2 Toolkit", 0),
        ("3 Pilots", 0),
        ("Round tables", 1),
        ("Workshops", 1),
    ]
    assert answer.context["partners"] == [("Funder", [house])]
    assert "€ 1,500.00" in answer.text


def test_a_programme_says_what_it_and_its_strands_are_for(client, project, system):
    actions.edit_programme(project, aims={"en": "To meet.\n\n- To learn"}, by=system)
    actions.add_strand(project, title="Maps", text={"en": "Where schools are."}, by=system)

    shown = client.get("/programmes/going-to-school-together/").text

    assert "<p>To meet.</p>\n<ul><li>To learn</li></ul>" in shown
    assert "<p>Where schools are.</p>" in shown


def test_a_hidden_programme_is_there_for_the_desk_alone(client, project, dora, system):
    actions.edit_programme(project, visibility="desk", by=system)
    assert client.get("/programmes/going-to-school-together/").status_code == 404

    client.force_login(dora)

    assert client.get("/programmes/going-to-school-together/").status_code == 200


@pytest.mark.parametrize(
    "address", ["/desk/programmes/", "/desk/programmes/new/", "/desk/money/", HERE]
)
def test_the_desk_is_for_the_desk(client, project, ben, address):
    assertRedirects(client.get(address), f"/sign-in/?next={address}", fetch_redirect_response=False)
    client.force_login(ben)

    assert client.get(address).status_code == 403


PROGRAMME = {
    "title_en": "Peer learning 2023",
    "title_uk": "Взаємонавчання 2023",
    "kind": "year",
    "year": "2023",
    "precision": "year",
    "starts_on": "2023-01-01",
    "ends_on": "2023-12-31",
    "visibility": "public",
}


def test_a_programme_is_entered_and_changed(at_desk):
    answer = at_desk.post("/desk/programmes/new/", PROGRAMME)
    assertRedirects(answer, "/desk/programmes/peer-learning-2023/", fetch_redirect_response=False)

    at_desk.post("/desk/programmes/peer-learning-2023/", {**PROGRAMME, "aims_en": "To learn."})

    made = Programme.objects.get(year=2023)
    assert made.title == {"en": "Peer learning 2023", "uk": "Взаємонавчання 2023"}
    assert (made.aims, made.when) == ({"en": "To learn."}, "2023")


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        ({"year": ""}, {"year": ["Say which year it is."]}),
        ({"ends_on": "2022-01-01"}, {"ends_on": ["The last day lies before the first one."]}),
        ({"title_en": "", "title_uk": ""}, {"title": ["This field is required."]}),
    ],
)
def test_a_wrong_programme_comes_back_with_a_sentence(at_desk, change, errors):
    answer = at_desk.post("/desk/programmes/new/", {**PROGRAMME, **change})

    assert (answer.status_code, answer.context["form"].errors) == (422, errors)


def test_a_second_programme_of_a_year_is_refused(at_desk, year):
    answer = at_desk.post("/desk/programmes/new/", {**PROGRAMME, "year": "2022"})

    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors() == ["This year has its programme already."]


def test_partners_are_kept_row_by_row(at_desk, project, house):
    lines = rows(
        "partners",
        {"organisation": "rivers foundation", "role": "lead"},
        {"organisation": "Nobody we know of", "role": "partner"},
    )

    answer = at_desk.post(f"{HERE}partners/", lines)

    assert answer.status_code == 422
    assert [(p.organisation, p.role) for p in project.partners.all()] == [(house, "lead")]


MONEY = {
    "organisation": "Rivers Foundation",
    "kind": "cash",
    "stage": "confirmed",
    "amount": "24 354",
    "currency": "usd",
    "rate": "0.9",
    "rate_source": "a bank",
    "on": "2022-05-01",
    "note": "for travel",
}


def test_money_is_kept_row_by_row(at_desk, project, house):
    answer = at_desk.post(f"{HERE}money/", rows("money", MONEY))

    assertRedirects(answer, f"{HERE}#money", fetch_redirect_response=False)
    row = project.contributions.get()
    assert (row.organisation, row.amount, row.currency) == (house, Decimal("24354.00"), "USD")
    assert (row.rate, row.on) == (Decimal("0.9"), dt.date(2022, 5, 1))
    shown = at_desk.get("/desk/money/2022/").context["money"]
    assert [(one.kind, one.euro) for one in shown.sums] == [("cash", Decimal("21918.60"))]


def test_days_are_typed_as_people_write_them(at_desk, project, house):
    at_desk.post(f"{HERE}money/", rows("money", {**MONEY, "on": "1.5.2022"}))
    months = {"starts_on": "2023-02", "ends_on": "March 2023", "precision": "month"}
    at_desk.post("/desk/programmes/new/", {**PROGRAMME, **months})

    assert project.contributions.get().on == dt.date(2022, 5, 1)
    made = Programme.objects.get(year=2023)
    assert (made.starts_on, made.ends_on) == (dt.date(2023, 2, 1), dt.date(2023, 3, 31))


def test_saving_the_same_money_twice_writes_nothing_down(at_desk, project, house):
    at_desk.post(f"{HERE}money/", rows("money", MONEY))
    before = Entry.objects.count()
    line = {**MONEY, "key": project.contributions.get().pk}

    at_desk.post(f"{HERE}money/", rows("money", line, initial=1))

    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("change", "name", "sentence"),
    [
        ({"amount": "0"}, "amount", "Ensure this value is greater than or equal to 0.01."),
        ({"amount": ""}, "amount", "This field is required."),
        ({"on": ""}, "on", "Say of which day the rate is."),
        ({"rate_source": ""}, "rate_source", "Say where the rate is from."),
    ],
)
def test_wrong_money_comes_back_with_a_sentence(at_desk, project, house, change, name, sentence):
    answer = at_desk.post(f"{HERE}money/", rows("money", {**MONEY, **change}))

    assert answer.status_code == 422
    assert answer.context["contributions"][0].errors == {name: [sentence]}
    assert project.contributions.count() == 0


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("24,354", "24354"), ("24.354,50", "24354.50"), ("1200.5", "1200.5"), ("12,5", "12.5")],
)
def test_amounts_are_read_as_people_type_them(at_desk, project, house, typed, amount):
    at_desk.post(f"{HERE}money/", rows("money", {**MONEY, "amount": typed}))

    assert project.contributions.get().amount == Decimal(amount)


def test_money_is_said_to_be_paid(at_desk, project, system):
    row = actions.add_contribution(project, amount=5, by=system)

    answer = at_desk.post(f"/desk/money/{row.pk}/pay/")

    assertRedirects(answer, f"{HERE}#money", fetch_redirect_response=False)
    row.refresh_from_db()
    assert row.stage == "paid"
    assert at_desk.post(f"/desk/money/{row.pk}/pay/").status_code == 409


@pytest.mark.parametrize("year", ["0", "3000", "9" * 20])
def test_no_money_is_of_a_year_that_nobody_writes(at_desk, year):
    answer = at_desk.get(f"/desk/money/{year}/")

    assert answer.status_code == 404
    assert answer.templates[0].name == "404.html"


def test_the_money_of_a_year_takes_as_many_questions_for_three_rows_as_for_one(
    at_desk, year, house, system, django_assert_num_queries
):
    actions.add_contribution(year, amount=5, organisation=house, by=system)
    at_desk.get("/desk/money/2022/")
    with django_assert_num_queries(9):
        at_desk.get("/desk/money/2022/")
    for amount in (6, 7):
        actions.add_contribution(year, amount=amount, organisation=house, by=system)
    with django_assert_num_queries(9):
        at_desk.get("/desk/money/2022/")


def test_strands_are_added_moved_renamed_and_taken_out(at_desk, project):
    toolkit, pilots = project.strands.get(number="2"), project.strands.get(number="3")
    at_desk.post(
        f"{HERE}strands/add/",
        {"new-title": "Learning groups", "new-kind": "pilots", "new-parent": pilots.pk},
    )
    name = f"strand-{toolkit.pk}"
    at_desk.post(
        f"{HERE}strands/{toolkit.pk}/",
        {f"{name}-title": "A toolkit", f"{name}-number": "2", f"{name}-kind": "toolkit"},
    )
    for verb in ("raise", "sink", "lower", "lift", "raise"):
        at_desk.post(f"{HERE}strands/{toolkit.pk}/{verb}/")
    workshops = next(one for one in project.strands.all() if str(one) == "Workshops")
    at_desk.post(f"{HERE}strands/{workshops.pk}/remove/")

    shape = [(str(strand), depth) for strand, depth in in_order(project.strands.all())]
    assert shape == [
        ("2 A toolkit", 0),
        ("1 Mapping", 0),
        ("3 Pilots", 0),
        ("Round tables", 1),
        ("Learning groups", 1),
    ]


def test_a_strand_of_another_programme_is_not_found_below_this_one(at_desk, project, year):
    strand = project.strands.first()

    answer = at_desk.post(f"/desk/programmes/peer-learning-2022/strands/{strand.pk}/raise/")

    assert answer.status_code == 404
