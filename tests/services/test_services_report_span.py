"""A report reads only the lines about its period, and tells what all lines together tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hand_clock import Clock
from test_services_letters import DEATH, prepared
from test_services_registering import BIRTH, entered

from common.periods import read_period
from desk_app.db import overview
from desk_app.reports.office_report import make_report
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from exchange.journal import KINDS

PERIODS = ("2025-10", "2026-06", "2026-07", "2026-08", "2026-Q3", "2026", "2027-01", "2020-01-01..2029-12-31")


def slip(desk: Desk, chance: Random, ids: list[int]) -> None:
    """One act of an ordinary month, on a day of its own; some are told of an earlier day."""
    day = desk.seat.today()
    written = f"{day - timedelta(days=chance.choice((0, 0, 0, 20, 70))):%d/%m/%Y}"
    act = chance.choice(("enter", "enter", "letter", "letter", "amend", "void", "again"))
    if act == "enter" or not ids:
        name = f"Lê Gia {chance.choice(('Hân', 'Bảo', 'Khang', 'Linh'))} {chance.choice('ABCDEGH')}"
        draft = replace(BIRTH, child_name=name, born="", registered_on=written)
        draft = draft if chance.random() < 0.7 else replace(DEATH, deceased_name=name, registered_on=written)
        done = desk.register.enter(replace(draft, born="01/2020") if draft is not DEATH else draft)
        ids += [done.id] if not isinstance(done, tuple) else []
        return
    id = chance.choice(ids)
    if act == "amend":
        desk.register.amend(id, {"registered_on": written}, "sửa ngày")
    elif act == "void":
        ids.remove(id)
        desk.register.void(id, "ghi nhầm")
    else:
        hand_over(desk, id, chance)


def hand_over(desk: Desk, id: int, chance: Random) -> None:
    letter = desk.letters.prepare([id], Wish(anyway="gia đình xin"))
    if isinstance(letter, tuple):
        return
    if chance.random() < 0.8:
        desk.letters.printed([letter.letter], reason="in lại")
        if chance.random() < 0.7:
            desk.letters.delivered([letter.letter], "counter", chance.choice(("good", "bad", "none")))


@pytest.mark.parametrize("seed", range(2))
def test_a_report_over_its_own_lines_equals_one_over_all_lines(desk: Desk, clock: Clock, seed: int) -> None:
    chance, ids = Random(seed), []
    for _ in range(30):
        clock.moment = clock.moment.replace(year=2026, month=chance.randint(5, 9)) + timedelta(
            days=chance.choice((0, 1, 9, -9, 200, -400))
        )
        slip(desk, chance, ids)
    desk.voice.take({"channel": "slip", "score": "3", "on": desk.seat.today().isoformat()})
    counted = 0
    for name in PERIODS:
        with desk.seat.reading() as reading:
            every = make_report(
                tuple(reading.journal.facts()), read_period(name), reading.ratings.answers(read_period(name))
            )
        assert desk.reports.report(name) == every, name
        told = desk.yearly.report(name, read_period(name).last)
        assert told.figures.report == every, name
        for beside in (told.before, told.last_year):
            assert beside is None or beside.report == desk.reports.report(beside.report.period.name), name
        counted += sum(every.events.values())
    assert counted


def test_no_figure_of_a_line_is_called_by_the_name_under_which_its_day_stands() -> None:
    assert not [kind for kind, rule in KINDS.items() if "on" in rule.figures]


def test_the_book_of_letters_is_read_from_the_end_and_lacks_none(
    desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "_AT_ONCE", 4)
    letters = []
    for n in range(5):
        id = entered(desk.register.enter(replace(BIRTH, child_name=f"Lê Văn {'ABCDE'[n]}"))).id
        letters.append(prepared(desk.letters.prepare([id], Wish())).letter)
    for letter, days in zip(letters, (0, 3, -5, 40, 1), strict=True):
        clock.forward(days)
        desk.letters.printed([letter])
    desk.letters.printed(letters[:1], reason="nhòe mực")
    desk.letters.delivered(letters[1:2], "home", "good")
    with desk.seat.reading() as reading:
        every = [line for id in letters if (line := reading.overview.letter(id))]
        newest = sorted(every, key=lambda line: (str(line.printed_on), line.id), reverse=True)
        for since in {line.printed_on for line in every if line.printed_on}:
            those = [line for line in newest if line.printed_on and line.printed_on >= since]
            assert list(reading.overview.letters_in_hand(since, 9)) == those
        assert list(reading.overview.letters_in_hand(date.min, 3)) == newest[:3]
