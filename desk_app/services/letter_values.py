"""What is wished of a letter, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from common.letter_names import layout_of
from common.names import tidy
from desk_app.domain.problems import Problem
from desk_app.letters.order import ADDRESSES_OF, CHOICES, CHOICES_OF, LONGEST_ADDRESS, TEMPLATES_OF, WITH_BACK


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk may choose for a letter; `anyway` is the reason to open a letter that is held back.

    `choices` and `addresses` as in letters.order (CHOICES_OF, ADDRESSES_OF), `english` asks for a translation on the
    back, `signatory` names who signs ("": whoever does on that day), `undated` leaves the day to be written by hand.
    A wish for nothing means the letter as it was chosen before; with `whole` it means the usual letter.
    """

    template: str | None = None
    anyway: str = ""
    free_line: str = ""
    ink: str = "colour"
    choices: frozenset[str] = frozenset()
    addresses: Mapping[str, str] = field(default_factory=dict)
    english: bool = False
    signatory: str = ""
    undated: bool = False
    whole: bool = False

    @property
    def body(self) -> Mapping[str, Any]:
        """What is kept of it with the letter; empty for the usual letter."""
        told = {
            "template": self.template or "",
            "free_line": tidy(self.free_line),
            "choices": sorted(self.choices),
            "addresses": {whose: tidy(said) for whose, said in sorted(self.addresses.items()) if tidy(said)},
            "english": self.english,
            "signatory": tidy(self.signatory),
            "undated": self.undated,
        }
        return {name: value for name, value in told.items() if value}


def wish_from(body: Mapping[str, Any], anyway: str = "") -> Wish:
    """The wish that was kept; what this program does not know of it is left out."""
    return Wish(
        template=body.get("template") or None,
        anyway=anyway,
        free_line=str(body.get("free_line", "")),
        choices=frozenset(body.get("choices", ())) & CHOICES,
        addresses=dict(body.get("addresses", {})),
        english=bool(body.get("english", False)),
        signatory=str(body.get("signatory", "")),
        undated=bool(body.get("undated", False)),
        whole=True,
    )


def fitting_kind(wish: Wish, kind: str) -> Wish:
    """The wish as far as letters of this kind know it: a record may have become another kind of case since."""
    known = ADDRESSES_OF.get(kind, ())
    said = {whose: tidy(word)[:LONGEST_ADDRESS] for whose, word in wish.addresses.items() if whose in known}
    return replace(
        wish,
        template=wish.template if layout_of(wish.template or "") in TEMPLATES_OF[kind] else None,
        choices=wish.choices & frozenset(CHOICES_OF.get(kind, ())),
        addresses={whose: word for whose, word in said.items() if word},
        english=wish.english and kind in WITH_BACK,
    )


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A letter that a family holds and the register lost: its serial (None: no code), its day, how many copies were
    printed, and day, way and word of the hand-over where that was noted."""

    serial: int | None
    dated: date
    copies: int
    handed: tuple[date, str, str] | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A letter that is archived: its page never changes again. `again` when it was prepared before."""

    letter: int
    kind: str
    covers: tuple[int, ...]
    code: str
    link: str
    steps: tuple[str, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Registrations whose letter waits for a person, or lacks something, with every reason."""

    covers: tuple[int, ...]
    problems: tuple[Problem, ...]
