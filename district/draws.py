"""The check draw: with a receipt a few letters are drawn by lot; the commune's leader shows who signed for them.

Most come from all letters handed over since the receipt before, so that a commune cannot know which of them it will be
asked for, nor whether a family answered. At most two are of letters that were answered: drawn for that alone, they tell
that there was an answer, and two are fewer than any group of answers.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from district.store.draws import DrawRow
from district.store.store import Work
from exchange.journal import Line

MOST = 5
FOR_THEIR_ANSWER = 2
MOST_OPEN = 20
"""A desk that shows nothing is not asked for more and more."""

LOOKED_UP = 50
Thing = TypeVar("Thing")
Letter = tuple[int, str]
"""Serial and kind."""


@dataclass(frozen=True, slots=True)
class Pot:
    """What may be drawn from beside the letters handed over since: letters with an answer; randomness, the ISO day."""

    answered: Sequence[Letter]
    random: Callable[[int], bytes]
    on: str


def due(work: Work, desk: int, last_receipt: int) -> tuple[DrawRow, ...]:
    """What was drawn since the receipt that the desk knows and is not shown yet: told again until it knows."""
    return tuple(row for row in work.draws.of_desk(desk) if row.receipt > last_receipt and not row.found)


def draw(work: Work, desk: int, receipt: int, pot: Pot) -> tuple[DrawRow, ...]:
    """Draw letters with a fresh receipt and keep them; no letter is ever drawn twice."""
    before = work.draws.of_desk(desk)
    if sum(not row.found for row in before) >= MOST_OPEN:
        return ()
    gone = {row.serial for row in before}
    newest = work.receipts.newest(desk)
    since = newest.upto if newest else 0
    # Of thousands of letters few are looked up: some have no code, or were drawn before.
    some = _some(work.lines.handed_over_since(desk, since), LOOKED_UP, pot.random)
    handed = work.lines.letters_of(desk, some)
    chosen = _lot(sorted(set(pot.answered)), gone, FOR_THEIR_ANSWER, pot.random)
    gone |= {serial for serial, _ in chosen}
    chosen += _lot(sorted(set(handed)), gone, MOST - len(chosen), pot.random)
    rows = tuple(DrawRow(desk, receipt, serial, letter, pot.on) for serial, letter in sorted(chosen))
    work.draws.add(rows)
    return rows


def note_shown(work: Work, desk: int, lines: Iterable[Line]) -> None:
    """Keep what the desk's lines say of letters that were drawn; of others they say nothing to us."""
    told = [line.figures for line in lines if line.kind == "check-shown"]
    if not told:
        return
    rows = work.draws.of_desk(desk)
    for one in told:
        mine = [row for row in rows if row.serial == one["serial"] and row.receipt <= one["receipt"]]
        if mine:
            work.draws.show(replace(mine[-1], found=one["found"], shown_on=one["shown_on"]))


def _lot(letters: Sequence[Letter], gone: set[int], most: int, random: Callable[[int], bytes]) -> list[Letter]:
    return _some([letter for letter in letters if letter[0] not in gone], most, random)


def _some(things: Sequence[Thing], most: int, random: Callable[[int], bytes]) -> list[Thing]:
    left, chosen = list(things), list[Thing]()
    while left and len(chosen) < most:
        # Eight bytes over a few thousand: none is likelier than another by anything that counts.
        chosen.append(left.pop(int.from_bytes(random(8), "big") % len(left)))
    return chosen
