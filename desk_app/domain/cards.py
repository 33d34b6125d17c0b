"""Identity-card scans: the text behind the QR code of both card generations, as hand scanners really send it.

The raw scan is never kept, neither in the value nor in a problem: parts 7 and up may hold other people's data.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from common.dates import NotADate, PartialDate
from common.names import APOSTROPHES, PersonName, fold
from desk_app.domain.ages import years_before
from desk_app.domain.people import CitizenId, NotACitizenId, Sex, name_lost_its_marks
from desk_app.domain.problems import Outcome
from desk_app.domain.scan_parts import seven_parts
from desk_app.domain.scan_signs import (
    is_unreadable,
    lost_letters,
    lost_marks,
    odd_capitals,
    place_lost_letters,
    place_lost_marks,
)
from desk_app.domain.scan_text import LONGEST_SCAN, Refused, mended

__all__ = ["CARD_NOTES", "LONGEST_SCAN", "MENDED", "NAME_DOUBTS", "IdentityCard", "read_card", "renewal_age"]

MENDED = (
    "marks-composed",
    "encoding-mended",
    "letters-mended",
    "unikey-undone",
    "caps-lock",
    "separator-changed",
    "parts-shifted",
    "extra-parts-dropped",
    "scanned-twice",
)
"""Notes about what was put right; the others ask for a look or for another scan."""

CARD_NOTES = (
    "number-only",
    *MENDED,
    "unikey-changed",
    "name-unreadable",
    "name-has-digits",
    "name-letters-missing",
    "name-without-marks",
    "name-doubtful",
    "name-in-capitals",
    "born-unreadable",
    "issued-unreadable",
    "old-id-unusual",
    "sex-from-number",
    "residence-unreadable",
    "past-renewal",
    "holder-is-child",
)
"""Every note a card may carry."""

NAME_DOUBTS = frozenset(
    {"name-unreadable", "name-has-digits", "name-letters-missing", "name-without-marks", "name-doubtful"}
)
"""Notes by which the clerk is asked to hold the name against the card."""

Generation = Literal["barcode", "chip", "new"]
NEW_CARDS_SINCE = date(2024, 7, 1)
"""Luật Căn cước 26/2023 in force: the card with the longer code on its back."""

_RENEWED_AT = (14, 25, 40, 60)
_GRACE_YEARS = 2
_OLDEST_YEAR = 1880
_SEXES: dict[str, Sex] = {"nam": "male", "nu": "female"}
_OLD_ID_DIGITS = 9
_FEW_WORDS = 2


@dataclass(frozen=True, slots=True)
class IdentityCard:
    """What a card says about its holder; `notes` are codes of what the clerk should look at before using it."""

    citizen_id: CitizenId
    old_id: str = ""
    name: PersonName | None = None
    born: PartialDate | None = None
    sex: Sex = "unknown"
    residence: str = ""
    issued: PartialDate | None = None
    notes: tuple[str, ...] = ()

    @property
    def generation(self) -> Generation:
        """Which card this is: the number of an old bar code alone, the chip card of 2021, the card of 07/2024."""
        if "number-only" in self.notes:
            return "barcode"
        issued = self.issued.earliest() if self.issued else date.min
        return "new" if issued >= NEW_CARDS_SINCE else "chip"


def read_card(scan: str) -> Outcome[IdentityCard]:
    """The card behind a scan; what is mangled is kept for the preview and noted, what cannot be a card is refused."""
    notes: list[str] = []
    try:
        card = _card(seven_parts(mended(scan, notes), notes), notes)
    except Refused as refused:
        return Outcome(None, (refused.problem,))
    return Outcome(card)


def renewal_age(card: IdentityCard, on: date) -> int | None:
    """The age at which this card should have been renewed by that day, or None while it is in force.

    Cards are renewed at 14, 25, 40 and 60; one issued within two years before stays until the next age (Luật Căn cước
    26/2023 Điều 21). What it says of its holder stays usable.
    """
    born, issued = (part.exact() if part else None for part in (card.born, card.issued))
    if born is None or issued is None:
        return None
    for age in _RENEWED_AT:
        birthday = years_before(born, -age)
        if issued < years_before(birthday, _GRACE_YEARS) and birthday <= on:
            return age
    return None


def _card(parts: list[str], notes: list[str]) -> IdentityCard:
    number, old, name, born, sex, residence, issued = parts
    citizen_id = _citizen_id(number)
    if "number-only" in notes:
        return IdentityCard(citizen_id, notes=tuple(notes))
    card = IdentityCard(
        citizen_id=citizen_id,
        old_id=_old_id(old, notes),
        name=_name(name, residence, notes),
        born=_date(born, "born-unreadable", notes),
        sex=_sex(sex, citizen_id, notes),
        residence=residence,
        issued=_date(issued, "issued-unreadable", notes),
    )
    _doubt(sex, name, residence, notes)
    return replace(card, notes=tuple(notes))


def _citizen_id(number: str) -> CitizenId:
    try:
        return CitizenId.read(number)
    except NotACitizenId as wrong:
        raise Refused(wrong.code, found=str(wrong.found)) from None


def _old_id(text: str, notes: list[str]) -> str:
    old = text.replace(" ", "")
    if old and not (len(old) == _OLD_ID_DIGITS and old.isascii() and old.isdigit()):
        notes.append("old-id-unusual")
    return old


def _name(text: str, residence: str, notes: list[str]) -> PersonName | None:
    trouble = _trouble_with(text, residence)
    if trouble:
        notes.append(trouble)
    if text.isupper():
        notes.append("name-in-capitals")
    return PersonName(text) if text else None


def _trouble_with(name: str, residence: str) -> str:
    """What a name suffered. One without any mark is nothing odd beside an address that has its marks (Mai Lan Anh)."""
    if not name or is_unreadable(name) or odd_capitals(name) or name.islower():
        return "name-unreadable"
    if any(character.isdigit() for character in name):
        return "name-has-digits"
    if lost_letters(name):
        return "name-letters-missing"
    bare = name_lost_its_marks(name) and residence.isascii()
    return "name-without-marks" if bare or lost_marks(name) else ""


def _date(text: str, note: str, notes: list[str]) -> PartialDate | None:
    """Eight, six or four digits; a day or month printed as 00 is unknown."""
    digits = text
    while len(digits) in (6, 8) and digits.startswith("00"):
        digits = digits[2:]
    try:
        day = PartialDate.parse(digits)
    except NotADate:
        day = None
    if day is None or day.year < _OLDEST_YEAR:
        notes.append(note)
        return None
    return day


def _sex(text: str, citizen_id: CitizenId, notes: list[str]) -> Sex:
    if fold(text) in _SEXES:
        return _SEXES[fold(text)]
    notes.append("sex-from-number")
    return citizen_id.sex


def _doubt(sex: str, name: str, residence: str, notes: list[str]) -> None:
    """What a scanner did to sex and address it did to the name too, even where the name still looks like one."""
    mangled = is_unreadable(residence) or odd_capitals(residence) or place_lost_letters(residence)
    if mangled or place_lost_marks(residence):
        notes.append("residence-unreadable")
    letters = [c for c in name + residence if c not in APOSTROPHES]
    no_mark_at_all = all(map(str.isascii, letters)) and len(residence.split()) > _FEW_WORDS
    spoilt = "residence-unreadable" in notes or no_mark_at_all or sex.lower() == "nu"
    if spoilt and NAME_DOUBTS.isdisjoint(notes):
        notes.append("name-doubtful")
