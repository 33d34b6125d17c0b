"""What stands in the find box: a code on a letter, a scanned card, or words; and the other names of a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from common.names import fold, tidy
from common.units import Unit, UnitTable
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.domain.cards import IdentityCard, read_card
from desk_app.domain.people import CITIZEN_ID_LENGTH
from desk_app.domain.sought import Figure, Sought
from exchange.token import ALPHABET, peek, read_code

CODE_LENGTH, TELLING = 16, 8
"""Characters of a code, and how many of them say which letter it is."""

_MOST_SLIPS = 2
_SHORTEST_CARD = 30
_SEPARATORS = "|;"
_MOST_NAMES = 24


@dataclass(frozen=True, slots=True)
class Coded:
    """A letter found by its code; `exact` is False when up to two characters are other ones."""

    letter: LetterLine
    exact: bool


def letter_of(reading: Reading, text: str) -> Coded | None:
    """The letter whose code was typed or scanned: whole, its first half, or as the address in the symbol."""
    typed = code_in(text)
    if len(typed) < TELLING:
        return None
    return _exact(reading, typed) or (_nearly(reading, typed) if is_code(text) else None)


def is_code(text: str) -> bool:
    """Whether this can hardly be anything but a whole code: sixteen characters, figures among them."""
    return len(code_in(text)) == CODE_LENGTH and any(map(str.isdigit, text))


def card_in(text: str) -> IdentityCard | None:
    """The card whose symbol was scanned into the box; nothing but this value is kept of it."""
    start = text.strip()[:CITIZEN_ID_LENGTH]
    signs = max(text.count(sign) for sign in _SEPARATORS)
    if len(text) < _SHORTEST_CARD or not (signs > 4 or (start.isdigit() and len(start) == CITIZEN_ID_LENGTH)):
        return None
    return read_card(text).value


def of_card(card: IdentityCard) -> Iterator[Sought]:
    """What to look for with a card, in order: its number, the old number, then name and day of birth."""
    digits = card.citizen_id.digits
    yield Sought(digits, figures=(Figure(digits=digits),))
    if card.old_id:
        yield Sought(card.old_id, figures=(Figure(digits=card.old_id),))
    if card.name and card.born:
        words = tuple(card.name.folded.split())
        typed = f"{card.name.text} {card.born.slashed()}"
        yield Sought(typed, words, (Figure(days=(card.born.iso().replace("-", ""),)),))


def other_names(units: UnitTable, text: str, today: date) -> tuple[str, ...]:
    """Names and codes under which the typed commune stood before units were merged, or stands since."""
    wanted = fold(text)
    named: dict[str, None] = {}
    for unit in units.find(text, today, _MOST_NAMES):
        line = [version for code in (unit.code, *units.predecessors(unit.code)) for version in units.known(code)]
        if unit.level == "commune" and any(wanted in _told(one) for one in line):
            named.update(dict.fromkeys(each for one in line for each in (one.name, one.code)))
    return tuple(each for each in named if fold(each) != wanted)[:_MOST_NAMES]


def _told(unit: Unit) -> tuple[str, str]:
    return fold(unit.name), fold(unit.official)


def code_in(text: str) -> str:
    """The characters of a letter's code in what was typed, corrected as the alphabet allows; "" when it is none."""
    last = tidy(text).rsplit("/", 1)[-1].split("?", 1)[0]
    typed = "".join(last.upper().removeprefix("MÃ").removeprefix("MA ").split()).replace("-", "").replace("–", "")
    if not typed.isascii() or not typed.isalnum() or len(typed) > CODE_LENGTH:
        return ""
    # The reader forgives O for 0 and I or L for 1; a code cut short is made whole with zeros first.
    whole = read_code(typed.ljust(CODE_LENGTH, "0"))
    return whole[: len(typed)] if whole else ""


def _exact(reading: Reading, typed: str) -> Coded | None:
    letter = _letter(reading, typed)
    return Coded(letter, True) if letter and _bare(letter).startswith(typed) else None


def _nearly(reading: Reading, typed: str) -> Coded | None:
    """A whole code with slips: in its second half any two characters, in the telling first half one or two swapped."""
    for told in (typed, *_slips(typed)):
        letter = _letter(reading, told)
        if letter and sum(one != other for one, other in zip(_bare(letter), typed, strict=False)) <= _MOST_SLIPS:
            return Coded(letter, False)
    return None


def _slips(typed: str) -> Iterator[str]:
    for place in range(TELLING):
        yield typed[:place] + typed[place + 1] + typed[place] + typed[place + 2 :]
        yield from (typed[:place] + letter + typed[place + 1 :] for letter in ALPHABET)


def _letter(reading: Reading, typed: str) -> LetterLine | None:
    token = peek(typed.ljust(CODE_LENGTH, "0"))
    letter = reading.overview.letter_of_serial(token.serial) if token else None
    return letter if letter and len(_bare(letter)) == CODE_LENGTH else None


def _bare(letter: LetterLine) -> str:
    return read_code(letter.code) or ""
