"""Two texts of a letter template, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from common.letter_lines import parts_of
from desk_app.services.template_values import Words

_PIECE = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]|[^\s{}\[\]]+|\S")


def differing(old: str, new: str) -> tuple[Words, ...]:
    """Section by section in the order of the new text, what was only in the old one behind."""
    before, after = _sections(old), _sections(new)
    titles = [*after, *(title for title in before if title not in after)]
    return tuple(words for title in titles for words in _in_section(title, before.get(title, ""), after.get(title, "")))


def _in_section(title: str, old: str, new: str) -> Iterator[Words]:
    left, right = _PIECE.findall(old), _PIECE.findall(new)
    for step, *ends in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        only_old, only_new = " ".join(left[ends[0] : ends[1]]), " ".join(right[ends[2] : ends[3]])
        if step == "equal":
            yield Words(title, "same", only_new)
            continue
        if only_old:
            yield Words(title, "old", only_old)
        if only_new:
            yield Words(title, "new", only_new)


def _sections(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in parts_of(text):
        told = part.lines if part.line else (line for line in part.lines if not line.startswith("phiên bản: "))
        found[part.title] = "\n".join((found.get(part.title, ""), *told))
    return {title: body for title, body in found.items() if body.strip()}
