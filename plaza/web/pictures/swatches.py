"""Swatches: two colours as they will be used, for the page where a network chooses its own."""

from django.utils.safestring import SafeString

from plaza.web.pictures.svg import element, picture


def swatch(colour: str, ground: str, word: str) -> SafeString:
    """A word in one colour on the other; the number beside it says whether it can be read."""
    return picture(
        element("rect", width="112", height="40", rx="6", fill=ground),
        element("text", word, x="56", y="26", text_anchor="middle", font_size="17", fill=colour),
        class_="contrast__sample",
        viewBox="0 0 112 40",
        width="112",
        height="40",
    )
