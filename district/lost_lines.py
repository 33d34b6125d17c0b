"""What a desk put back from an older copy is told that it lacks."""

from collections.abc import Iterable

from district.histories import common_with
from district.inbox import Opened
from district.receipts import DueFork
from district.store.branches import KnownLine
from district.store.store import Work
from exchange.fork import Fork, LostLine
from exchange.journal import BadLine, read_line

OWN_BUSINESS = frozenset({"local", "restored"})
"""Kinds of lines that nobody has to enter again."""


def due_forks(work: Work, opened: Opened, verdict: str) -> tuple[DueFork, ...]:
    """What the desk is told that it lacks: histories set aside which it has not acknowledged, and the fork that this
    very bundle shows."""
    desk = opened.desk.number
    forks = settled_due(work, desk, opened.bundle.manifest.last_receipt)
    if verdict != "forked":
        return forks
    after = common_with(work, opened)
    return *forks, DueFork("", Fork(after=after, lines=lost_lines(work.branches.live_after(desk, after))))


def settled_due(work: Work, desk: int, named: int) -> tuple[DueFork, ...]:
    """The desk's histories set aside that it had not acknowledged with the receipt of that number."""
    sent = work.batches.first_sent(desk)
    forks = []
    for fork in work.branches.of_desk(desk):
        item = f"fork-{fork.branch}"
        if sent.get(item, named + 1) > named:
            told = lost_lines(work.branches.lines(fork))
            forks.append(
                DueFork(item, Fork(after=fork.common, lines=told, settled_on=fork.settled_on, reason=fork.reason))
            )
    return tuple(forks)


def lost_lines(lines: Iterable[KnownLine]) -> tuple[LostLine, ...]:
    """The lines that speak of registrations, letters and answers; a line that could not be read is left out."""
    return tuple(lost for line in lines if (lost := _lost(line)) is not None)


def _lost(known: KnownLine) -> LostLine | None:
    try:
        line = read_line(known.line)
    except BadLine:
        return None
    if line.kind in OWN_BUSINESS:
        return None
    return LostLine(
        position=line.position,
        kind=line.kind,
        on=line.on,
        subject=line.subject,
        version=line.version,
        figures=line.figures,
        part=known.part.decode(),
    )
