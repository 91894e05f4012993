"""Markdown to plain lines: marks of emphasis and headings off, links kept."""

from __future__ import annotations

import re


def text_of(markup: str) -> str:
    """The words of a Markdown text, one line for one line of it."""
    lines = []
    fenced = False
    for line in markup.split("\n"):
        if re.match(r"\s*(?:```|~~~)", line):
            fenced = not fenced
            continue
        lines.append(line if fenced else _line(line))
    return "\n".join(lines)


def _line(line: str) -> str:
    if re.fullmatch(r"\s*(?:[-*_=]\s*){3,}", line):
        return ""
    alone = re.fullmatch(r"\s*(?:[-*+]\s+)?\[([^\]]+)\]\((https?://[^)\s]+)\)\s*", line)
    if alone:
        return f'button[src="{alone[2]}"][label="{alone[1]}"]'
    plain = re.sub(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$", r"\1", line)
    plain = re.sub(r"^\s*>\s?", "", plain)
    plain = re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"\1", plain)
    plain = re.sub(r"\[([^\]]+)\]\(mailto:([^)\s]+)\)", r"\1 \2", plain)
    plain = re.sub(r"\[([^\]]+)\]\((https?://[^)\s]+)\)", r"\1 (\2)", plain)
    plain = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", plain)
    plain = re.sub(r"(?<![\w*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?![\w*])", r"\1", plain)
    row = re.fullmatch(r"\s*\|(.*)\|\s*", plain)
    if row:
        cells = [cell.strip() for cell in row[1].split("|")]
        if all(re.fullmatch(r":?-+:?", cell) for cell in cells):
            return ""
        return f"{cells[0].rstrip(':')}: {cells[1]}" if len(cells) == 2 else " | ".join(cells)
    return plain
