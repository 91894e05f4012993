"""Languages of the interface: English without a prefix, the others as `/uk/...`."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


def language_of(path: str) -> str:
    """The interface language that an address names."""
    first = path.lstrip("/").split("/", 1)[0]
    tags = dict(settings.LANGUAGES)
    return first if first in tags and first != settings.LANGUAGE_CODE else settings.LANGUAGE_CODE


class LanguageMiddleware:
    """The address alone decides the language of a page, so that a link shows what was meant."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            answer = self.get_response(request)
        answer.headers.setdefault("Content-Language", language)
        return answer


def room_of(path: str) -> str:
    """The first address of the room that a page belongs to, in the page's own language."""
    language = language_of(path)
    bare = in_language(path, settings.LANGUAGE_CODE)
    return in_language(f"/{bare.split('/')[1]}/", language)


def in_language(path: str, language: str) -> str:
    """The same address in another interface language."""
    here = language_of(path)
    bare = path if here == settings.LANGUAGE_CODE else path[len(here) + 1 :] or "/"
    return bare if language == settings.LANGUAGE_CODE else f"/{language}{bare}"
