"""A template's file as sections a person writes in, and back; line ends that mean nothing are not shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HEAD = re.compile(r"^== (.*)$", re.MULTILINE)
_FLOWING = "lời"
"""Sections named so are paragraphs: in them a line end is a space."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its name, and its text as it is written."""

    name: str
    text: str


def sections_of(whole: str) -> tuple[str, tuple[Section, ...]]:
    """What stands before the sections, and these, their lines joined where that changes nothing."""
    parts = _HEAD.split(whole.replace("\r\n", "\n"))
    named = zip(parts[1::2], parts[2::2], strict=True)
    return parts[0], tuple(Section(name.strip(), _shown(name.strip(), body.strip("\n"))) for name, body in named)


def whole_of(head: str, sections: Sequence[Section]) -> str:
    """The file."""
    bodies = (f"== {one.name}\n{one.text.strip(chr(10))}\n" for one in sections)
    return head.rstrip("\n") + "\n\n" + "\n".join(bodies)


def offset_in(text: str, line: int, column: int) -> int:
    """Where line and column, both from 1, lie in a text; its end where there is no such place."""
    lines = text.split("\n")
    if not 1 <= line <= len(lines):
        return len(text)
    before = sum(len(one) + 1 for one in lines[: line - 1])
    return before + min(max(column - 1, 0), len(lines[line - 1]))


def first_lines(head: str, sections: Sequence[Section]) -> tuple[int, ...]:
    """The line of the file in which the text of each section begins, from 1."""
    found, line = [], len(head.rstrip("\n").split("\n")) + 2
    for one in sections:
        found.append(line + 1)
        line += 2 + len(one.text.strip("\n").split("\n"))
    return tuple(found)


def _shown(name: str, body: str) -> str:
    if not name.startswith(_FLOWING):
        return body
    lines: list[str] = []
    for line in (one.strip() for one in body.split("\n")):
        joins = lines and line and lines[-1] and not line.startswith("[") and not lines[-1].endswith("]")
        if joins:
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return "\n".join(lines)
