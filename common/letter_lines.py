"""A letter template's text line by line: a header of title and version, then sections that begin with `== name`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

HEADING = "== "
HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode's categories of signs that nobody sees; no template holds one."""
_HEADER = re.compile(r"(tên|phiên bản): (.+)")
_VERSION = re.compile(r"[0-9]{1,6}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it stands in the text: its title, the line of its heading from 1, the lines under it. What stands
    above the first section is a part without a title, its `line` 0."""

    title: str
    line: int
    lines: tuple[str, ...]

    @property
    def numbered(self) -> Iterator[tuple[int, str]]:
        """Its lines with their numbers."""
        return enumerate(self.lines, self.line + 1)


def parts_of(text: str) -> tuple[Part, ...]:
    """What stands above the sections, then every section in the order of the text, as often as it stands there."""
    found: list[tuple[str, int, list[str]]] = [("", 0, [])]
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        if line.startswith(HEADING):
            found.append((line.removeprefix(HEADING).strip(), number, []))
        else:
            found[-1][2].append(line)
    return tuple(Part(title, number, tuple(lines)) for title, number, lines in found)


def part_named(text: str, section: str) -> Part | None:
    """The first section of that title."""
    return next((part for part in parts_of(text)[1:] if part.title == section), None)


def header_line(line: str) -> tuple[str, str] | None:
    """`tên` or `phiên bản` and what is said of it; None for a line that is neither."""
    match = _HEADER.fullmatch(line.strip())
    return (match[1], match[2]) if match else None


def is_version(text: str) -> bool:
    """Whether this may be the number of a template's version."""
    return _VERSION.fullmatch(text) is not None


def hidden_signs(text: str) -> Iterator[tuple[int, int, str]]:
    """The first sign of each line that nobody sees: line and column from 1, and the sign."""
    for number, line in enumerate(text.split("\n"), 1):
        for column, sign in enumerate(line, 1):
            if unicodedata.category(sign) in HIDDEN:
                yield number, column, sign
                break
