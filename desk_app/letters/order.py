"""What is asked of this room: a letter for these registrations, from this office, dated and signed. And the answer."""

from dataclasses import dataclass
from datetime import date

from desk_app.domain.events import AnyRegistration, Event
from desk_app.domain.office import Office, Signatory
from desk_app.letters.setpage import SetPage

LONGEST_FREE_LINE = 160


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """The rating code of a letter: link in capitals for the symbol, code spaced 4-4-4-4, host for people to read."""

    link: str
    code: str
    host: str


@dataclass(frozen=True, slots=True)
class Order:
    """One letter: one registration, or twins and triplets on one sheet.

    With `training` the sheet carries TẬP across it, in preview and print. With `specimen` the code is replaced by a
    specimen marked MẪU (only its host is used); without `code` the letter has no symbol, so a preview before Save
    passes a code with an empty link where the saved letter will have one.
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

    def __post_init__(self) -> None:
        if not self.registrations or len({registration.event for registration in self.registrations}) > 1:
            raise ValueError("a letter covers registrations of one kind, at least one")
        if self.ink not in ("colour", "black"):
            raise ValueError("ink is colour or black")
        if self.event != "birth" and len(self.registrations) > 1:
            raise ValueError("only births share a sheet")

    @property
    def name_field(self) -> str:
        """The draft field of the name that the letter is about."""
        return {"birth": "child_name", "marriage": "husband_name", "death": "deceased_name"}[self.event]

    @property
    def event(self) -> Event:
        """birth, marriage or death."""
        return self.registrations[0].event


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter ready to be kept and printed; `steps` are the fitting steps that the clerk is told."""

    page: SetPage
    template: str
    steps: tuple[str, ...]
