"""Hôm nay: what waits at this desk, in six queues (LOOK 4), and what was done.

No state is kept for signing: a letter printed today waits for signature and seal, one printed on an earlier day waits
to be handed over. Letters wait for the printer for registrations of the last quarter, as on the printing table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from common.words import today as words
from common.words.deliveries import came_back
from desk_app.db.handings import Handing
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.services.calls import CALL_DAYS, CallBacks
from desk_app.services.courtesy_rows import row_maker, rows_to_print
from desk_app.services.desk_reminders import desk_reminders
from desk_app.services.drafting import shown_drafts, unfinished_of
from desk_app.services.leaving import owners_of
from desk_app.services.mourning import Mourners, Mourning
from desk_app.services.naming import Tagged, after_working_days, second_line, tag_of, typed_names, who, working_days
from desk_app.services.office import read_letterhead
from desk_app.services.own_future import unit_reminders
from desk_app.services.people import people_of
from desk_app.services.print_question import asked_about
from desk_app.services.queues import Queue, Row, queue
from desk_app.services.reminders import Reminder, reminders, urgent_first
from desk_app.services.report_reminders import report_reminders
from desk_app.services.review import alike_rows, aside_rows, held_rows
from desk_app.services.seat import Seat
from desk_app.services.summary import Day, days_of
from desk_app.services.template_reminders import template_reminders
from desk_app.services.waiting import MOST, Waiting, WaitingSheet, covered_by, held_on_paper, waiting_sheets
from desk_app.sync.link import IN_FORCE, read_link

LONG_NAME = 40
LYING_TOO_LONG = 7
_NEVER = Handing()


@dataclass(frozen=True, slots=True)
class DayView:
    """Everything the page shows, read in one steady view of the register."""

    queues: tuple[Queue, ...]
    summary: str
    before: str
    reminders: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """The work that waits, for the person at this seat."""

    seat: Seat

    def view(self) -> DayView:
        """The whole page at once."""
        with self.seat.reading() as reading:
            waiting, mourned = self._waiting(reading)
            queues = self._queues(reading, waiting, mourned)
            days = days_of(reading, self.seat.today())
            cards = (
                *reminders(reading, self.seat.now(), waiting.held),
                *desk_reminders(self.seat, reading),
                *unit_reminders(self.seat, reading),
                *(() if self.seat.training else report_reminders(self.seat, reading)),
                *template_reminders(self.seat, reading),
            )
        late = any(one.late for one in queues)
        return DayView(
            queues, _summary(days, self.seat.today()), _before(days, self.seat.today(), late), urgent_first(cards)
        )

    def queues(self) -> tuple[Queue, ...]:
        """The six queues in their order, every row ready to show."""
        with self.seat.reading() as reading:
            return self._queues(reading, *self._waiting(reading))

    def day_summary(self) -> str:
        """What was done today, as one sentence."""
        with self.seat.reading() as reading:
            return _summary(days_of(reading, self.seat.today()), self.seat.today())

    def _queues(self, reading: Reading, waiting: Waiting, mourned: Mourning) -> tuple[Queue, ...]:
        today = self.seat.today()
        look = (held_rows(waiting.held[:MOST]), alike_rows(reading, today), aside_rows(reading))
        beyond = max(0, len(waiting.held) - MOST)
        return (
            _to_print(reading, waiting, today),
            _signing(reading, (today, self.seat.mourners)),
            _lying(reading, (today, self.seat.mourners), mourned),
            _calls(reading, today),
            _drafts(self.seat, reading),
            queue("look", [row for rows in look for row in rows], words.review_note(*map(len, look)), beyond),
        )

    def _waiting(self, reading: Reading) -> tuple[Waiting, Mourning]:
        today, mourners = self.seat.today(), self.seat.mourners
        return waiting_sheets(reading, today, mourners), mourners.now(reading, today)


def _to_print(reading: Reading, waiting: Waiting, today: date) -> Queue:
    coded = _carries_code(reading)
    late = max((_days_late(sheet.rows, today) for sheet in waiting.free), default=0)
    shown = waiting.free[:MOST]
    rows = [_print_row(sheet, today, sheet.note or _note(sheet.rows, coded)) for sheet in shown]
    hidden = waiting.hidden + len(waiting.free) - len(shown)
    courtesies = tuple(rows_to_print(reading, waiting.courtesies, today))
    late = max([late, *(working_days(letter.dated, today) - 1 for letter in waiting.courtesies)])
    asked = asked_about(reading)
    sent = frozenset(asked.letters if asked else ())
    told = [replace(row, note=words.SENT) if row.letter in sent else row for row in (*courtesies, *rows)]
    return queue("print", told, words.oldest_late(late) if late > 0 else "", hidden)


def _carries_code(reading: Reading) -> frozenset[str]:
    """The events whose letters carry a code."""
    tie = read_link(reading.office.get(IN_FORCE))
    if tie is None or not tie.confirmed:
        return frozenset()
    return frozenset({"birth", "marriage"} | ({"death"} if read_letterhead(reading.office).condolence_code else set()))


def _print_row(sheet: WaitingSheet, today: date, note: str) -> Row:
    rows, letter = sheet.rows, sheet.letter
    late = _days_late(rows, today)
    return Row(
        kind="letter" if letter else "registration",
        id=letter or rows[0].id,
        who=who(rows),
        second=second_line(rows),
        tag=tag_of(rows[0].event),
        todo=words.TO_PRINT[rows[0].event],
        note=note,
        due=words.due_print(late),
        late=late > 0,
        covers=tuple(row.id for row in rows),
        letter=letter,
    )


def _note(rows: Sequence[Kept], coded: frozenset[str]) -> str:
    if len(who(rows)) > LONG_NAME:
        return words.LONG_NAME
    return words.WITHOUT_CODE if coded and rows[0].event not in coded else ""


def _days_late(rows: Sequence[Kept], today: date) -> int:
    """A letter is printed by the day of work after the registration."""
    return working_days(rows[0].registration.registered_on, today) - 1


def _signing(reading: Reading, asked: tuple[date, Mourners]) -> Queue:
    today = asked[0]
    letters = reading.overview.letters_printed(today, MOST)
    covered, courtesy = covered_by(reading, letters), row_maker(reading, letters)
    found = [
        courtesy(letter, words.TO_SIGN, _printed(letter, today), False)
        or _letter_row(covered, letter, words.TO_SIGN, _printed(letter, today))
        for letter in letters
    ]
    held = [_held(reading, letter, covered, asked) for letter in letters]
    rows = [replace(row, note=why or row.note) if row else None for row, why in zip(found, held, strict=True)]
    note = _printed(letters[0], today) if letters else ""
    hidden = reading.overview.count_printed(today) - MOST if len(letters) == MOST else 0
    return queue("sign", [row for row in rows if row], note, hidden)


def _printed(letter: LetterLine, today: date) -> str:
    """Today, unless the clock stood wrong."""
    day = letter.printed_on or today
    return words.printed_today() if day == today else words.printed_on(day)


def _held(reading: Reading, letter: LetterLine, covered: dict[int, Kept], asked: tuple[date, Mourners]) -> str:
    live = [kept for id in letter.covers if (kept := covered.get(id)) and kept.state == "live"]
    return held_on_paper(reading, letter, live, asked)


def _lying(reading: Reading, asked: tuple[date, Mourners], mourned: Mourning) -> Queue:
    today = asked[0]
    letters = reading.overview.letters_lying(today, MOST)
    hidden = _beyond(reading, today) if len(letters) == MOST else 0
    covered, rows, most = covered_by(reading, letters), [], 0
    courtesy = row_maker(reading, letters)
    handings = reading.handings.of([letter.id for letter in letters])
    for letter in letters:
        days = (today - (letter.printed_on or today)).days
        most = max(most, days)
        late = days >= LYING_TOO_LONG
        row = _letter_row(covered, letter, words.TO_HAND, words.due_hand(days), late=late)
        row = row or courtesy(letter, words.TO_HAND, words.due_hand(days), late)
        loss = mourned.of([covered[id].registration for id in letter.covers if id in covered])
        back = handings.get(letter.id, _NEVER)
        note = came_back(back.returned_on, back.returned_why) if back.returned_on else ""
        held = _held(reading, letter, covered, asked)
        note = held or (words.MOURNING_NOW.format(until=words.short(loss.until)) if loss else note)
        rows.append(replace(row, note=note, late=row.late and not (loss or held)) if row and note else row)
    return queue("hand", [row for row in rows if row], words.oldest_lying(most) if most else "", hidden)


def _beyond(reading: Reading, today: date) -> int:
    """How many letters of earlier days lie there besides the first ones."""
    return max(0, reading.overview.letters_in("printed") - reading.overview.count_printed(today) - MOST)


def _letter_row(covered: dict[int, Kept], letter: LetterLine, todo: str, due: str, *, late: bool = False) -> Row | None:
    kept = [covered[id] for id in letter.covers if id in covered]
    if not kept:
        return None
    return Row(
        kind="letter",
        id=letter.id,
        who=who(kept),
        second=second_line(kept),
        tag=tag_of(kept[0].event),
        todo=todo,
        note=words.STALE_PRINTED if letter.stale else "",
        due=due,
        late=late,
        covers=letter.covers,
        letter=letter.id,
    )


def _calls(reading: Reading, today: date) -> Queue:
    rows = []
    waiting = CallBacks.waiting(reading)
    for message in waiting:
        last = after_working_days(message.on, CALL_DAYS)
        rows.append(
            Row(
                kind="message",
                id=message.message_id,
                who=words.call_back(str(message.body.get("phone", ""))),
                second=str(message.body.get("text", "")),
                tag=Tagged(words.MESSAGE_TAG, "hoe"),
                todo=words.call_back(""),
                due=words.call_due(last, today > last),
                late=today > last,
            )
        )
    return queue("call", rows, words.since(waiting[0].on) if waiting else "")


def _drafts(seat: Seat, reading: Reading) -> Queue:
    """The one typed last first, with whose it is where it is another's."""
    owners, called, rows = owners_of(reading), {one.login: one.greeting for one in people_of(reading)}, []
    for kept in shown_drafts(seat, reading):
        owner = owners.get(kept.draft_id, seat.user)
        whose = "" if owner == seat.user else words.whose(called.get(owner, owner))
        saved, names = words.saved_at(kept.at, seat.today()), typed_names(unfinished_of(kept).draft) or words.NO_NAME
        rows.append(Row("draft", kept.draft_id, names, saved, tag_of(kept.event), words.TO_FINISH, whose))
    return queue("draft", rows, words.oldest_draft(rows[-1].second, len(rows)) if rows else "")


def _summary(days: Sequence[Day], today: date) -> str:
    done = next((day for day in days if day.on == today), Day(today))
    return words.day_summary(done.entered, done.printed, done.handed)


def _before(days: Sequence[Day], today: date, late: bool) -> str:
    earlier = next((day for day in days if day.on < today and day.any), None)
    return words.day_before(earlier.on, earlier.entered, earlier.printed, late) if earlier else ""
