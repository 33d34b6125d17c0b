"""What becomes of a letter after printing, on a real desk: handed over, come back, and what the counts say of it."""

from __future__ import annotations

from datetime import date

import pytest
from hand_clock import Clock
from test_services_registering import BIRTH, entered

from desk_app.db.handings import Handing
from desk_app.services.delivery import Delivery, Given
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.month_view import month_contents
from desk_app.services.summary import days_of
from desk_app.services.today import Today
from desk_app.services.trouble import Mistake

BY_POST = Given("post", "none", together="  Hội Liên hiệp   Phụ nữ xã ", evidence="Sổ bưu gửi, trang 3")


def printed(desk: Desk) -> int:
    done = desk.letters.prepare([entered(desk.register.enter(BIRTH)).id], Wish())
    assert isinstance(done, Prepared)
    desk.letters.printed([done.letter])
    return done.letter


def counted(desk: Desk) -> tuple[int, int]:
    report = desk.reports.report("2026-11")
    return report.letters["birth"]["delivered"], report.reactions["none"]


def test_a_letter_that_came_back_is_with_nobody_until_it_is_handed_over_again(desk: Desk, clock: Clock) -> None:
    letter, delivery = printed(desk), Delivery(desk.seat)
    delivery.hand_over([letter], BY_POST)
    assert counted(desk) == (1, 1)
    clock.forward(3)
    delivery.came_back([letter], "nhà đi vắng")
    assert counted(desk) == (0, 0)
    with desk.seat.reading() as reading:
        kept, handing = reading.letters.get(letter), reading.handings.of([letter])[letter]
    assert kept is not None
    assert (kept.state, kept.delivered_on, kept.copies) == ("printed", None, 1)
    back = Handing("Hội Liên hiệp Phụ nữ xã", "Sổ bưu gửi, trang 3", date(2026, 11, 23), "nhà đi vắng")
    assert handing == back
    delivery.hand_over([letter], Given("home", "good"))
    with desk.seat.reading() as reading:
        assert reading.handings.of([letter])[letter] == back, "that it came back once is remembered"
    assert (desk.reports.report("2026-11").reactions["good"], counted(desk)[0]) == (1, 1)


def test_what_was_never_handed_over_does_not_come_back(desk: Desk) -> None:
    letter = printed(desk)
    with pytest.raises(Mistake, match="letter-not-delivered"):
        Delivery(desk.seat).came_back([letter], "nhà đi vắng")


def test_evidence_is_changed_and_taken_out_while_the_first_day_stays(desk: Desk, clock: Clock) -> None:
    letter, delivery = printed(desk), Delivery(desk.seat)
    delivery.hand_over([letter], BY_POST)
    clock.forward(1)
    delivery.hand_over([letter], Given("home", "good", evidence=""))
    with desk.seat.reading() as reading:
        kept, handing = reading.letters.get(letter), reading.handings.of([letter])[letter]
    assert handing == Handing("Hội Liên hiệp Phụ nữ xã")
    assert kept is not None
    assert (kept.delivered_on, kept.way) == (date(2026, 11, 20), "home")


def test_what_came_back_is_no_hand_over_on_the_first_page_nor_in_the_months_bundle(desk: Desk, clock: Clock) -> None:
    letter, delivery = printed(desk), Delivery(desk.seat)
    delivery.hand_over([letter], BY_POST)
    clock.forward(1)
    delivery.came_back([letter], "nhà đi vắng")
    with desk.seat.reading() as reading:
        days = {day.on: day.handed for day in days_of(reading, desk.seat.today())}
    assert days == {date(2026, 11, 21): 0, date(2026, 11, 20): 1}
    parts = month_contents(desk.seat).sum.parts
    assert (parts["delivered"], parts["again"]) == (1, 1)


def test_the_first_page_counts_a_letter_once_however_often_its_hand_over_is_said_and_on_its_own_day(
    desk: Desk, clock: Clock
) -> None:
    """A reaction mended, one that came back and went out again, one handed over at a ceremony written down later."""
    letter, delivery = printed(desk), Delivery(desk.seat)
    delivery.hand_over([letter], BY_POST)
    delivery.hand_over([letter], Given("counter", "good"))
    delivery.came_back([letter], "nhà đi vắng")
    delivery.hand_over([letter], BY_POST)
    assert Today(desk.seat).day_summary() == "Hôm nay đã ghi 1 việc, in 1 thư, trao 1 thư."
    clock.forward(1)
    delivery.hand_over([letter], Given("home", "good"))
    assert Today(desk.seat).day_summary() == "Hôm nay chưa ghi việc nào."
