"""The same event a second time, through every door of the register."""

from __future__ import annotations

from dataclasses import replace
from threading import Event, Thread

from test_services_registering import BIRTH, codes, entered

from desk_app.domain.problems import Problem
from desk_app.services.alike import likenesses
from desk_app.services.desk import Desk
from desk_app.services.opt_outs import OptOutDesk
from desk_app.services.registering import Amended, Entered
from desk_app.services.today import Today

AGAIN = replace(BIRTH, child_name="Nguyễn Trần Minh Ánh")
OTHER = replace(BIRTH, child_name="Lê Gia Hân", mother_name="Lê Thị Hoa", father_name="Lê Văn Tám")
REASON = {"looks-alike": "trùng tên, khác gia đình"}


def to_compare(desk: Desk) -> list[int | str]:
    look = next(queue for queue in Today(desk.seat).queues() if queue.id == "look")
    return [row.id for row in look.rows if row.todo.startswith("So hai bản")]


def told(result: object) -> Problem:
    assert isinstance(result, tuple), result
    found: Problem = next(one for one in result if one.code == "looks-alike")
    return found


def test_whoever_sits_before_it_is_stopped_until_a_reason_is_kept(desk: Desk) -> None:
    first = entered(desk.register.enter(BIRTH))
    found = told(desk.register.enter(AGAIN, attended=True))
    assert (found.level, found.details["id"], found.details["same"]) == ("warning", str(first.id), "mother")
    assert codes(desk.register.enter(replace(AGAIN, reasons={"looks-alike": " "}), attended=True)) >= {"looks-alike"}
    assert len(desk.register.find("minh anh")) == 1
    kept = entered(desk.register.enter(replace(AGAIN, reasons=REASON), attended=True))
    assert desk.register.show(kept.id).reasons == REASON
    assert to_compare(desk) == []


def test_a_file_of_drafts_is_told_and_the_pair_waits_on_today_for_a_person(desk: Desk) -> None:
    entered(desk.register.enter(BIRTH))
    again = entered(desk.register.enter(AGAIN))
    assert [one.code for one in again.warnings] == ["looks-alike"]
    assert to_compare(desk) == [again.id]
    desk.register.void(again.id, "trùng với bản khác")
    assert to_compare(desk) == []


def test_a_slip_of_the_key_is_found_where_only_the_family_says_so(desk: Desk) -> None:
    first = entered(desk.register.enter(BIRTH))
    slip = entered(desk.register.enter(replace(BIRTH, child_name="Nguyễn Trần Minh Ang")))
    assert slip.warnings[0].details["how"] == "letter"
    swapped = entered(desk.register.enter(replace(OTHER, born="11/09/2026")))
    assert [one.code for one in swapped.warnings] == ["late-birth"]
    turned = told(desk.register.enter(replace(OTHER, born="9/11/2026"), attended=True))
    assert (turned.details["id"], turned.details["how"]) == (str(swapped.id), "swapped")
    assert first.id != slip.id


def test_the_surest_of_several_is_told(desk: Desk) -> None:
    entered(desk.register.enter(BIRTH))
    number = "001326000001"
    same = entered(desk.register.enter(replace(OTHER, child_citizen_id=number)))
    assert told(desk.register.enter(replace(BIRTH, child_citizen_id=number), attended=True)).details["id"] == str(
        same.id
    )


def test_a_change_that_makes_a_record_another_one_s_double_stops_until_a_reason_is_kept(desk: Desk) -> None:
    first, other = (entered(desk.register.enter(draft)).id for draft in (BIRTH, OTHER))
    change = {"child_name": BIRTH.child_name}
    looked = desk.register.look_at_amendment(other, change)
    assert told(looked.problems).details["id"] == str(first)
    assert told(desk.register.amend(other, change, "gõ nhầm", attended=True)).details["id"] == str(first)
    assert desk.register.show(other).version == 1
    done = desk.register.amend(other, {**change, "reasons": REASON}, "gõ nhầm", attended=True)
    assert isinstance(done, Amended)
    assert desk.register.show(other).reasons == REASON


def test_amending_the_rest_of_a_record_asks_nothing_about_a_likeness_that_was_there(desk: Desk) -> None:
    entered(desk.register.enter(BIRTH))
    again = entered(desk.register.enter(AGAIN)).id
    done = desk.register.amend(again, {"hamlet": "Thôn 1"}, "bổ sung", attended=True)
    assert isinstance(done, Amended)
    assert done.warnings == ()
    turned = desk.register.amend(again, {"child_name": "Nguyễn Trần Minh Ang"}, "gõ nhầm", attended=True)
    assert isinstance(turned, Amended)


def test_from_the_terminal_a_changed_double_is_told(desk: Desk) -> None:
    entered(desk.register.enter(BIRTH))
    other = entered(desk.register.enter(OTHER)).id
    done = desk.register.amend(other, {"child_name": BIRTH.child_name}, "gõ nhầm")
    assert isinstance(done, Amended)
    assert [one.code for one in done.warnings] == ["looks-alike"]


def test_what_stands_no_more_is_no_double(desk: Desk) -> None:
    first = entered(desk.register.enter(BIRTH)).id
    desk.register.void(first, "ghi thử")
    assert isinstance(desk.register.enter(AGAIN, attended=True), Entered)


def test_the_one_that_came_between_looking_and_saving_stops_the_save(desk: Desk) -> None:
    """Two windows: this one waits for the lock while the other writes, and looks only once it holds it."""
    waits, results = Event(), []
    seat = replace(desk.seat, now=lambda: waits.set() or desk.seat.now())  # type: ignore[func-returns-value]
    window = replace(desk.register, seat=seat)
    assert desk.register.check(AGAIN).problems == ()
    with desk.seat.work() as work:
        racing = Thread(target=lambda: results.append(window.enter(AGAIN, attended=True)))
        racing.start()
        assert waits.wait(10)
        birth = desk.register.check(BIRTH).value
        assert birth is not None
        work.registrations.add(birth, desk.seat.subject())
        work.commit()
    racing.join(10)
    told(results[0])


def test_twins_entered_one_after_the_other_are_no_doubles(desk: Desk) -> None:
    twins = replace(BIRTH, twin_group="sinh đôi a1")
    entered(desk.register.enter(replace(twins, child_name="Nguyễn Gia An"), attended=True))
    second = entered(desk.register.enter(replace(twins, child_name="Nguyễn Gia Ân"), attended=True))
    assert second.warnings == ()
    with desk.seat.reading() as reading:
        assert likenesses(reading, desk.register.show(second.id).registration, second.id) == ()


def test_taking_back_is_refused_once_a_sheet_was_counted_and_says_its_own_reason(desk: Desk) -> None:
    first, second = entered(desk.register.enter(BIRTH)).id, entered(desk.register.enter(OTHER)).id
    (done, held) = desk.letters.prepare_pending()
    assert held == ()
    desk.letters.printed([one.letter for one in done if first in one.covers])
    assert not desk.register.take_back(first, "hoàn tác")
    assert desk.register.take_back(second, "hoàn tác")
    with desk.seat.reading() as reading:
        assert [(row.state, row.reason) for row in reading.registrations.history(second)][-1] == ("void", "hoàn tác")
        assert [kept.state for kept in reading.letters.of_registration(second)] == ["void"]
    assert (desk.register.show(first).state, to_compare(desk)) == ("live", [])


def test_a_wish_for_no_letter_goes_with_what_is_taken_back_and_stays_where_it_was_said_before(desk: Desk) -> None:
    wished = replace(BIRTH, father_born="12/05/1996", case="opted_out")
    first = entered(desk.register.enter(wished)).id
    assert desk.register.take_back(first, "hoàn tác")
    plain = replace(wished, case="", child_name="Nguyễn Minh Khang")
    second = entered(desk.register.enter(plain)).id
    assert not OptOutDesk(desk.seat).stands(second)
    entered(desk.register.enter(replace(wished, child_name="Nguyễn Minh Em")))
    again = entered(desk.register.enter(replace(wished, child_name="Nguyễn Minh Út"))).id
    assert desk.register.take_back(again, "hoàn tác")
    assert OptOutDesk(desk.seat).stands(second)
