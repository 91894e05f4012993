"""The web server's door: static files first, then the site; the worker starts beside it."""

import gc
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

from plaza.web.bundle import bundle, bundle_folder


def _application() -> WhiteNoise:
    django_site = get_wsgi_application()
    from plaza.ledger.shelf import Shelf  # noqa: PLC0415 - it reads settings that are ready now

    site = Shelf(django_site)
    for kind in ("css", "js"):
        bundle(kind)
    served = WhiteNoise(
        site, max_age=3600, immutable_file_test=lambda path, url: "/plaza-" in url, charset="utf-8"
    )
    served.add_files(str(bundle_folder()), prefix="static/")
    for finder in get_finders():
        for path, storage in finder.list(["*.css", "*.js", "*.ts", "CVS", ".*", "*~"]):
            served.add_file_to_dictionary(f"/static/{path}", storage.path(path))
    if settings.PLAZA_WORKER:
        from plaza.jobs import worker  # noqa: PLC0415 - it reads settings that are ready now

        worker.start()
    return served


application = _application()
# What is loaded by now stays for good. Left out of the count, it does not put off the collection
# of the rows of a list, which hold each other: Python waits until a quarter of all is new.
gc.collect()
gc.freeze()
