import io

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address", ["/library/?q=%00", "/activities/?host=a%00b", "/network/a%00/"]
)
def test_what_no_database_can_look_for_is_refused_in_a_sentence(client, address):
    answer = client.get(address)

    assert answer.status_code == 400
    assert "We could not read that" in answer.content.decode()


def test_a_request_for_another_host_is_refused_in_a_sentence(client):
    answer = client.get("/", headers={"host": "evil.example"})

    assert answer.status_code == 400
    assert "We could not read that" in answer.content.decode()
    assert "evil.example" not in answer.content.decode()


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("charset", ["utf-7", "utf-16"])
def test_words_in_letters_that_no_page_sends_are_refused_in_a_sentence(client, charset):
    answer = client.post("/sign-in/", b"email=a", content_type=f"{FORM}; charset={charset}")

    assert answer.status_code == 400
    assert "We could not read that" in answer.content.decode()


@pytest.mark.parametrize("typed", [b"email=" + b"a" * 5_300_000, b"&".join([b"a=1"] * 10_001)])
def test_too_much_at_once_is_taken_whole_and_refused_in_a_sentence(client, typed):
    sent = io.BytesIO(typed)
    told = {"CONTENT_TYPE": FORM, "CONTENT_LENGTH": str(len(typed)), "wsgi.input": sent}
    answer = client.generic("POST", "/sign-in/", **told)

    assert answer.status_code == 413
    assert "That is too much at once" in answer.content.decode()
    assert sent.read() == b""
