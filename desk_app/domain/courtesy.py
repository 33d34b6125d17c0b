"""What letters of thanks and of apology are about: something that was done, not a registration (LOOK 3.5, seed 003).

A letter of apology is a courtesy. Where a file is overdue it does not take the place of the written apology that the
law asks for (TT 03/2025/TT-VPCP, Annex I, form 04), and says so itself.
"""

from dataclasses import dataclass, fields
from datetime import date

from common.names import PersonName

FORMS_OF_ADDRESS = ("cụ", "ông", "bà", "bác", "anh", "chị", "em", "cháu")
"""How a letter may speak to somebody; always chosen by a person, never guessed from a name."""
UNSAID = "………"
"""Stands where nobody has chosen a form of address yet; no letter is archived with it."""
KIND_OF = {
    "Gift": "thanks",
    "Opinion": "thanks",
    "LateResult": "apology",
    "BadManner": "apology",
    "WrongPaper": "apology",
}


class UntypedDay(date):
    """A day that nobody has typed yet: it keeps its place among the others and stands on a specimen as dots."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom it goes; `household` where the whole family is meant."""

    name: PersonName
    address: str
    household: bool = False

    def __post_init__(self) -> None:
        if self.address not in (*FORMS_OF_ADDRESS, UNSAID):
            raise ValueError("a letter speaks to somebody by one of the forms of address")


@dataclass(frozen=True, slots=True)
class Gift:
    """Thanks for something given or done: `outcome` a whole sentence on what the commune has of it, `deed` what they
    did, to be read on from "nhờ"."""

    to: Addressee
    outcome: str
    deed: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """Thanks for an opinion: on `said_on` they showed `matter`; since `since` it is mended, as `mended` says."""

    to: Addressee
    said_on: date
    matter: str
    since: date
    mended: str


@dataclass(frozen=True, slots=True)
class LateResult:
    """Apology: the result was not there on the day promised. `care` says what is done so that it is the last time."""

    to: Addressee
    errand: str
    file_code: str
    promised: date
    why: str
    again: date
    officer: str
    care: str = ""

    def __post_init__(self) -> None:
        if self.again <= self.promised:
            raise ValueError("the new day comes after the one that was promised")


@dataclass(frozen=True, slots=True)
class BadManner:
    """Apology: somebody was not received as is due."""

    to: Addressee
    on: date
    errand: str
    care: str = ""


@dataclass(frozen=True, slots=True)
class WrongPaper:
    """Apology: a paper handed out had a mistake in it, and the right one was or will be handed out on `again`."""

    to: Addressee
    paper: str
    given_on: date
    mistake: str
    again: date
    care: str = ""

    def __post_init__(self) -> None:
        if self.again < self.given_on:
            raise ValueError("the right paper does not come before the wrong one")


Courtesy = Gift | Opinion | LateResult | BadManner | WrongPaper


def kind_of(courtesy: Courtesy) -> str:
    """thanks or apology, as letters are counted."""
    return KIND_OF[type(courtesy).__name__]


def longest_part(courtesy: Courtesy) -> str:
    """The name of the part that was typed longest."""
    typed = [part.name for part in fields(courtesy) if isinstance(getattr(courtesy, part.name), str)]
    return max(typed, key=lambda name: len(getattr(courtesy, name)))
