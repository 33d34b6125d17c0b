"""A glad letter to a house that mourns waits until somebody opens it, wherever letters are written or printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hand_clock import Clock
from test_services_letters import DEATH
from test_services_registering import BIRTH, entered

from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.month_view import month_contents
from desk_app.services.mourning import opened_for
from desk_app.services.print_desk import PrintDesk
from desk_app.services.queues import Queue
from desk_app.services.today import Today
from tools.endurance.plans import hearing, watching

LOST = replace(
    DEATH, died_on="05/11/2026", registered_on="06/11/2026", declarant_name="Nguyễn Văn Bình", declarant_relation="con"
)
TOLD = "Nhà đang có tang, giữ thư đến hết 24/12/2026: cụ Đặng Văn Khoan mất 05/11/2026"


@pytest.fixture
def table(desk: Desk) -> PrintDesk:
    return PrintDesk(desk.seat)


def queue(desk: Desk, id: str) -> Queue:
    return next(one for one in Today(desk.seat).queues() if one.id == id)


def prepared(desk: Desk, id: int, anyway: str = "") -> Prepared:
    done = desk.letters.prepare([id], Wish(anyway=anyway))
    assert isinstance(done, Prepared), done
    return done


def test_it_is_named_on_today_and_on_the_printing_table_with_a_way_to_the_death(desk: Desk, table: PrintDesk) -> None:
    death, birth = entered(desk.register.enter(LOST)).id, entered(desk.register.enter(BIRTH)).id
    (row,) = queue(desk, "look").rows
    assert (row.note, row.covers, row.goes) == (TOLD, (birth,), "printing")
    assert [one.covers for one in queue(desk, "print").rows] == [(death,)]
    (card,) = [one for one in Today(desk.seat).view().reminders if one.quiet]
    assert card.text == (
        "Cụ Đặng Văn Khoan mất 05/11/2026. Thư gửi Nguyễn Trần Minh Anh được giữ lại đến hết 24/12/2026, "
        "trừ khi anh chị mở."
    )
    waiting = {one.covers: one for one in table.waiting()}
    assert (waiting[(birth,)].held, waiting[(birth,)].because) == ((TOLD,), death)
    assert waiting[(death,)].held == ()


def test_all_that_waits_is_printed_without_it_and_it_is_named(desk: Desk, table: PrintDesk) -> None:
    death, birth = entered(desk.register.enter(LOST)).id, entered(desk.register.enter(BIRTH)).id
    done, held = desk.letters.prepare_pending()
    assert [one.covers for one in done] == [(death,)]
    assert [(one.covers, one.problems[0].details["reason"]) for one in held] == [((birth,), "family-in-mourning")]
    assert month_contents(desk.seat).held == {"family-in-mourning": 1}
    ready = table.prepare(table.waiting())
    assert len(ready.letters) == 1
    assert ready.left_out[0].startswith("Nguyễn Trần Minh Anh: Thư này chờ anh chị quyết định: Nhà đang có tang, giữ")


def test_a_reason_opens_it_and_stays_at_home_with_the_letter(desk: Desk, table: PrintDesk) -> None:
    entered(desk.register.enter(LOST))
    birth = entered(desk.register.enter(BIRTH)).id
    assert not isinstance(desk.letters.prepare([birth], Wish(anyway="  ")), Prepared)
    letter = prepared(desk, birth, "gia đình xin nhận")
    assert [one.held for one in table.waiting() if one.letter == letter.letter] == [()]
    with desk.seat.reading() as reading:
        kept = reading.letters.get(letter.letter)
        assert kept is not None
        assert opened_for(reading, kept.subject) == {"family-in-mourning"}
        (line,) = reading.journal.of_subject(kept.subject)
        assert "held" not in line.figures
        (part,) = reading.journal.home_parts(line.position, line.position)
    assert "gia đình xin nhận" in part.body.decode()
    assert prepared(desk, birth).again


def test_a_letter_written_before_the_death_was_registered_waits_as_well(desk: Desk, table: PrintDesk) -> None:
    birth = entered(desk.register.enter(BIRTH)).id
    first = prepared(desk, birth)
    assert len(queue(desk, "print").rows) == 1
    entered(desk.register.enter(LOST))
    (row,) = [one for one in table.waiting() if one.letter == first.letter]
    assert row.held == (TOLD,)
    assert [one.covers for one in queue(desk, "look").rows] == [(birth,)]
    assert not isinstance(desk.letters.prepare([birth], Wish()), Prepared)
    anew = prepared(desk, birth, "ông bà muốn nhận sớm")
    assert (anew.again, anew.letter > first.letter) == (False, True)
    assert [one.held for one in table.waiting() if one.letter == anew.letter] == [()]
    with desk.seat.reading() as reading:
        assert [kept.state for kept in reading.letters.of_registration(birth)] == ["void", "prepared"]


def test_one_in_the_hand_is_marked_where_it_waits_to_be_handed_over(desk: Desk, clock: Clock) -> None:
    birth = entered(desk.register.enter(BIRTH)).id
    desk.letters.printed([prepared(desk, birth).letter])
    entered(desk.register.enter(LOST))
    clock.moment += timedelta(days=8)
    (row,) = queue(desk, "hand").rows
    assert (row.note, row.late) == ("Nhà đang có tang, nên trao sau 24/12", False)
    assert prepared(desk, birth).again


def test_it_goes_out_by_itself_after_the_last_day_or_once_the_death_stands_no_more(desk: Desk, clock: Clock) -> None:
    death, birth = entered(desk.register.enter(LOST)).id, entered(desk.register.enter(BIRTH)).id
    clock.moment = clock.moment.replace(month=12, day=24)
    assert not isinstance(desk.letters.prepare([birth], Wish()), Prepared)
    clock.moment += timedelta(days=1)
    assert isinstance(desk.letters.prepare([birth], Wish()), Prepared)
    clock.moment -= timedelta(days=20)
    other = entered(desk.register.enter(replace(BIRTH, child_name="Nguyễn Minh Khang"))).id
    assert not isinstance(desk.letters.prepare([other], Wish()), Prepared)
    desk.register.void(death, "ghi nhầm người")
    assert isinstance(desk.letters.prepare([other], Wish()), Prepared)


def test_a_child_that_died_is_told_so_and_not_as_a_house_in_mourning(desk: Desk) -> None:
    birth = entered(desk.register.enter(BIRTH)).id
    child = replace(LOST, deceased_name=BIRTH.child_name, born="09/11/2026", died_on="15/11/2026")
    entered(desk.register.enter(replace(child, registered_on="16/11/2026")))
    held = desk.letters.prepare([birth], Wish())
    assert isinstance(held, tuple)
    assert [one.details["reason"] for one in held] == ["child-died"]


def test_what_is_asked_of_the_register_is_answered_by_its_indexes(desk: Desk) -> None:
    entered(desk.register.enter(LOST))
    birth = entered(desk.register.enter(BIRTH)).id
    found: dict[str, list[str]] = {}
    with watching(desk, found):
        Today(desk.seat).view()
        desk.letters.prepare([birth], Wish(anyway="gia đình xin"))
    assert len([question for question in found if "ym IN" in question and "version" in question]) == 1
    assert {question: steps for question, steps in found.items() if steps} == {}


def test_one_look_at_the_day_asks_once_who_is_mourned_however_many_letters_wait(desk: Desk) -> None:
    for name in ("Nguyễn Gia Hân", "Nguyễn Gia Bảo", "Nguyễn Gia Phúc"):
        entered(desk.register.enter(replace(BIRTH, child_name=name, number=""), desk.drafts.begin()))
    asked: list[str] = []
    with hearing(desk, asked.append):
        Today(desk.seat).view()
    assert sum("ym IN" in question and "version" in question for question in asked) == 1
