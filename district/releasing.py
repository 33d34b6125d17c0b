"""Lines that were set aside one by one are read again: by a newer program, or because a person asks for it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from district.importer import NewLines, follow_up, row_of
from district.moments import utc_text
from district.receipts import WELCOMED, Handed
from district.sitting import Sitting
from district.store.asides import Unread
from district.store.office import Act
from district.store.store import Work
from exchange import canonical
from exchange.files import receipt_name
from exchange.journal import BadLine
from exchange.lines import RawLine, ReadLine


@dataclass(frozen=True, slots=True)
class AsideOf:
    """One desk's lines that stand aside: how many for each reason, and how many of them this program reads now."""

    desk: int
    unit: str
    reasons: Mapping[str, int]
    readable: int

    @property
    def lines(self) -> int:
        """All of them."""
        return sum(self.reasons.values())


@dataclass(frozen=True, slots=True)
class Released:
    """How many lines of which desk count from now on, how many stand aside still, and what the desks are told
    (desk, receipt)."""

    lines: Mapping[int, int]
    left: int
    receipts: tuple[tuple[int, Handed], ...]


def look(sitting: Sitting) -> tuple[AsideOf, ...]:
    """The desks that have lines set aside, by number; nothing changes."""
    with sitting.store.reading() as work:
        lines = work.asides.all()
        units = {desk.number: desk.unit for desk in work.desks.all()}
    readable = Counter(desk for desk, _ in _readable(lines))
    reasons = {desk: Counter(line.reason for line in lines if line.desk == desk) for desk in {x.desk for x in lines}}
    return tuple(AsideOf(desk, units[desk], reasons[desk], readable[desk]) for desk in sorted(reasons))


def release(sitting: Sitting) -> Released:
    """Every line set aside that this program reads now counts from now on, in one transaction; the desks that were told
    otherwise get another receipt. Doing it again changes nothing."""
    with sitting.store.work() as work:
        lines = work.asides.all()
        found: dict[int, list[ReadLine]] = {}
        for desk, line in _readable(lines):
            found.setdefault(desk, []).append(line)
        for desk, read in found.items():
            _count(work, desk, read)
            work.office.note(Act(utc_text(sitting.now()), sitting.user, "release", f"desk {desk}: {len(read)}"))
        due = [(desk, bundle) for desk, read in found.items() for bundle in _told(work, desk, read)]
        told = tuple((desk, sitting.answer_again(work, bundle)) for desk, bundle in due)
    counts = {desk: len(read) for desk, read in found.items()}
    return Released(counts, len(lines) - sum(counts.values()), told)


def given(sitting: Sitting, asked: Iterable[tuple[int, int]]) -> tuple[tuple[str, bytes], ...]:
    """Receipts that were given, by desk and number: (name, file); one that was never given is left out."""
    with sitting.store.reading() as work:
        rows = [(work.desks.get(desk), work.receipts.get(desk, number)) for desk, number in asked]
    return tuple((receipt_name(desk.unit, row.desk, row.number), row.sealed) for desk, row in rows if desk and row)


def _count(work: Work, desk: int, read: Sequence[ReadLine]) -> None:
    work.asides.count_from_now([row_of(desk, one, one.line) for one in read])
    known = work.desks.get(desk)
    follow_up(work, NewLines(known.unit if known else "", desk, read, *work.lines.tip(desk)))


def _readable(lines: Iterable[Unread]) -> Iterator[tuple[int, ReadLine]]:
    for one in lines:
        try:
            line = RawLine(one.position, one.line, one.digest).read()
        except BadLine:
            continue
        yield one.desk, ReadLine(one.position, one.line, one.digest, line)


def _told(work: Work, desk: int, read: Iterable[ReadLine]) -> list[str]:
    """The desk's bundles whose newest receipt still says that one of these lines stands aside."""
    released = {line.position for line in read}
    bundles = []
    for bundle in work.bundles.of_desk(desk):
        if bundle.verdict not in WELCOMED:
            continue
        newest = work.receipts.newest_for(desk, bundle.document)
        told = canonical.decode(newest.said).get("set_aside", ()) if newest else ()
        if released & {line["position"] for line in told}:
            bundles.append(bundle.document)
    return bundles
