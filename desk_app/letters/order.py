"""What is asked of this room: a letter for these registrations, from this office, dated and signed. And the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from common.letter_text import Template
from desk_app.domain.courtesy import Courtesy, kind_of, longest_part
from desk_app.domain.events import AnyRegistration
from desk_app.domain.office import Office, Signatory
from desk_app.domain.problems import Problem
from desk_app.letters.setpage import SetPage

LONGEST_FREE_LINE = 160
LONGEST_ADDRESS = 20
TEMPLATES_OF: Mapping[str, tuple[str, ...]] = {
    "birth": ("birth-card", "birth-official"),
    "marriage": ("marriage-card",),
    "death": ("condolence-card",),
    "thanks": ("thanks-card",),
    "apology": ("apology-official",),
}
"""The templates of each kind of letter, the usual one first."""
RECIPIENTS = ("to-parents", "to-mother", "to-father", "to-relative")
COUPLES = ("elderly-couple", "usual-couple")
CHOICES_OF: Mapping[str, tuple[str, ...]] = {
    "birth": RECIPIENTS,
    "marriage": COUPLES,
    "death": ("other-faith", "lunar-date"),
}
"""What a person may choose for a letter, by its kind: whom a birth letter goes to (both parents, one of them, or
whoever raises the child) where that is not as the record has it; the words for an elderly couple, or the usual ones in
spite of their age; for a death the words of another faith (or where nobody is sure), and the lunar day beside the
day."""
CHOICES = frozenset(choice for choices in CHOICES_OF.values() for choice in choices)
ADDRESSES_OF: Mapping[str, tuple[str, ...]] = {
    "birth": ("father", "mother", "parents", "relative"),
    "marriage": ("couple",),
    "death": ("deceased", "father", "mother"),
}
"""Whose form of address may be written by hand in a letter of this kind."""
WITH_BACK = frozenset({"birth", "marriage"})
"""Kinds of letter that may carry a translation on the other side."""


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """The rating code of a letter: link in capitals for the symbol, code spaced 4-4-4-4, host for people to read."""

    link: str
    code: str
    host: str


@dataclass(frozen=True, slots=True)
class Numbering:
    """The line "Số:" of a letter on A4: `sign` behind the number ("" as in the template), `number` where it is known
    before printing, else room to write it in by hand; no line at all where the office numbers no letters."""

    sign: str = ""
    number: int | None = None
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Order:
    """One letter: one registration, or twins and triplets on one sheet; or a courtesy, thanks or an apology, alone.

    With `training` the sheet carries TẬP across it, in preview and print. With `specimen` the code is replaced by a
    specimen marked MẪU (only its host is used); without `code` the letter has no symbol, so a preview before Save
    passes a code with an empty link where the saved letter will have one. `unsigned`: why nobody signs, where
    `signatory` is None. `addresses` are forms of address written by hand, by whose they are (ADDRESSES_OF); `english`
    asks for a translation on the back; `undated` leaves the day to be written in. `wording`: the templates of its own,
    by name, that the office has in force on that day; every other letter has the words that came with the program.
    """

    registrations: tuple[AnyRegistration, ...]
    office: Office
    signatory: Signatory | None
    dated: date
    code: PrintedCode | None = None
    template: str | None = None
    free_line: str = ""
    ink: str = "colour"
    specimen: bool = False
    training: bool = False
    courtesy: Courtesy | None = None
    choices: frozenset[str] = frozenset()
    unsigned: Problem | None = None
    numbering: Numbering = Numbering()
    addresses: Mapping[str, str] = field(default_factory=dict)
    english: bool = False
    undated: bool = False
    wording: Mapping[str, Template] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if bool(self.registrations) == (self.courtesy is not None):
            raise ValueError("a letter covers registrations or is a courtesy, one of the two")
        if len({registration.event for registration in self.registrations}) > 1:
            raise ValueError("a letter covers registrations of one kind")
        if self.ink not in ("colour", "black"):
            raise ValueError("ink is colour or black")
        if self.kind != "birth" and len(self.registrations) > 1:
            raise ValueError("only births share a sheet")
        if not self.choices <= CHOICES or any(len(self.choices & set(one)) > 1 for one in (RECIPIENTS, COUPLES)):
            raise ValueError("a choice that no letter knows, or two where one is to be made")
        known = set(ADDRESSES_OF.get(self.kind, ()))
        if not set(self.addresses) <= known or any(len(one) > LONGEST_ADDRESS for one in self.addresses.values()):
            raise ValueError("a form of address for somebody whom this letter does not address, or a long one")

    @property
    def name_field(self) -> str:
        """The draft field of the name that the letter is about."""
        return _NAME_FIELDS.get(self.kind, "to_name")

    @property
    def kind(self) -> str:
        """birth, marriage, death, thanks or apology."""
        return self.registrations[0].event if self.courtesy is None else kind_of(self.courtesy)

    @property
    def long_field(self) -> str:
        """The field that a clerk shortens first where the text does not fit."""
        if self.free_line:
            return "free_line"
        return self.name_field if self.courtesy is None else longest_part(self.courtesy)


_NAME_FIELDS = {"birth": "child_name", "marriage": "husband_name", "death": "deceased_name"}


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter ready to be kept and printed; `steps` are the fitting steps that the clerk is told, `back` the page on
    the other side of the sheet where one was asked for."""

    page: SetPage
    template: str
    steps: tuple[str, ...]
    back: SetPage | None = None
