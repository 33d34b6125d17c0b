"""What may be chosen for a letter by hand, beside what the record itself decides; every word ready to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from common.letter_check import LAYOUTS
from common.letter_names import layout_of
from common.letter_text import Template
from common.words import choosing as words
from desk_app.db.register import Reading
from desk_app.domain.drafts import Draft
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage
from desk_app.letters.order import ADDRESSES_OF, COUPLES, RECIPIENTS, TEMPLATES_OF, WITH_BACK, Order
from desk_app.services.office import read_signatories, signatories_on
from desk_app.services.preview import Preview
from desk_app.services.seat import Seat
from desk_app.services.sheets import order_of
from desk_app.services.stored import live_registration

_SAID_IN = {
    "father": ("ten_cha", "xung_cha"),
    "mother": ("ten_me", "xung_me"),
    "parents": ("cha_me", "cha_me"),
    "relative": ("ten_than", "xung_than"),
    "couple": ("anh_chi", "anh_chi"),
    "deceased": ("ten", "xung"),
}
"""Whose form of address stands in which value, and the value that says whether the letter speaks of them."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its code ("" for what the record says) and its words; `possible` unless the record rules it out."""

    code: str
    words: str
    possible: bool = True


@dataclass(frozen=True, slots=True)
class Called:
    """Whose form of address, how the field is called, and the word that stands where nothing is typed."""

    whose: str
    label: str
    usual: str


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that may be chosen for one letter. `ways`: one of them; `ticks`: any ("english" and "undated" among
    them); `signers`: one of them, the usual one first; `by_record`: what the record decides, in one line."""

    kind: str
    by_record: str
    templates: tuple[Option, ...]
    ways: tuple[Option, ...]
    ticks: tuple[Option, ...]
    called: tuple[Called, ...]
    signers: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Choosing:
    """Reads what may be chosen; it changes nothing."""

    seat: Seat

    def of_draft(self, draft: Draft) -> Options | None:
        """For the letter that this draft would give; None while there is too little of it."""
        with self.seat.reading() as reading:
            registration = Preview(self.seat).as_far(reading, draft)
            return self._options(reading, (registration,)) if registration else None

    def of_sheet(self, ids: Sequence[int]) -> Options:
        """For the letter over these registrations."""
        with self.seat.reading() as reading:
            found = tuple(live_registration(reading, id).registration for id in ids)
            return self._options(reading, found)

    def templates(self, kind: str) -> tuple[Option, ...]:
        """The papers of a letter of this kind, the usual one first."""
        with self.seat.reading() as reading:
            return templates_of(kind, self.seat.wordings.on(reading, self.seat.today()))

    def _said(self, plain: Order, registration: AnyRegistration) -> Mapping[str, str]:
        """The values of every letter that the record allows, whomever it goes to."""
        codes = [frozenset({option.code} - {""}) for option in _ways(registration, "") or (Option("", ""),)]
        values: dict[str, str] = {}
        for choices in codes:
            told = self.seat.press().words(replace(plain, choices=choices)).values
            values |= {name: text for name, text in told.items() if text and (name not in values or not choices)}
        return values

    def _options(self, reading: Reading, found: tuple[AnyRegistration, ...]) -> Options:
        kind, day = found[0].event, self.seat.today()
        plain = order_of(self.seat, reading, found, day)
        press, people = self.seat.press(), read_signatories(reading.office)
        stands = press.words(plain)
        foreign = press.is_foreign(found[0])
        by_record = words.by_record(kind, stands.holds, foreign)
        usual = plain.signatory.told if plain.signatory else ""
        return Options(
            kind=kind,
            by_record=by_record,
            templates=templates_of(kind, plain.wording),
            ways=_ways(found[0], by_record),
            ticks=_ticks(found[0], plain, press.lunar(found[0]), foreign),
            called=_called(kind, self._said(plain, found[0])),
            signers=(
                Option("", words.USUAL_SIGNER.format(name=usual) if usual else words.NO_SIGNER),
                *(Option(one.told, one.told) for one in signatories_on(people, day, kind)),
            ),
        )


def templates_of(kind: str, wording: Mapping[str, Template]) -> tuple[Option, ...]:
    """The papers of a letter of this kind, the usual one first, then the office's own letters by title."""
    own = [(one.title, name) for name, one in wording.items() if name not in LAYOUTS]
    mine = [Option(name, words.own_template(title, name)) for title, name in sorted(own) if _is_of(name, kind)]
    return (*(Option(name, words.TEMPLATES[name]) for name in TEMPLATES_OF[kind]), *mine)


def _is_of(name: str, kind: str) -> bool:
    return layout_of(name) in TEMPLATES_OF[kind]


def _ways(registration: AnyRegistration, by_record: str) -> tuple[Option, ...]:
    as_recorded = Option("", by_record)
    if isinstance(registration, Birth):
        mother, father = registration.mother is not None, registration.father is not None
        came = registration.declarant is not None and registration.declarant.name is not None
        possible = (mother and father, mother, father, came)
        told = zip(RECIPIENTS, possible, strict=True)
        return (as_recorded, *(Option(code, words.CHOICE_WORDS[code]) for code, fits in told if fits))
    if isinstance(registration, Marriage):
        return (as_recorded, *(Option(code, words.CHOICE_WORDS[code]) for code in COUPLES))
    return ()


def _ticks(registration: AnyRegistration, plain: Order, lunar: str, foreign: bool) -> tuple[Option, ...]:
    ticks = []
    if isinstance(registration, Death):
        ticks.append(Option("other-faith", words.CHOICE_WORDS["other-faith"]))
        said = words.LUNAR.format(day=lunar) if lunar else words.LUNAR_NOT
        ticks.append(Option("lunar-date", said, bool(lunar)))
    if plain.kind in WITH_BACK:
        ticks.append(Option("english", words.ENGLISH_FOREIGN if foreign else words.ENGLISH))
    return (*ticks, Option("undated", words.UNDATED))


def _called(kind: str, said: Mapping[str, str]) -> tuple[Called, ...]:
    """Whoever may be spoken of; of one parent alone there is no word for both."""
    spoken = [whose for whose in ADDRESSES_OF[kind] if said.get(_SAID_IN[whose][0], "")]
    if not {"father", "mother"} <= set(spoken):
        spoken = [whose for whose in spoken if whose != "parents"]
    return tuple(Called(whose, words.ADDRESS_WORDS[whose], said.get(_SAID_IN[whose][1], "")) for whose in spoken)
