"""Nhắc việc: what the office should not forget, and the three facts of the status line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from common.periods import Period
from common.words import reminders as words
from desk_app.db.register import Reading
from desk_app.services.care import LAST_COPY
from desk_app.services.month_end import closing_month
from desk_app.services.office import read_signatories, signatory_on
from desk_app.services.seat import Seat
from desk_app.sync.link import IN_FORCE, read_link
from desk_app.sync.outgoing import fields_of

QUARTER_NOTICE = 30
"""Days before the quarter's figures close (the 14th of its last month) on which the desk begins to remind."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A card: `icon` by name, two texts, and the page that `goes` there ("" for none)."""

    icon: str
    title: str
    text: str
    goes: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """One fact of the status line; `tone` sen (well) or hoe (look at it)."""

    tone: str
    words: str


@dataclass(frozen=True, slots=True)
class _Sent:
    seq: int
    month: Period
    head: int
    receipt_on: date | None


def reminders(reading: Reading, now: datetime) -> tuple[Reminder, ...]:
    """The cards of today, the urgent ones first."""
    today = now.date()
    cards = [*_signer(reading, today), *_copy(reading, today), *_month(reading, today), *_quarter(today)]
    return tuple(sorted(cards, key=lambda card: not card.urgent))


def status_of(seat: Seat) -> tuple[Status, ...]:
    """Backup, last bundle, and what waits for the next one; without a district only the first."""
    with seat.reading() as reading:
        days, hour = _copied(reading, seat.today())
        facts = [Status("sen" if days == 0 else "hoe", words.status_copy(days, hour))]
        if read_link(reading.office.get(IN_FORCE)) is None:
            return tuple(facts)
        sent = _last_sent(reading)
        if sent:
            tone = "sen" if sent.receipt_on else "hoe"
            told = words.status_receipt(sent.seq, sent.month.first.month, sent.receipt_on)
            facts.append(Status(tone, told))
        month = _next_month(sent, seat.today())
        facts.append(Status("hoe", words.status_waiting(_waiting(reading, sent), month.first.month)))
    return tuple(facts)


def _signer(reading: Reading, today: date) -> Iterator[Reminder]:
    if signatory_on(read_signatories(reading.office), today) is None:
        yield Reminder("signature", *words.NO_SIGNER, goes="settings", urgent=True)


def _copy(reading: Reading, today: date) -> Iterator[Reminder]:
    days, _ = _copied(reading, today)
    if days is None:
        yield Reminder("device-floppy", *words.NEVER_COPIED, goes="settings", urgent=True)
    elif days > 0:
        yield Reminder("device-floppy", *words.copy_age(days), goes="settings", urgent=days > 7)


def _copied(reading: Reading, today: date) -> tuple[int | None, str]:
    """How many days ago the last backup was made, and at what hour; None when there was none."""
    kept = reading.office.get(LAST_COPY)
    if not kept:
        return None, ""
    moment = datetime.fromisoformat(kept)
    return max(0, (today - moment.date()).days), f"{moment:%H:%M}"


def _month(reading: Reading, today: date) -> Iterator[Reminder]:
    if read_link(reading.office.get(IN_FORCE)) is None:
        return
    sent = _last_sent(reading)
    if sent and sent.receipt_on is None:
        yield Reminder("usb", *words.receipt_awaited(sent.seq, sent.month.first.month), goes="month")
    month, lines = _next_month(sent, today), _waiting(reading, sent)
    if not lines:
        return
    if month.last < today:
        yield Reminder("usb", *words.bundle_due(month.first.month, lines), goes="month", urgent=True)
    else:
        first = month.last + timedelta(days=1)
        yield Reminder("usb", *words.bundle_coming(month.first.month, first, lines), goes="month")


def _last_sent(reading: Reading) -> _Sent | None:
    sealed = [bundle for bundle in reading.bundles.all() if bundle.state == "sealed"]
    if not sealed:
        return None
    last, fields = sealed[-1], fields_of(sealed[-1].manifest)
    answers = [one for one in reading.receipts.all() if one.bundle == last.digest]
    year, month = map(int, fields.period.split("-")[:2])
    return _Sent(fields.seq, _month_of(date(year, month, 1)), fields.head, answers[-1].taken_on if answers else None)


def _next_month(sent: _Sent | None, today: date) -> Period:
    """The month whose bundle comes next: the one that just ended unless it went already, else the running one."""
    closing = closing_month(today)
    if sent is None or sent.month.first < closing.first:
        return closing
    return _month_of(today)


def _month_of(day: date) -> Period:
    first = day.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    return Period(f"{first:%Y-%m}", first, after - timedelta(days=1))


def _waiting(reading: Reading, sent: _Sent | None) -> int:
    """Lines that no bundle of ours holds yet."""
    return reading.journal.head()[0] - max(reading.bundles.acknowledged(), sent.head if sent else 0)


def _quarter(today: date) -> Iterator[Reminder]:
    quarter = (today.month - 1) // 3 + 1
    last = date(today.year, quarter * 3, 14)
    if 0 <= (last - today).days <= QUARTER_NOTICE:
        title, text = words.quarter_due(quarter, last, (last - today).days)
        yield Reminder("calendar-event", title, text, goes="reports")
