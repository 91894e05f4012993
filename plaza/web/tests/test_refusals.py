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
