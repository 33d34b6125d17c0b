"""Nhắc việc: what the office should not forget."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from common.periods import read_period
from common.words import books as book_words
from common.words import check_draw as draw_words
from common.words import clock as clock_words
from common.words import follow_ups_page as follow_up_words
from common.words import lacking as lacking_words
from common.words import reminders as words
from common.words import today as today_words
from desk_app.db.register import Reading
from desk_app.services.after_restore import owed
from desk_app.services.board_proposals import BOARD, proposals
from desk_app.services.books import FIRST_CLOSING, LAST_CLOSING, open_books
from desk_app.services.check_draw import waiting_draws
from desk_app.services.clock_watch import Doubt, clock_doubt
from desk_app.services.copies import age_in_days, last_backup, last_second
from desk_app.services.drill import drill_due
from desk_app.services.lacking import waiting
from desk_app.services.naming import who
from desk_app.services.next_bundle import PATIENCE, LastSent, coming_bundle, due_day, last_sent
from desk_app.services.office import read_signatories, signatory_on
from desk_app.services.review import aside_rows
from desk_app.services.seat import TRAINING
from desk_app.services.session_reminders import session_reminders
from desk_app.services.waiting import WaitingSheet
from desk_app.sync.link import IN_FORCE, read_link
from exchange.journal import read_line

BOARD_DAYS = 10
"""So long before and after a quarter's end the board of that quarter is due."""
SOON = 2
"""Days before its day on which a task is told."""
WEEK = 7
"""Days after which a copy is old."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A card: `icon` by name, two texts, and where it leads: the page it `goes` to, or the action of the table that it
    `does`. A `first` one stands before others as urgent; a `quiet` one is grey and last."""

    icon: str
    title: str
    text: str
    goes: str = ""
    urgent: bool = False
    quiet: bool = False
    does: str = ""
    first: bool = False


def reminders(reading: Reading, now: datetime, held: Sequence[WaitingSheet] = ()) -> tuple[Reminder, ...]:
    """The cards of today, the urgent ones first; `held`: the sheets held back, told by the house that mourns."""
    today = now.date()
    doubt = clock_doubt(reading, today)
    clock = [_clock(doubt)] if doubt else []
    if doubt and doubt.now < doubt.last:
        # Whatever goes by days would be told wrong, and who may sign as well.
        return tuple(clock)
    cards = [
        *clock,
        *_signer(reading, today),
        *(() if reading.office.get(TRAINING) else (*_copy(reading, now), *_second(reading, now))),
        *_restored(reading),
        *_month(reading, today),
        *_draws(reading),
        *_follow_ups(reading, today),
        *_sessions(reading, today),
        *_board(reading, today),
        *_books(reading, today),
        *_drill(reading, today),
        *_mourning(held),
    ]
    return urgent_first(cards)


def urgent_first(cards: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """The same cards, those that cannot wait on top."""
    return tuple(sorted(cards, key=lambda card: (not card.urgent, card.quiet, not card.first)))


def _clock(doubt: Doubt) -> Reminder:
    return Reminder("clock", *clock_words.card(doubt.now, doubt.last), does="clock-right", urgent=True, first=True)


def _mourning(held: Sequence[WaitingSheet]) -> Iterator[Reminder]:
    """One card for each house that lost somebody, however many of its letters wait."""
    letters: dict[tuple[str, str, str], list[str]] = {}
    for sheet in held:
        for told in (details for details in sheet.held if "until" in details):
            letters.setdefault((told["who"], told["died"], told["until"]), []).append(who(sheet.rows))
    for lost, names in letters.items():
        yield Reminder("heart-handshake", *today_words.mourning(lost, names), goes="printing", quiet=True)


def _restored(reading: Reading) -> Iterator[Reminder]:
    """What a restore left to do: the newest receipt, and what has to be entered again."""
    if owed(reading):
        yield Reminder("file-text", *lacking_words.OWED_REMINDER, goes="month", urgent=True)
    if count := len(waiting(reading)):
        yield Reminder("alert-triangle", *lacking_words.reminder(count), goes="month", urgent=True)


def _draws(reading: Reading) -> Iterator[Reminder]:
    if count := waiting_draws(reading):
        yield Reminder("signature", *draw_words.reminder(count), goes="draws")


def _follow_ups(reading: Reading, today: date) -> Iterator[Reminder]:
    """Tasks due within two days; calls to be made stand in a queue of their own."""
    soon = [
        one.due_on
        for one in reading.follow_ups.open()
        if one.source != "call-back" and one.due_on <= today + timedelta(days=SOON)
    ]
    if soon:
        late = sum(day < today for day in soon)
        yield Reminder("message-2", *follow_up_words.reminder(len(soon), late), goes="follow-ups", urgent=late > 0)


def _sessions(reading: Reading, today: date) -> Iterator[Reminder]:
    for told, urgent in session_reminders(reading, today):
        yield Reminder("users", *told, goes="sessions", urgent=urgent)


def _signer(reading: Reading, today: date) -> Iterator[Reminder]:
    if signatory_on(read_signatories(reading.office), today) is None:
        yield Reminder("signature", *words.NO_SIGNER, goes="settings", urgent=True)


def _copy(reading: Reading, now: datetime) -> Iterator[Reminder]:
    last = last_backup(reading.office)
    days = age_in_days(last, now) if last else None
    if last is None:
        yield Reminder("device-floppy", *words.NEVER_COPIED, goes="copies", urgent=True)
    elif days is None:
        yield Reminder("device-floppy", *words.COPIED_IN_FUTURE, goes="copies", urgent=True)
    elif days > 0:
        yield Reminder("device-floppy", *words.copy_age(days), goes="copies", urgent=days > WEEK)


def _second(reading: Reading, now: datetime) -> Iterator[Reminder]:
    """The stick that was to stay in went home with somebody, or its disk is full."""
    last = last_second(reading.office)
    days = age_in_days(last, now) if last else 0
    if days is None or days > WEEK:
        yield Reminder("usb", *words.second_age(days), goes="copies", urgent=True)


def _drill(reading: Reading, today: date) -> Iterator[Reminder]:
    if drill_due(reading, today):
        yield Reminder("history", *words.DRILL_DUE, goes="copies")


def _month(reading: Reading, today: date) -> Iterator[Reminder]:
    if read_link(reading.office.get(IN_FORCE)) is None:
        return
    sent = last_sent(reading)
    coming = coming_bundle(reading, today, sent)
    yield from _answer(sent, today)
    if laid_aside := len(aside_rows(reading)):
        yield Reminder("alert-triangle", *words.laid_aside(laid_aside), does="sent-bundles", urgent=True)
    if not coming.lines:
        return
    month, due = coming.month, due_day(coming.month)
    if month.last < today:
        days = (due - today).days
        yield Reminder("usb", *words.bundle_due(month.first.month, due, days, coming.lines), goes="month", urgent=True)
    else:
        first = month.last + timedelta(days=1)
        yield Reminder("usb", *words.bundle_coming(month.first.month, first, due, coming.lines), goes="month")


def _answer(sent: LastSent | None, today: date) -> Iterator[Reminder]:
    """What is still owed to the bundle that went last."""
    if sent is None or sent.taken:
        return
    away = (today - sent.begun_on).days if sent.begun_on else 0
    if sent.receipt_on is not None:
        yield Reminder("usb", *words.bundle_stopped(sent.seq), does="sent-bundles", urgent=True)
    elif away > PATIENCE:
        yield Reminder("usb", *words.receipt_missing(sent.seq, away), goes="month", urgent=True)
    else:
        yield Reminder("usb", *words.receipt_awaited(sent.seq, sent.month.first.month), goes="month")


def _board(reading: Reading, today: date) -> Iterator[Reminder]:
    """Around a quarter's end, while something was done that may be told and nobody has made the board of it."""
    for day in (today, today - timedelta(days=BOARD_DAYS)):
        name = f"{day.year}-Q{(day.month + 2) // 3}"
        last = read_period(name).last
        if abs((last - today).days) > BOARD_DAYS or name in json.loads(reading.office.get(BOARD) or "{}"):
            continue
        if count := len(proposals(reading, name)):
            yield Reminder("file-text", *words.board_due(int(name[-1]), count), goes="papers")
            return


def _books(reading: Reading, today: date) -> Iterator[Reminder]:
    """From 20/12 the books of the year, and those of the last one while they are open; a year before the register
    began was closed on paper."""
    year = today.year if (today.month, today.day) >= FIRST_CLOSING else today.year - 1
    if year < _began(reading):
        return
    if count := len(open_books(reading, year)):
        late = today >= date(year + 1, *LAST_CLOSING)
        yield Reminder("books", *book_words.to_close(year, count, late), goes="books", urgent=late)


def _began(reading: Reading) -> int:
    """The year of the register's first line."""
    return next((date.fromisoformat(read_line(raw).on).year for raw in reading.journal.slice(1, 1)), date.max.year)
