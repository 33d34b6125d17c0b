"""Ratings: which answers count, and how they leave the district only in groups in which nobody can be told apart.

The rules are ARCHITECTURE 5 "Ratings": an answer counts once the line of its letter has arrived and is not void; until
then it is shown beside, never in a share. Groups are formed per office, letter kinds pooled unless each has enough.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from district.store.batches import Batch
from district.store.lines import LetterLine
from district.store.public_store import KeptAnswer
from district.store.store import Work
from exchange.journal import read_line

SMALLEST_GROUP = 5
QUARTER_END_GROUP = 3
DAYS_TO_FIND_ITS_LETTER = 120

Random = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Sorted:
    """Answers of one office in their piles: may be counted; letter not here yet; no such letter in 120 days; void."""

    ready: tuple[KeptAnswer, ...] = ()
    unmatched: int = 0
    without_letter: int = 0
    void: int = 0
    counted_already: tuple[KeptAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class Formed:
    """Batches just formed, and the answers that may now shrink to (desk, serial)."""

    batches: tuple[Batch, ...] = ()
    done: tuple[KeptAnswer, ...] = field(default=())


def sort_answers(work: Work, answers: Iterable[KeptAnswer], today: date) -> Sorted:
    """Put each answer on its pile by what the desks' lines say of its letter."""
    piles: dict[str, list[KeptAnswer]] = {}
    by_desk: dict[int, list[KeptAnswer]] = {}
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
        void=len(piles.get("void", ())),
        counted_already=tuple(piles.get("counted", ())),
    )


def form_batches(work: Work, unit: str, held: Sorted, today: date, random: Random) -> Formed:
    """Form every batch of the office that its answers allow and keep it; answers of a crashed round only shrink."""
    batches: list[Batch] = []
    done: list[KeptAnswer] = list(held.counted_already)
    for group in _groups(held.ready, smallest_group(work, unit), today):
        batches.append(_batch(unit, group, today, random))
        work.batches.mark_counted((answer.desk, answer.serial) for answer in group)
        done.extend(group)
    for batch in batches:
        work.batches.add(batch)
    return Formed(tuple(batches), tuple(done))


def smallest_group(work: Work, unit: str) -> int:
    """The smallest number of answers that may be shown together for this office: never below five."""
    return max([SMALLEST_GROUP, *(desk.smallest_group for desk in work.desks.of_unit(unit))])


def _standing(work: Work, desk: int, serials: Sequence[int]) -> Mapping[int, tuple[str, int]]:
    """Letter kind and how many registrations it still covers, by serial."""
    letters = work.lines.letters(desk, serials)
    taken_off: Counter[str] = Counter()
    for subject, raw in work.lines.voids(desk, letters):
        taken_off[subject] += read_line(raw).figures["covers"]
    return {letter.serial: (letter.letter, _covers(letter) - taken_off[letter.subject]) for letter in letters}


def _covers(letter: LetterLine) -> int:
    return int(read_line(letter.line).figures["covers"])


def _pile(answer: KeptAnswer, standing: Mapping[int, tuple[str, int]], today: date) -> str:
    kind, covers = standing.get(answer.serial, ("", 0))
    if kind == answer.kind:
        return "ready" if covers > 0 else "void"
    too_late = date.fromisoformat(answer.answered_on) + timedelta(days=DAYS_TO_FIND_ITS_LETTER)
    return "without-letter" if today > too_late else "unmatched"


def _groups(ready: Sequence[KeptAnswer], smallest: int, today: date) -> tuple[Sequence[KeptAnswer], ...]:
    if len(ready) >= smallest:
        kinds = {kind: [a for a in ready if a.kind == kind] for kind in sorted({a.kind for a in ready})}
        apart = all(len(group) >= smallest for group in kinds.values())
        return tuple(kinds.values()) if apart else (ready,)
    # Few answers must not wait for ever: what an ended quarter left may go in a smaller group, unless the office
    # was promised more than the usual five.
    left_over = [answer for answer in ready if _quarter(date.fromisoformat(answer.answered_on)) < _quarter(today)]
    if smallest <= SMALLEST_GROUP and len(left_over) >= QUARTER_END_GROUP:
        return (left_over,)
    return ()


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3


def _batch(unit: str, group: Sequence[KeptAnswer], today: date, random: Random) -> Batch:
    return Batch(
        id=random(16).hex(),
        unit=unit,
        formed_on=today.isoformat(),
        kinds=tuple(sorted({answer.kind for answer in group})),
        n=len(group),
        by_score=_tally(str(answer.score) for answer in group),
        by_channel=_tally(answer.channel for answer in group),
        reasons=_tally(reason for answer in group for reason in answer.reasons),
        comments=tuple(sorted(answer.comment for answer in group if answer.comment)),
        contradicted=sum(answer.contradicted for answer in group),
    )


def _tally(words: Iterable[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(words).items()))
