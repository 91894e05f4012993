"""The first start: one link, one page, then it never works again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plaza.network.actions import set_up_network
from plaza.network.models import Network, Person
from plaza.network.set_up import is_waiting, set_up_link

TYPED = {
    "name_en": "Small Steps",
    "motto_en": "Nurseries of five valleys learn from each other",
    "languages": ["en", "uk"],
    "accent": "#3d4fc4",
    "warm": "#fc9a7c",
    "person": "Mila",
    "address": "mila@steps.example",
}


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.PLAZA_DATA = tmp_path
    settings.PLAZA_DEMO = False


@pytest.fixture
def link(db, settings):
    return set_up_link().removeprefix(settings.PLAZA_ADDRESS)


def test_a_link_is_given_until_the_network_is_set_up(db, system):
    assert set_up_link() is not None
    set_up_network(by=system)

    assert set_up_link() is None
    assert not is_waiting()


def test_only_a_hash_of_the_link_is_kept(link, tmp_path):
    token = link.strip("/").split("/")[-1]

    assert token not in (tmp_path / "set-up.json").read_text()


def test_a_new_link_puts_an_end_to_the_old_one(client, link):
    set_up_link()

    assert client.get(link).status_code == 404


def test_everybody_else_sees_closed_doors(client, link):
    for address in ("/network/", "/sign-in/", "/desk/organisations/", "/uk/about/"):
        answer = client.get(address)
        assert answer.status_code == 503
    assert "Not open yet" in client.get("/network/").content.decode()


def test_the_page_opens_the_network_and_signs_the_first_person_in(client, link):
    assert client.get(link).status_code == 200

    answer = client.post(link, TYPED)

    assert answer.url == "/desk/organisations/"
    network, mila = Network.objects.get(), Person.objects.get(name="Mila")
    assert (str(network.name), network.accent, network.opened_at is None) == (
        "Small Steps",
        "#3d4fc4",
        False,
    )
    assert sorted(role.kind for role in mila.roles.all()) == ["administrator", "secretariat"]
    assert client.get("/desk/organisations/").status_code == 200
    assert client.get("/my/passkeys/add/").status_code == 200


def test_the_link_is_dead_after_use(client, link):
    client.post(link, TYPED)

    assert client.get(link).status_code == 404
    assert client.get("/network/").status_code == 200


@pytest.mark.parametrize(
    "wrong", [{"name_en": ""}, {"accent": "green"}, {"address": "mila"}, {"person": ""}]
)
def test_what_is_wrong_opens_nothing(client, link, wrong):
    answer = client.post(link, TYPED | wrong)

    assert (answer.status_code, Network.objects.count(), is_waiting()) == (422, 0, True)


def test_colours_are_tried_without_saving(client, link):
    answer = client.post(link, {**TYPED, "try": "1", "person": ""})

    assert (answer.context["form"]["accent"].value(), Network.objects.count()) == ("#3d4fc4", 0)


def test_a_ready_pair_of_colours_is_taken_with_one_button(client, link):
    answer = client.post(link, {**TYPED, "pair": "plum"})

    form = answer.context["form"]
    assert (form["accent"].value(), form["warm"].value()) == ("#66264a", "#e3c262")
    assert form["name"].value() == {"en": "Small Steps"}
    assert Network.objects.count() == 0


def test_the_mail_server_is_asked_from_the_page(client, link, settings):
    settings.PLAZA_MAIL_URL = ""

    answer = client.post(link, {**TYPED, "ask_mail": "1"})

    assert (answer.context["asked"].works, Network.objects.count()) == (False, 0)


def test_a_wrong_link_is_nothing(client, link):
    assert client.get("/set-up/guess/").status_code == 404


def test_the_secretariat_changes_what_the_network_looks_like(desk, settings, system):
    set_up_network(by=system)
    logo = SimpleUploadedFile("logo.png", b"\x89PNG" + b"0" * 40, "image/png")
    typed = {**TYPED, "logo": logo, "members_complete_from": "2024"}

    answer = desk.post("/desk/settings/", typed)

    assert answer.url == "/desk/settings/"
    network = Network.objects.get()
    assert (str(network.name), network.members_complete_from.isoformat()) == (
        "Small Steps",
        "2024-01-01",
    )
    assert network.logo.name.startswith("network/logo")


@pytest.mark.parametrize("content", [b"<svg onload='x'/>", b"\x89PNG" + b"0" * 600_000])
def test_a_logo_is_a_small_picture(desk, system, content):
    set_up_network(by=system)
    logo = SimpleUploadedFile("logo.png", content, "image/png")

    answer = desk.post("/desk/settings/", {**TYPED, "logo": logo})

    assert (answer.status_code, bool(Network.objects.get().logo)) == (422, False)
