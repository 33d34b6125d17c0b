"""Entering, amending, voiding and finding through the real register."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.drafts import BirthDraft, DeathDraft, MarriageDraft
from desk_app.services.desk import Desk
from desk_app.services.registering import Amended, Entered

BIRTH = BirthDraft(
    child_name="Nguyễn Trần Minh Anh",
    born="9/11/26",
    sex="nữ",
    mother_name="Trần Thị Ngọc Lan",
    mother_born="1998",
    father_name="Nguyễn Văn Bình",
    father_born="12/05/1996",
    registered_on="20/11/2026",
)


def entered(result: object) -> Entered:
    assert isinstance(result, Entered), result
    return result


def codes(result: object) -> set[str]:
    assert isinstance(result, tuple), result
    return {problem.code for problem in result}


def test_a_registration_gets_the_next_number_of_its_book(desk: Desk) -> None:
    first = entered(desk.register.enter(BIRTH))
    second = entered(desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân")))
    assert (first.number, second.number) == ("01/2026", "02/2026")


def test_all_problems_come_at_once_and_nothing_is_kept(desk: Desk) -> None:
    found = codes(desk.register.enter(replace(BIRTH, child_name="", born="31/02/2026", registered_on="")))
    assert {"name-empty", "no-such-day", "registered-on-empty"} <= found
    assert desk.register.find("minh anh") == ()


def test_a_number_that_is_taken_names_its_holder(desk: Desk) -> None:
    entered(desk.register.enter(replace(BIRTH, number="7/2026")))
    result = desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân", number="007"))
    assert isinstance(result, tuple)
    clash = next(problem for problem in result if problem.code == "number-taken")
    assert (clash.level, clash.details["name"]) == ("error", "Nguyễn Trần Minh Anh")


def test_a_number_left_empty_stays_and_may_be_taken_in_another_book(desk: Desk) -> None:
    entered(desk.register.enter(replace(BIRTH, book="01/2026")))
    other = entered(desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân", book="02/2026")))
    assert codes(desk.register.amend(other.id, {"number": "", "book": "01/2026"}, "gõ nhầm")) == {"number-taken"}
    assert isinstance(desk.register.amend(other.id, {"number": " ", "book": "03/2026"}, "gõ nhầm"), Amended)
    assert desk.register.show(other.id).registration.number == other.number


def test_the_same_child_twice_is_a_warning_that_does_not_block(desk: Desk) -> None:
    entered(desk.register.enter(BIRTH))
    again = entered(desk.register.enter(BIRTH))
    assert "looks-alike" in {problem.code for problem in again.warnings}


def test_twins_are_no_duplicates(desk: Desk) -> None:
    entered(desk.register.enter(BIRTH))
    twin = entered(desk.register.enter(replace(BIRTH, child_name="Nguyễn Trần Minh Khang", sex="nam")))
    assert twin.warnings == ()


def test_an_under_age_groom_needs_a_reason(desk: Desk) -> None:
    draft = MarriageDraft(
        husband_name="Lê Hoàng Nam",
        husband_born="01/01/2008",
        wife_name="Phan Thị Thu Thủy",
        wife_born="01/01/2006",
        husband_residence="xã Xuân Định",
        registered_on="20/11/2026",
    )
    result = desk.register.enter(draft)
    assert isinstance(result, tuple)
    code = next(problem.code for problem in result if problem.level == "error")
    allowed = entered(desk.register.enter(replace(draft, reasons={code: "ghi theo sổ cũ"})))
    assert code in {problem.code for problem in allowed.warnings}


def test_an_amendment_keeps_the_old_version_and_its_reason(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    amended = desk.register.amend(id, {"child_name": "Nguyễn Trần Minh Ánh"}, "gõ nhầm")
    assert not isinstance(amended, tuple)
    assert amended.version == 2
    assert desk.register.show(id).registration.principals()[0].text == "Nguyễn Trần Minh Ánh"
    with desk.seat.register.reading() as reading:
        history = reading.registrations.history(id)
    assert [(row.version, row.reason) for row in history] == [(1, ""), (2, "gõ nhầm")]
    assert history[0].registration.principals()[0].text == "Nguyễn Trần Minh Anh"


def test_a_voided_registration_counts_nowhere_but_is_still_there(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    desk.register.void(id, "trùng")
    assert desk.register.show(id).state == "void"
    assert desk.reports.report("2026-11").events == {"birth": 0, "marriage": 0, "death": 0}


def test_a_death_without_hour_cause_or_paper_is_entered(desk: Desk) -> None:
    draft = DeathDraft(deceased_name="Đặng Văn Khoan", born="1940", died_on="05/11/2026", registered_on="06/11/2026")
    assert entered(desk.register.enter(draft)).number == "01/2026"


def test_every_act_stands_in_the_chain(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    desk.register.amend(id, {"hamlet": "Thôn 1"}, "bổ sung")
    desk.register.void(id, "ghi thử")
    assert desk.care.check() == 4
    with desk.seat.register.reading() as reading:
        assert [fact.kind for fact in reading.journal.facts()] == ["local", "registered", "amended", "voided"]
