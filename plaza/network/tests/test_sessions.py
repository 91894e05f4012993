import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from plaza.jobs.actions import work_off
from plaza.jobs.models import Job
from plaza.network.actions import clear_sessions


@pytest.fixture
def over(client, ana):
    client.force_login(ana)
    Session.objects.update(expire_date=timezone.now() - dt.timedelta(hours=1))


def test_sessions_that_expired_are_cleared_and_others_stay(over, client, ben):
    client.cookies.clear()
    client.force_login(ben)

    assert Session.objects.count() == 2

    clear_sessions()

    assert [one.get_decoded()["_auth_user_id"] for one in Session.objects.all()] == [str(ben.pk)]


def test_sessions_are_cleared_again_every_day_by_one_job(over):
    clear_sessions()
    clear_sessions()
    Job.objects.update(due_at=timezone.now())
    work_off()

    assert list(Job.objects.order_by("pk").values_list("name", "state")) == [
        ("network.clear_sessions", "done"),
        ("network.clear_sessions", "waiting"),
    ]
