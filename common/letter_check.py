"""A letter template that somebody wrote or that came from outside, looked at whole before a letter is made of it: by
desk and district alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from common.letter_lines import hidden_signs, parts_of
from common.letter_text import Choice, Node, Template, TemplateFault, read_template
from common.words.letter_fields import KINDS, conditions_of, fields_of

LARGEST_TEXT = 16_000
"""Characters of the longest template: five times the longest letter."""
DEEPEST = 8
"""Conditions within conditions."""
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}", re.ASCII)
_CARD = ("cơ quan", "tiêu đề")
_CODE = ("quét mã", "nhãn mã")
_OFFICIAL = ("cấp trên", "cơ quan", "quốc hiệu", "tiêu ngữ", "số", "tiêu đề")
_BACK = ("tiêu đề", "lời chào", "lời thư 1", "dưới tên", "lời thư 2", "lời cuối")
_BIRTH = ("lời chào", "lời thư 1", "dưới tên", "lời thư 2", "lời thư 2 ngắn")


@dataclass(frozen=True, slots=True)
class Layout:
    """A shipped page: for which kind of letter, and the sections that it draws."""

    kind: str
    sections: tuple[str, ...]


LAYOUTS: Mapping[str, Layout] = {
    "birth-card": Layout("birth", (*_CARD, *_BIRTH, *_CODE, "chữ nhỏ")),
    "birth-official": Layout("birth", (*_OFFICIAL, "chủ đề", *_BIRTH, "lời thư 3", *_CODE, "chữ nhỏ")),
    "birth-back-en": Layout("birth", _BACK),
    "marriage-card": Layout("marriage", (*_CARD, "lời chúc", "dưới tên", "lời thư", "lời thư ngắn", *_CODE, "chữ nhỏ")),
    "marriage-back-en": Layout("marriage", _BACK),
    "condolence-card": Layout(
        "death",
        (*_CARD, "lời chào", "lời thư 1", "lời thư 2", "lời kết", "liên hệ", "liên hệ cạnh mã", *_CODE),
    ),
    "thanks-card": Layout("thanks", (*_CARD, "lời chào", "tên", "lời thư 1", "lời thư 2", *_CODE, "chữ nhỏ")),
    "apology-official": Layout(
        "apology", (*_OFFICIAL, "lời chào", "lời thư 1", "bảng", "lời thư 2", "lời cuối", *_CODE, "chữ nhỏ")
    ),
}


def checked_letter(name: str, kind: str, layout: str, text: str) -> Template:
    """The template, every part of it sound: a name that a file may have, a layout of that kind, only fields and
    conditions that have a meaning there, every section that the layout draws and no other. Raises TemplateFault."""
    start = (name[:40], 1, 1)
    if not _NAME.fullmatch(name):
        raise TemplateFault("name", start, name[:40])
    if kind not in KINDS or layout not in LAYOUTS or LAYOUTS[layout].kind != kind:
        raise TemplateFault("layout", start, layout[:40])
    if len(text) > LARGEST_TEXT:
        raise TemplateFault("text-too-long", start, str(LARGEST_TEXT))
    _check_signs(name, text)
    fields = frozenset(one.name for one in fields_of(kind))
    conditions = frozenset(one.name for one in conditions_of(kind))
    _check_sections(name, text, LAYOUTS[layout])
    template = read_template(name, text, fields, conditions)
    for part in parts_of(text)[1:]:
        if _depth(template.sections[part.title]) > DEEPEST:
            raise TemplateFault("branches-too-deep", (name, part.line, 1), part.title)
    return template


def _check_signs(name: str, text: str) -> None:
    for line, column, sign in hidden_signs(text):
        raise TemplateFault("sign", (name, line, column), f"U+{ord(sign):04X}")


def _check_sections(name: str, text: str, layout: Layout) -> None:
    found: set[str] = set()
    for part in parts_of(text)[1:]:
        if part.title not in layout.sections:
            raise TemplateFault("unknown-section", (name, part.line, 4), part.title[:40])
        if part.title in found:
            raise TemplateFault("section-twice", (name, part.line, 4), part.title)
        found.add(part.title)
    for section in layout.sections:
        if section not in found:
            raise TemplateFault("section-missing", (name, text.count("\n") + 1, 1), section)


def _depth(nodes: tuple[Node, ...]) -> int:
    """How many conditions stand within one another; counted without going deeper than what is asked for."""
    level, depth = list(nodes), 0
    while level:
        choices = [node for node in level if isinstance(node, Choice)]
        level = [node for choice in choices for node in (*choice.then, *choice.otherwise)]
        depth += bool(choices)
    return depth
