"""Ratings: which answers count, and how they leave the district only in groups in which nobody can be told apart.

The rules are ARCHITECTURE 5 "Ratings": an answer counts once the line of its letter has arrived and is not void; until
then it is shown beside, never in a share. Groups are formed per office, letter kinds pooled unless each has enough.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Generic, Protocol, TypeVar

from district.groups import SMALLEST_GROUP, Group, Reasons, Sizes, on_scale, reasons_of, scale_of, tally
from district.groups import groups as groups_of
from district.noticing import Flags, notice
from district.put_back import NEVER, Back
from district.store.batches import Batch
from district.store.lines import LetterLine
from district.store.noted import NEVER_TOLD, Noted
from district.store.public_store import KeptAnswer
from district.store.store import Work
from exchange.journal import Line, read_line

DAYS_TO_FIND_ITS_LETTER = 120

Random = Callable[[int], bytes]


class Answer(Protocol):
    """What sorting needs to know of an answer: an opened one has it, and one that only waits."""

    @property
    def id(self) -> str:
        """Random."""

    @property
    def desk(self) -> int:
        """The desk of its letter."""

    @property
    def serial(self) -> int:
        """The letter's serial."""

    @property
    def kind(self) -> str:
        """The letter's kind, as the code said."""

    @property
    def answered_on(self) -> str:
        """ISO day."""


Given = TypeVar("Given", bound=Answer)


@dataclass(frozen=True, slots=True)
class Sorted(Generic[Given]):
    """Answers of one office in their piles: may be counted; letter not here yet; no such letter in 120 days; letter
    taken back, and of those how many after it was answered."""

    ready: tuple[Given, ...] = ()
    unmatched: int = 0
    without_letter: int = 0
    void: int = 0
    voided_after: int = 0
    counted_already: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Formed:
    """Batches just formed, and the answers that may now shrink to (desk, serial)."""

    batches: tuple[Batch, ...] = ()
    done: tuple[KeptAnswer, ...] = field(default=())


def sort_answers(work: Work, answers: Iterable[Given], today: date) -> Sorted[Given]:
    """Put each answer on its pile by what the desks' lines say of its letter."""
    piles: dict[str, list[Given]] = {}
    by_desk: dict[int, list[Given]] = {}
    for answer in answers:
        by_desk.setdefault(answer.desk, []).append(answer)
    for desk, held in by_desk.items():
        counted, standing = work.batches.counted(desk), _standing(work, desk, [answer.serial for answer in held])
        for answer in held:
            pile = "counted" if answer.serial in counted else _pile(answer, standing, today)
            piles.setdefault(pile, []).append(answer)
    return Sorted(
        ready=tuple(sorted(piles.get("ready", ()), key=lambda answer: answer.id)),
        unmatched=len(piles.get("unmatched", ())),
        without_letter=len(piles.get("without-letter", ())),
        void=len(piles.get("void", ())) + len(piles.get("void-after", ())),
        voided_after=len(piles.get("void-after", ())),
        counted_already=tuple(piles.get("counted", ())),
    )


@dataclass(frozen=True, slots=True)
class Round:
    """One forming of batches: the office's day, randomness, and how it stands to a time that it lost."""

    today: date
    random: Random
    back: Back = NEVER


def form_batches(work: Work, unit: str, held: Sorted[KeptAnswer], now: Round) -> Formed:
    """Form every batch of the office that its answers allow and keep it; answers of a crashed round only shrink."""
    sizes = Sizes(smallest_group(work, unit), now.today, now.back.until)
    again, ready = _once_more(held.ready, sizes, now.back)
    groups = (*again, *groups_of(ready, sizes))
    odd = notice(work, [answer for group in groups for answer in group], _by_month(work, unit))
    batches = tuple(_keep(work, unit, (group, odd), now) for group in groups)
    for desk in now.back.told:
        work.batches.pass_over(desk, [batch.id for batch in batches[: len(again)]])
    for group in groups:
        work.batches.mark_counted((answer.desk, answer.serial) for answer in group)
    return Formed(batches, (*held.counted_already, *(answer for group in groups for answer in group)))


def kinds_of(work: Work, desk: int, serials: Sequence[int]) -> Mapping[int, str]:
    """Of which kind the desk's letters are, as far as their lines came: of a serial given twice the one that stands,
    else the first. What a desk answers under another kind of the serial is nobody's answer."""
    found: dict[int, str] = {}
    standing = _standing(work, desk, serials)
    for serial, kind in sorted(standing, key=lambda place: (standing[place].covers <= 0, standing[place].position)):
        found.setdefault(serial, kind)
    return found


def smallest_group(work: Work, unit: str) -> int:
    """The smallest number of answers that may be shown together for this office: never below five."""
    return max([SMALLEST_GROUP, *(desk.smallest_group for desk in work.desks.of_unit(unit))])


def _standing(work: Work, desk: int, serials: Sequence[int]) -> Mapping[tuple[int, str], "_Stands"]:
    """What is left of each letter, by serial and kind: a serial that a desk gave twice takes no answer away."""
    letters = work.lines.letters(desk, serials)
    voids: dict[str, list[Line]] = {}
    for subject, raw in work.lines.voids(desk, letters):
        voids.setdefault(subject, []).append(read_line(raw))
    found: dict[tuple[int, str], _Stands] = {}
    for letter in letters:
        gone = voids.get(letter.subject, [])
        covers = _covers(letter) - sum(line.figures["covers"] for line in gone)
        here = _Stands(covers, max((line.on for line in gone), default=""), letter.position)
        place = letter.serial, letter.letter
        found[place] = max(found.get(place, here), here, key=lambda one: one.covers)
    return found


@dataclass(frozen=True, slots=True)
class _Stands:
    """How many registrations a letter still covers, the ISO day on which the last was taken off ("" never), and where
    its line lies."""

    covers: int
    voided_on: str
    position: int


def _covers(letter: LetterLine) -> int:
    return int(read_line(letter.line).figures["covers"])


def _pile(answer: Answer, standing: Mapping[tuple[int, str], _Stands], today: date) -> str:
    letter = standing.get((answer.serial, answer.kind))
    if letter is not None and letter.covers > 0:
        return "ready"
    if letter is not None:
        return "void-after" if letter.voided_on >= answer.answered_on else "void"
    too_late = date.fromisoformat(answer.answered_on) + timedelta(days=DAYS_TO_FIND_ITS_LETTER)
    return "without-letter" if today > too_late else "unmatched"


def _once_more(ready: Group, sizes: Sizes, back: Back) -> tuple[tuple[Group, ...], Group]:
    """The group of answers that some desk may have been told before, with enough others; and those of the usual way."""
    old = [answer for answer in ready if answer.answered_on <= back.until]
    new = [answer for answer in ready if answer.answered_on > back.until]
    if not old or not (back.waits or back.told):
        return (), ready
    if back.waits or len(new) < sizes.smallest:
        return (), new
    return ([*old, *new[: sizes.smallest]],), new[sizes.smallest :]


def _by_month(work: Work, unit: str) -> Mapping[str, int]:
    formed: Counter[str] = Counter()
    for batch in work.batches.of_unit(unit):
        formed[batch.formed_on[:7]] += batch.n
    return formed


def _keep(work: Work, unit: str, found: tuple[Group, Mapping[str, Flags]], now: Round) -> Batch:
    """Keep a batch, and beside it, for this office alone, what was noted about its answers."""
    group, odd = found
    waiting: Counter[tuple[str, str]] = Counter()
    for one in work.noted.of_unit(unit).values():
        waiting.update({(side, reason): n for side, counts in one.reasons.items() for reason, n in counts.items()})
    told, later = reasons_of(group, _by_side(waiting))
    batch = _batch(unit, group, told, now)
    noted = [answer for answer in group if answer.id in odd]
    work.batches.add(batch)
    work.noted.let_reasons_go(unit)
    told_in = NEVER_TOLD if any(answer.answered_on <= now.back.until for answer in group) else ""
    flags = tally(flag for answer in noted for flag in odd[answer.id])
    work.noted.add(Noted(batch.id, unit, flags, len(noted), on_scale(noted, batch.scale), told_in, later))
    return batch


def _by_side(counts: Mapping[tuple[str, str], int]) -> Reasons:
    sides: dict[str, dict[str, int]] = {}
    for (side, reason), n in counts.items():
        sides.setdefault(side, {})[reason] = n
    return sides


def _batch(unit: str, group: Group, reasons: Mapping[str, int], now: Round) -> Batch:
    scale = scale_of(group)
    return Batch(
        id=now.random(16).hex(),
        unit=unit,
        formed_on=now.today.isoformat(),
        kinds=tuple(sorted({answer.kind for answer in group})),
        n=len(group),
        by_score=on_scale(group, scale),
        by_channel=tally(answer.channel for answer in group),
        reasons=reasons,
        comments=tuple(sorted(answer.comment for answer in group if answer.comment)),
        contradicted=sum(answer.contradicted for answer in group),
        scale=scale,
    )
