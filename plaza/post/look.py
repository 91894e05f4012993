"""How letters look. Mail programs read styles on elements only, so classes become styles."""

import re
from html import escape

INK, NOTE, PAPER, GROUND, LINE, ACCENT = (
    "#272219",
    "#554f45",
    "#f9f8f3",
    "#f2efe7",
    "#dcd9d2",
    "#005853",
)
SERIF = "'Iowan Old Style','Palatino Linotype',Palatino,Georgia,serif"
SANS = "system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif"

STYLES = {
    "ground": f"margin:0;padding:24px 0;background:{GROUND};",
    "letter": f"width:600px;max-width:100%;background:{PAPER};color:{INK};font-family:{SERIF};",
    "inside": "padding:28px 32px;",
    "mark": f"font-size:22px;line-height:28px;color:{INK};",
    "day": f"font-size:15px;font-style:italic;color:{NOTE};text-align:right;",
    "rule": f"border-top:1px solid {LINE};font-size:0;line-height:0;height:1px;",
    "title": f"margin:24px 0 12px;font-weight:400;font-size:30px;line-height:36px;color:{INK};",
    "words": f"margin:0 0 14px;font-size:17px;line-height:27px;color:{INK};",
    "code": f"margin:8px 0 20px;font-size:40px;line-height:48px;letter-spacing:6px;color:{INK};",
    "fact": f"padding:10px 16px 10px 0;border-bottom:1px solid {LINE};font-size:15px;"
    f"font-style:italic;color:{NOTE};vertical-align:top;",
    "value": f"padding:10px 0;border-bottom:1px solid {LINE};font-family:{SANS};font-size:15px;"
    f"color:{INK};vertical-align:top;",
    "press": f"background:{ACCENT};border-radius:6px;",
    "button": f"display:inline-block;padding:13px 28px;font-family:{SANS};font-size:16px;"
    "font-weight:600;color:#ffffff;text-decoration:none;",
    "after": f"margin:20px 0 0;font-family:{SANS};font-size:15px;line-height:23px;color:{INK};",
    "why": f"margin:24px 0 0;font-family:{SANS};font-size:13px;line-height:20px;color:{NOTE};",
}
_CLASS = re.compile(r'class="([a-z]+)"')


def inlined(html: str) -> str:
    """The same page with each class as a style; what has no class of ours stays."""

    def styled(found: re.Match[str]) -> str:
        style = STYLES.get(found[1])
        return f'style="{escape(style)}"' if style else found[0]

    return _CLASS.sub(styled, html)
