"""Which words a letter has: the office's own version that is in force on its day, or those of the program."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from common.letter_check import LAYOUTS
from common.letter_names import FORMS, is_template_name, layout_of
from common.letter_text import Template, TemplateFault, read_template
from common.words.letter_fields import CONDITIONS, FIELDS
from desk_app import paths
from desk_app.db.letter_templates import KeptTemplate
from desk_app.db.register import Reading, Work

MOST_READ = 100


@dataclass(slots=True)
class Wordings:
    """The approved templates of one register, read again only when one came or went."""

    _stand: tuple[tuple[Any, ...], ...] | None = None
    _read: Mapping[tuple[str, int], Template] | None = None
    _on: tuple[date, Mapping[str, Template]] | None = None

    def on(self, store: Reading | Work, day: date) -> Mapping[str, Template]:
        """The office's own versions in force on this day, by the name of the template."""
        stand = store.letter_templates.approved()
        if self._read is None or stand != self._stand:
            every = store.letter_templates.all() if stand else ()
            self._read, self._stand, self._on = _approved(every), stand, None
        if self._on is None or self._on[0] != day:
            self._on = (day, _in_force(self._read, stand, day))
        return self._on[1]

    def forget(self) -> None:
        """Read everything again with the next letter: an act on the templates is under way."""
        self._read = self._on = None


def template_in(wording: Mapping[str, Template], name: str | None) -> str | None:
    """What a wish for this template means now: an own letter that is in force no more is written on the template of the
    program that has its form."""
    form = layout_of(name or "")
    return form if name and name not in wording and form in FORMS else name


@cache
def packed_texts() -> Mapping[str, str]:
    """The files of the templates that came with the program, by name; read once."""
    folder = paths.resources() / "letters"
    return {name: (folder / f"{name}.txt").read_text(encoding="utf-8") for name in LAYOUTS}


@cache
def packed_templates() -> Mapping[str, Template]:
    """The same, read."""
    return {name: template_from(name, text) for name, text in packed_texts().items()}


@lru_cache(MOST_READ)
def template_from(name: str, text: str) -> Template:
    """A template by the closed list of fields and conditions. Raises TemplateFault."""
    return read_template(name, text, frozenset(FIELDS), frozenset(CONDITIONS))


def _approved(every: tuple[KeptTemplate, ...]) -> Mapping[tuple[str, int], Template]:
    """What a newer program kept and this one cannot read is left out: its letters have the words of the program."""
    found: dict[tuple[str, int], Template] = {}
    for one in every:
        if one.state == "approved" and is_template_name(one.name):
            with suppress(TemplateFault):
                found[one.name, one.version] = template_from(one.name, str(one.body["text"]))
    return found


def _in_force(
    read: Mapping[tuple[str, int], Template], stand: tuple[tuple[Any, ...], ...], day: date
) -> Mapping[str, Template]:
    begun = sorted((from_day, version, name) for name, version, from_day in stand if from_day <= day.isoformat())
    return {name: read[name, version] for _, version, name in begun if (name, version) in read}
