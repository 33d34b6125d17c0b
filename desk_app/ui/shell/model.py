"""What the frame says: the status line from the desk's outlook. No widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from common.words import clock
from common.words import window as said
from desk_app.services.outlook import Outlook
from desk_app.services.queues import Queue


@dataclass(frozen=True, slots=True)
class Said:
    """One part of the status line; `tone` is its dot: sen when nothing is to be done, hoe when somebody should look."""

    text: str
    tone: str


def status_parts(outlook: Outlook, now: datetime) -> tuple[Said, ...]:
    """Backup (or the clock, by which its age would be told), tie to the district, lines that wait, in this order."""
    if outlook.training and not outlook.clock:
        return Said(said.NO_COPY_HERE, "xam"), _tie(outlook), _waiting(outlook)
    text, fresh = said.backup_line(outlook.backed_up, now)
    if fresh and (second := said.second_line(outlook.second_at, now)):
        text, fresh = second, False
    if outlook.clock:
        text, fresh = clock.status(outlook.clock.now), False
    return Said(text, "sen" if fresh else "hoe"), _tie(outlook), _waiting(outlook)


def _waiting(outlook: Outlook) -> Said:
    if outlook.tie != "tied":
        return Said(said.lines_here(outlook.lines_waiting), "xam")
    waiting = said.waiting_line(outlook.lines_waiting, outlook.month)
    return Said(waiting, "hoe" if outlook.lines_waiting else "sen")


def _tie(outlook: Outlook) -> Said:
    if outlook.tie == "waiting":
        return Said(said.WORDS_WAIT, "hoe")
    if not outlook.tie:
        return Said(said.NO_DISTRICT, "xam")
    if not outlook.bundle:
        return Said(said.NO_BUNDLE_YET, "xam")
    if not outlook.taken:
        return Said(said.stopped_line(outlook.bundle), "hoe")
    line = said.tie_line(outlook.bundle, outlook.bundle_month, outlook.receipt_on)
    return Said(line, "sen" if outlook.receipt_on else "hoe")


def counts(queues: Sequence[Queue]) -> dict[str, int]:
    """How much waits behind each page: all queues behind Hôm nay, letters behind the printing table, calls."""
    waiting = {queue.id: queue.count for queue in queues}
    return {
        "today": sum(waiting.values()),
        "printing": waiting.get("print", 0),
        "ratings": waiting.get("call", 0),
    }


def title(outlook: Outlook) -> str:
    """The window's title."""
    office = f"{said.PRODUCT} - UBND {outlook.unit}" if outlook.unit else said.PRODUCT
    return f"{office} - {said.PRACTICE}" if outlook.practice else office
