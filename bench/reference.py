"""The reference page: bare Django, one template, three queries on SQLite, 20 rows.

It runs in a process of its own with the settings of a new Django project (its middleware, its
context processors, nothing of Plaza), and answers through WSGI in the same process. Asked by
another part it measures one round whenever that part has measured one of its own, so that both
feel the same neighbours.
"""

import datetime as dt
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.lines import Line, line_of

REQUESTS = 12
ROUNDS = 5
TEMPLATE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Events</title></head>
<body>
<h1>Events</h1>
<p>{{ number }} events at {{ places }} places</p>
<table>
<thead><tr><th>Title</th><th>Place</th><th>Day</th></tr></thead>
<tbody>
{% for event in events %}<tr>
<td><a href="{% url 'event' event.pk %}">{{ event.title }}</a></td>
<td>{{ event.place.name }}</td>
<td>{{ event.on }}</td>
</tr>{% endfor %}
</tbody>
</table>
</body>
</html>
"""


class Reference:
    """The reference page in its own process; `round` answers its CPU milliseconds per request."""

    def __init__(self) -> None:
        self.child = subprocess.Popen(
            [sys.executable, "-m", "bench.reference"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.rounds: list[float] = []

    def __enter__(self) -> "Reference":
        return self

    def __exit__(self, *error: object) -> None:
        if self.child.stdin is not None:
            self.child.stdin.close()
        self.child.wait()

    def round(self) -> float:
        """Measure once more."""
        assert self.child.stdin is not None and self.child.stdout is not None
        self.child.stdin.write("round\n")
        self.child.stdin.flush()
        self.rounds.append(float(self.child.stdout.readline()))
        return self.rounds[-1]


def lines(network: str) -> list[Line]:
    """The reference alone."""
    with Reference() as reference:
        values = [reference.round() for _ in range(ROUNDS)]
    return [line_of("reference", "bare Django page, CPU per request", values, "ms")]


def main() -> None:
    """Serve rounds to the process that asks on the standard input."""
    with tempfile.TemporaryDirectory() as folder:
        ask = _bare_site(Path(folder))
        for _ in range(REQUESTS):
            ask()
        for _asked in sys.stdin:
            start = time.process_time()
            for _ in range(REQUESTS):
                ask()
            print((time.process_time() - start) * 1000 / REQUESTS, flush=True)


def _bare_site(folder: Path) -> Callable[[], None]:
    _configure(folder)
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 - needs the settings
    from django.db import connection, models  # noqa: PLC0415
    from django.http import HttpRequest, HttpResponse  # noqa: PLC0415
    from django.shortcuts import render  # noqa: PLC0415
    from django.urls import path  # noqa: PLC0415

    class Place(models.Model):
        name = models.CharField(max_length=100)

        class Meta:
            app_label = "bare"

    class Event(models.Model):
        title = models.CharField(max_length=200)
        on = models.DateField()
        place = models.ForeignKey(Place, on_delete=models.CASCADE)

        class Meta:
            app_label = "bare"

    def index(request: HttpRequest) -> HttpResponse:
        context = {
            "number": Event.objects.count(),
            "places": Place.objects.count(),
            "events": Event.objects.select_related("place").order_by("on")[:20],
        }
        return render(request, "page.html", context)

    sys.modules["bench_bare_urls"] = _Urls(
        [path("", index), path("<int:pk>/", index, name="event")]
    )
    with connection.schema_editor() as editor:
        editor.create_model(Place)
        editor.create_model(Event)
    places = [Place.objects.create(name=f"Place {number}") for number in range(10)]
    Event.objects.bulk_create(
        Event(
            title=f"Event number {number} of the year",
            on=dt.date(2022, 1, 1) + dt.timedelta(days=number),
            place=places[number % 10],
        )
        for number in range(300)
    )
    site = get_wsgi_application()

    def ask() -> None:
        told: list[str] = []
        answer = site(_environ(), lambda status, headers, error=None: told.append(status))
        body = b"".join(answer)
        answer.close()
        if told != ["200 OK"] or body.count(b"<tr>") != 21:
            raise RuntimeError("The reference page is not what it should be.")

    return ask


class _Urls:
    def __init__(self, urlpatterns: list[Any]) -> None:
        self.urlpatterns = urlpatterns


def _configure(folder: Path) -> None:
    import django  # noqa: PLC0415 - only in the process of the reference
    from django.conf import settings  # noqa: PLC0415

    (folder / "page.html").write_text(TEMPLATE)
    contrib = "django.contrib"
    settings.configure(
        SECRET_KEY="reference",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="bench_bare_urls",
        DATABASES={
            "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "db.sqlite3")}
        },
        INSTALLED_APPS=[
            f"{contrib}.auth",
            f"{contrib}.contenttypes",
            f"{contrib}.sessions",
            f"{contrib}.messages",
            f"{contrib}.staticfiles",
        ],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            f"{contrib}.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            f"{contrib}.auth.middleware.AuthenticationMiddleware",
            f"{contrib}.messages.middleware.MessageMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [str(folder)],
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        f"{contrib}.auth.context_processors.auth",
                        f"{contrib}.messages.context_processors.messages",
                    ]
                },
            }
        ],
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    )
    django.setup()


def _environ() -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/",
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "HTTP_ACCEPT": "text/html",
        "HTTP_ACCEPT_LANGUAGE": "en",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


if __name__ == "__main__":
    main()
