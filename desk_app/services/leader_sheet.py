"""The leader's sheet: on the first of a month what the month before was, on one page of A4 (nobody is named)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta

from common.dates import place_and_date
from common.periods import Period
from common.words import leader_sheet as words
from common.words.model_report import days, period_title
from common.year_counts import KINDS, count_year
from desk_app.db.register import Reading
from desk_app.services import reports_asked
from desk_app.services.copies import age_in_days, last_backup
from desk_app.services.lines import local_entry
from desk_app.services.next_bundle import PATIENCE, last_sent
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.report_making import make, read_period
from desk_app.services.report_reminders import LEADER_SHEET, sheet_month, sheets_done, with_the_bundle
from desk_app.services.reports_asked import ISSUED
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

_A_MONTH = timedelta(days=31)


def leader_sheet(seat: Seat, month: str = "") -> bytes:
    """The sheet of a month ("2026-10"; the month before today) as a PDF. Raises Mistake: not-a-period,
    report-still-running."""
    seat.may("read")
    today = seat.today()
    span = read_period(seat, month) if month else sheet_month(today)
    if span.last >= today:
        raise Mistake("report-still-running", {"day": f"{span.last:%d/%m/%Y}"})
    with seat.reading() as reading:
        report = make(seat, reading, span, span.last)
        sections = (
            (words.DONE, words.done(report)),
            (words.SAID, words.said(report.figures)),
            (words.LATE, _late(seat, reading, today)),
            (words.PRAISE, words.praise(report.figures.year)),
            (words.COMING, tuple(_coming(seat, reading, today)) or (words.NOTHING_COMING,)),
        )
        office = office_on(read_letterhead(reading.office), seat.units, today)
    # Typesetting takes a fifth of a second to import: only a sheet pays for it.
    from common.paper.leader_sheet import LeaderSheet, leader_pdf
    from common.paper.sheet import Heading
    from desk_app.services.typefaces import typefaces

    title = words.TITLE.format(month=span.first.month, year=span.first.year)
    foot = words.FOOT.format(day=f"{span.last:%d/%m/%Y}")
    sheet = LeaderSheet(title, days(span), sections, report.months[-6:], foot)
    heading = Heading(office.parent_name, office.unit_name, place_and_date(office.place, today))
    return leader_pdf(sheet, heading, typefaces())


def sheet_done(seat: Seat, month: str = "") -> None:
    """The sheet of a month (the one before today) is printed or not wanted: no card tells of it any more."""
    seat.may("letters")
    name = month or sheet_month(seat.today()).name
    with seat.work() as work:
        done = sheets_done(work)
        if name not in done:
            work.office.put(LEADER_SHEET, json.dumps(sorted({*done, name})))
            work.journal.append(local_entry(seat, "setting", LEADER_SHEET))
            work.commit()


def _late(seat: Seat, reading: Reading, today: date) -> tuple[str, ...]:
    """What is owed today, whatever the month was."""
    promises = count_year(reading.journal.facts(*KINDS), Period("", today, today)).late
    tasks = sum(one.due_on < today for one in reading.follow_ups.open())
    owed = [
        words.report_owed(period_title(one.period), one.due)
        for one in reports_asked.asked(seat, reading)
        if one.due is not None and one.overdue(today) and not with_the_bundle(one)
    ]
    last = last_backup(reading.office)
    copied = age_in_days(last, seat.now()) if last else None
    sent = last_sent(reading)
    if sent is not None and not sent.taken and sent.begun_on and (today - sent.begun_on).days > PATIENCE:
        owed.append(words.receipt_missing(sent.seq, (today - sent.begun_on).days))
    return words.late(tasks, promises, owed, copied)


def _coming(seat: Seat, reading: Reading, today: date) -> Iterator[str]:
    for one in reports_asked.asked(seat, reading):
        if one.state != ISSUED and not one.overdue(today) and today <= (one.due or one.last) <= today + _A_MONTH:
            yield words.report_coming(period_title(one.period), one.last, one.due)
