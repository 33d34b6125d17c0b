"""Where in a text the words stand that somebody looked for, marks or none."""

from __future__ import annotations

import re

from common.names import fold

Spans = tuple[tuple[int, int], ...]
"""Pairs of first and last-but-one character."""

_WORD = re.compile(r"[^\s,;:()]+")


def marked(text: str, sought: str) -> Spans:
    """The words of `text` that begin with a word of `sought`; neighbours make one span."""
    wanted = tuple(fold(sought).split())
    hits = [hit.span() for hit in _WORD.finditer(text) if fold(hit.group()).startswith(wanted)]
    joined: list[tuple[int, int]] = []
    for first, last in hits:
        if joined and text[joined[-1][1] : first] == " ":
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return tuple(joined)
