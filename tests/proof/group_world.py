"""A commune, its neighbours, their answers and everything that anybody is ever told of them: to try subtraction on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import combinations
from random import Random

from pretend_desk import COMMUNE, OTHER_COMMUNE, counting_random

from common.periods import read_period
from district import flags, ratings
from district.enrolling import _move
from district.pools import pools_of
from district.put_back import since_copy
from district.receipts import acknowledged
from district.store.ballot_box import KeptAnswer
from district.store.bundles import BundleRow
from district.store.receipts import ReceiptRow
from district.store.store import Work

Group = frozenset[str]
UNITS = {1: COMMUNE, 2: COMMUNE, 3: OTHER_COMMUNE}
SMALL = 5


@dataclass
class World:
    """One example: the office in a transaction of which nothing is kept, and what its desks and pages were told."""

    work: Work
    seed: int
    at: datetime = datetime(2026, 9, 20, 5, tzinfo=UTC)
    answers: dict[str, KeptAnswer] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    late: set[str] = field(default_factory=set)
    heard: dict[int, int] = field(default_factory=lambda: {1: 0, 2: 0, 3: 0})
    members: dict[str, Group] = field(default_factory=dict)
    told: set[Group] = field(default_factory=set)
    copy: set[str] | None = None

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.random = counting_random(f"world {self.seed}")

    def answer(self, many: int) -> None:
        """Families of one commune answer: by chance of one kind and scale, or mixed; some letters are not here yet."""
        desk, plain, odd = self.chance.choice((1, 1, 2, 3)), self.chance.random() < 0.7, self.chance.random() * 0.6
        for _ in range(many):
            id = f"{len(self.answers):032x}"
            self.answers[id] = KeptAnswer(
                id=id,
                desk=desk,
                serial=len(self.answers),
                kind="birth" if plain else self.chance.choice(("birth", "marriage")),
                score=self.chance.randint(1, 3),
                scale=3 if plain else self.chance.choice((3, 5)),
                channel=self.chance.choice(("qr", "code")),
                contradicted=self.chance.random() < odd,
                reasons=(),
                comment=id,
                answered_on=self.at.date().replace(day=min(self.at.day, 27)).isoformat(),  # no month's end is noted
            )
            self.waiting.add(id)
            if self.chance.random() < 0.2:
                self.late.add(id)

    def days(self, many: int) -> None:
        """Time goes by."""
        self.at += timedelta(days=many)

    def letters_come(self, many: int) -> None:
        """Lines of letters arrive late; some of these letters are void."""
        for id in sorted(self.late)[:many]:
            self.late.discard(id)
            if self.chance.random() < 0.3:
                self.waiting.discard(id)

    def bundle(self, desk: int) -> None:
        """A bundle comes, batches are formed, its receipt reaches the desk or is lost."""
        self.at += timedelta(hours=1)
        unit, moment = self.unit_of(desk), self.at.isoformat()
        number = max(self.work.receipts.next_number(desk), self.heard[desk] + 1)
        self.work.bundles.add(_bundle(desk, self.random(16).hex(), self.heard[desk], moment))
        self.form(unit)
        taken = acknowledged(self.work, desk, self.heard[desk])
        due = [batch.id for batch in self.work.batches.of_unit(unit) if batch.id not in taken]
        known = self.work.batches.first_sent(desk)
        self.work.batches.mark_sent(desk, number, [id for id in due if id not in known])
        self.work.receipts.add(ReceiptRow(desk, number, "", "accepted", 0, b"", b"", moment))
        if self.chance.random() < 0.7 and number > self.heard[desk]:
            self.heard[desk] = number
            self.told |= {self.members[id] for id in due}

    def form(self, unit: str) -> None:
        """The office forms what it may, and somebody looks at its pages."""
        counted = {desk: self.work.batches.counted(desk) for desk in UNITS}
        ours = [self.answers[id] for id in sorted(self.waiting - self.late)]
        ready = [a for a in ours if self.unit_of(a.desk) == unit and a.serial not in counted[a.desk]]
        now = ratings.Round(
            self.at.date(),
            self.random,
            since_copy(self.work, unit, min((one.answered_on for one in ready), default="~")),
        )
        formed = ratings.form_batches(self.work, unit, ratings.Sorted(ready=tuple(ready)), now)
        self.members |= {batch.id: frozenset(batch.comments) for batch in formed.batches}
        flags.form_splits(self.work, unit, now)
        self.waiting -= {answer.id for answer in formed.done}
        self.look(unit)

    def look(self, unit: str) -> None:
        """A leader opens the pages: pools, and figures with and without."""
        batches = self.work.batches.of_unit(unit)
        self.told |= {self.whole(pool.ids) for pool in pools_of(batches)}
        noted = self.work.noted.of_unit(unit)
        for split in self.work.splits.of_unit(unit):
            inside = self.whole(id for id, one in noted.items() if one.told_in == split.id)
            odd = frozenset(id for id in inside if self.answers[id].contradicted)
            assert len(odd) == sum(split.noted_by_score.values())
            assert len(inside - odd) == sum(split.rest_by_score.values())
            self.told |= {odd, inside - odd}
        year = read_period(f"2026-01-01..{self.at.date() + timedelta(days=1)}")
        (seen,) = flags.flags_of(self.work, [unit], year)
        assert seen.without.n == 0 or min(seen.without.n, seen.whole.n - seen.without.n) >= SMALL

    def copied(self) -> None:
        """The office and its answers are copied."""
        connection = self.work.batches._connection
        connection.exec_driver_sql("SAVEPOINT copied")
        self.copy = set(self.waiting)

    def put_back(self) -> None:
        """The copy is put back; the answers may lie in a store that lived on."""
        if self.copy is None:
            return
        connection = self.work.batches._connection
        connection.exec_driver_sql("ROLLBACK TO copied")
        self.work.batches._sent.clear()
        if self.chance.random() < 0.7:
            self.waiting = set(self.copy)
        self.days(1)
        self.work.office.put_back(self.at.isoformat())
        self.days(1)

    def merged(self) -> None:
        """The neighbours' commune becomes a part of the first."""
        row = self.work.desks.get(3)
        if row is None or row.unit == COMMUNE:
            return
        _move(self.work, row, COMMUNE)
        self.work.desks.renew(replace(row, unit=COMMUNE))

    def unit_of(self, desk: int) -> str:
        row = self.work.desks.get(desk)
        assert row is not None
        return row.unit

    def whole(self, batches: object) -> Group:
        return frozenset(id for batch in batches for id in self.members[batch])  # type: ignore[attr-defined]


def told_apart(told: set[Group]) -> Iterator[Group]:
    """Every set of fewer than five answers that some sum or difference of what was told comes to."""
    atoms = _atoms(told)
    rows = _reduced([[Fraction(atom <= group) for atom in atoms] for group in sorted(told, key=sorted) if group])
    by_pivot = {next(i for i, value in enumerate(row) if value): row for row in rows}
    for many in range(1, SMALL):
        for chosen in combinations(sorted(by_pivot), many):
            if sum(len(atoms[pivot]) for pivot in chosen) < SMALL:
                yield from _small([by_pivot[pivot] for pivot in chosen], atoms)


def _small(rows: Sequence[Sequence[Fraction]], atoms: Sequence[Group]) -> Iterator[Group]:
    added = [sum(values) for values in zip(*rows, strict=True)]
    if all(value in (0, 1) for value in added):
        found = frozenset(id for value, atom in zip(added, atoms, strict=True) if value for id in atom)
        if len(found) < SMALL:
            yield found


def _atoms(told: set[Group]) -> list[Group]:
    """Answers that no told group parts."""
    ordered = sorted(told, key=sorted)
    by_place: dict[tuple[bool, ...], set[str]] = {}
    for id in frozenset().union(*ordered):
        by_place.setdefault(tuple(id in group for group in ordered), set()).add(id)
    return sorted(map(frozenset, by_place.values()), key=sorted)


def _reduced(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """The rows in reduced echelon form, so that a sum is known by its places at the pivots."""
    done: list[list[Fraction]] = []
    for place in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows if row[place]), None)
        if pivot is None:
            continue
        rows = [row for row in rows if row is not pivot]
        pivot = [value / pivot[place] for value in pivot]
        rows = [_less(row, pivot, row[place]) for row in rows]
        done = [_less(row, pivot, row[place]) for row in done] + [pivot]
    return done


def _less(row: Sequence[Fraction], pivot: Sequence[Fraction], times: Fraction) -> list[Fraction]:
    return [value - times * other for value, other in zip(row, pivot, strict=True)] if times else list(row)


def _bundle(desk: int, document: str, last_receipt: int, at: str) -> BundleRow:
    return BundleRow(
        document, desk, 1, 1, "2026-10", 0, 0, last_receipt, "{}", at, at, "accepted", 0, 0
    )  # fmt: skip
