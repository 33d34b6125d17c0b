"""Lễ trao on a real register: who may stand in it, in which order, what becomes of it when the register changes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from test_services_letters import DEATH
from test_services_registering import BIRTH, entered

from desk_app.domain.courtesy_drafts import courtesy_from
from desk_app.domain.drafts import MarriageDraft
from desk_app.house import World
from desk_app.services.about_person import AboutPerson
from desk_app.services.ceremonies import Ceremonies, Place, Plan
from desk_app.services.courtesy_desk import CourtesyDesk
from desk_app.services.courtesy_erasing import erase_courtesy
from desk_app.services.decided import Deciding
from desk_app.services.desk import Desk
from desk_app.services.erasing import Erasing
from desk_app.services.letter_desk import Prepared
from desk_app.services.print_question import OpenQuestion, PrintQuestion
from desk_app.services.trouble import Mistake

DAY = date(2026, 11, 21)
PLAN = Plan(DAY, "8:00", "Hội trường UBND xã", "Lễ trao giấy kết hôn", "bà Vũ Thị Thanh Hà")
COUPLE = MarriageDraft(
    husband_name="Lê Hoàng Nam",
    husband_born="12/05/1996",
    wife_name="Phan Thị Thu Thủy",
    wife_born="03/02/1998",
    registered_on="18/11/2026",
    hamlet="thôn Đông",
)
OTHERS = (("Y Thịnh Niê", "H’Loan Ayŭn"), ("Nguyễn Đức Long", "Sophie Marchand"))


@pytest.fixture
def days(desk: Desk) -> Ceremonies:
    return Ceremonies(desk.seat)


def couples(desk: Desk) -> list[int]:
    """Three couples; their ids."""
    drafts = [COUPLE, *(replace(COUPLE, husband_name=man, wife_name=wife) for man, wife in OTHERS)]
    return [entered(desk.register.enter(draft)).id for draft in drafts]


def held(desk: Desk, days: Ceremonies) -> tuple[int, list[Place]]:
    """A ceremony with three couples in it."""
    ids = couples(desk)
    places = [Place((id,)) for id in ids]
    day = days.make(PLAN)
    days.put_in(day, places)
    return day, places


def printed(desk: Desk, days: Ceremonies, day: int) -> tuple[int, ...]:
    letters = days.prepare(day).letters
    desk.letters.printed(letters)
    return letters


def test_the_next_ones_are_offered_couples_first_and_each_stands_in_one_ceremony(desk: Desk, days: Ceremonies) -> None:
    child = entered(desk.register.enter(BIRTH)).id
    ids = couples(desk)
    assert [(one.kind, one.place.registrations) for one in days.offers()] == [
        *(("marriage", (id,)) for id in ids),
        ("birth", (child,)),
    ]
    day = days.make(PLAN)
    days.put_in(day, [Place((ids[1],)), Place((ids[0],))])
    assert [one.place.registrations for one in days.offers()] == [(ids[2],), (child,)]
    with pytest.raises(Mistake, match="not-for-ceremony"):
        days.put_in(days.make(PLAN), [Place((child,)), Place((ids[0],))])
    assert [line.names for line in days.open(day).lines] == [OTHERS[0], ("Lê Hoàng Nam", "Phan Thị Thu Thủy")]
    assert {one.id: one.count for one in days.listed()} == {day: 2, day + 1: 0}


def test_a_condolence_never_stands_in_a_ceremony_and_what_is_held_says_why(desk: Desk, days: Ceremonies) -> None:
    dead = entered(desk.register.enter(DEATH)).id
    no = entered(desk.register.enter(replace(BIRTH, case="opted_out"))).id
    assert [(one.place.registrations, one.refused) for one in days.offers()] == [
        ((no,), "Gia đình đã nói không nhận thư")
    ]
    day = days.make(PLAN)
    for place in (Place((dead,)), Place((no,))):
        with pytest.raises(Mistake, match="not-for-ceremony"):
            days.put_in(day, [place])
    assert days.open(day).lines == ()


def test_places_change_and_whoever_does_not_come_stays_to_be_handed_over(
    desk: Desk, days: Ceremonies, clock: Any
) -> None:
    day, (first, second, third) = held(desk, days)
    days.move(day, third, 0)
    days.move(day, first, 9)
    assert [line.place for line in days.open(day).lines] == [third, second, first]
    days.take_out(day, second)
    letters = printed(desk, days, day)
    days.comes(day, third, False)
    with pytest.raises(Mistake, match="ceremony-to-come"):
        days.hand_over(day, "good")
    clock.forward(3)
    done = days.hand_over(day, "good")
    assert (done.count, done.stayed) == (1, 1)
    with desk.seat.reading() as reading:
        stands = [reading.overview.letter(id) for id in letters]
    assert [(one.state, one.way, one.delivered_on) for one in stands if one] == [
        ("printed", "", None),
        ("delivered", "ceremony", DAY),
    ]
    assert desk.reports.report("2026-11").reactions == {"good": 1, "bad": 0, "none": 0}
    assert [one.place for one in days.offers()] == [second, third]
    with pytest.raises(Mistake, match="ceremony-over"):
        days.move(day, first, 0)


def test_a_sheet_printed_after_the_day_was_not_handed_over_there(desk: Desk, days: Ceremonies, clock: Any) -> None:
    day, _ = held(desk, days)
    clock.forward(2)
    printed(desk, days, day)
    with pytest.raises(Mistake, match="ceremony-nothing-given"):
        days.hand_over(day, "none")


def test_a_record_that_was_amended_gets_its_letter_anew_and_no_old_name_stays(desk: Desk, days: Ceremonies) -> None:
    day, places = held(desk, days)
    before = printed(desk, days, day)
    desk.register.amend(places[0].registrations[0], {"wife_name": "Phan Thị Thu Thùy"}, "gõ nhầm")
    line = days.open(day).lines[0]
    assert (line.names[1], line.state) == ("Phan Thị Thu Thùy", "stale")
    ready = days.prepare(day)
    assert [letter in before for letter in ready.letters] == [False]


def test_what_goes_meanwhile_is_shown_and_left_out(desk: Desk, days: Ceremonies, clock: Any) -> None:
    day, places = held(desk, days)
    letters = printed(desk, days, day)
    desk.register.void(places[0].registrations[0], "ghi trùng")
    Deciding(desk.seat).keep_back(places[1].registrations)
    desk.letters.delivered([letters[2]], "counter", "none")
    now = days.open(day)
    assert [line.left_out for line in now.lines] == [
        "bản ghi đã bỏ",
        "đã quyết không gửi thư",
        "đã trao 20/11/2026",
    ]
    assert (now.standing, days.prepare(day).letters) == ((), ())
    assert len(days.prepare(day).left_out) == 3


def test_how_a_name_is_read_is_kept_for_that_name_and_goes_with_an_erasure(
    desk: Desk, days: Ceremonies, desk_folder: Any, world: World
) -> None:
    day, places = held(desk, days)
    assert [line.readings for line in days.open(day).lines] == [
        ("", ""),
        ("I Thịnh Ni-ê", "Hơ Loan A-yun"),
        ("", None),
    ]
    days.say_reading(day, places[2], ["", " Xô-phi\u202e Mác-săng "])
    abroad = places[2].registrations[0]
    about = AboutPerson(desk.seat)
    told = about.tell(about.sought(name="Sophie Marchand", born="03/02/1998")).records[0].letters
    assert told == ("Trong thứ tự lễ trao ngày 21/11/2026, có ghi cách đọc tên",)
    desk.register.amend(abroad, {"hamlet": "thôn Hạ"}, "bổ sung")
    assert days.open(day).lines[2].readings == ("", "Xô-phi Mác-săng")
    desk.register.amend(abroad, {"wife_name": "Sofie Marchand"}, "theo hộ chiếu")
    assert days.open(day).lines[2].readings == ("", None)
    days.say_reading(day, places[2], ["", "Xô-phi Mác-săng"])
    leader = replace(desk.seat, role="leader")
    with desk.seat.reading() as reading:
        number = reading.registrations.get(abroad).registration.number
    Erasing(leader).erase(abroad, "theo yêu cầu", number)
    with desk.seat.reading() as reading:
        kept = json.dumps(reading.ceremonies.get(day).body, ensure_ascii=False)
    assert "Xô-phi" not in kept
    assert days.open(day).lines[2].left_out == "đã xóa theo luật"


def test_letters_asked_about_wait_for_the_answer_and_are_not_prepared_again(desk: Desk, days: Ceremonies) -> None:
    day, _ = held(desk, days)
    letters = days.prepare(day).letters
    PrintQuestion(desk.seat).keep(OpenQuestion(letters[:2]))
    assert [line.state for line in days.open(day).lines] == ["asked", "asked", "prepared"]
    assert days.prepare(day).letters == letters[2:]


def test_a_house_in_mourning_is_left_out_until_its_letter_is_opened(desk: Desk, days: Ceremonies) -> None:
    day, places = held(desk, days)
    lost = replace(DEATH, deceased_name="Phan Văn Tám", declarant_name="Phan Thị Thu Thủy", declarant_relation="con")
    entered(desk.register.enter(lost))
    line = days.open(day).lines[0]
    assert "Nhà đang có tang" in line.left_out
    assert places[0].registrations[0] not in [one.place.registrations for one in days.open(day).standing]


def thanks(desk: Desk, name: str, kind: str = "thanks") -> int:
    """A letter to somebody, prepared."""
    gift = {"kind": "gift", "outcome": "Con đường rộng thêm hai mét", "deed": "đất vườn đã hiến"}
    manner = {"kind": "manner", "on": "18/11/2026", "errand": "Chứng thực"}
    told = {"to_name": name, "to_address": "ông", **(gift if kind == "thanks" else manner)}
    done = CourtesyDesk(desk.seat).prepare(
        courtesy_from(kind, {**told, "household": True} if kind == "thanks" else told)
    )
    assert isinstance(done, Prepared), done
    return done.letter


def test_a_letter_of_thanks_stands_among_couples_and_an_apology_never(desk: Desk, days: Ceremonies) -> None:
    letter, sorry = thanks(desk, "Đinh Jean"), thanks(desk, "Trần Văn Tư", "apology")
    assert [(one.place, one.kind) for one in days.offers()] == [(Place((), letter), "thanks")]
    day = days.make(PLAN)
    with pytest.raises(Mistake, match="not-for-ceremony"):
        days.put_in(day, [Place((), sorry)])
    days.put_in(day, [Place((), letter)])
    days.say_reading(day, Place((), letter), ["Đinh Giăng"])
    (line,) = days.open(day).lines
    assert (line.names, line.to.line, line.state, line.readings) == (
        ("Đinh Jean",),
        "Gia đình ông Đinh Jean",
        "prepared",
        ("Đinh Giăng",),
    )
    assert days.prepare(day).letters == (letter,)
    erase_courtesy(replace(desk.seat, role="leader"), letter, "theo yêu cầu", str(letter))
    with desk.seat.reading() as reading:
        assert "Giăng" not in json.dumps(reading.ceremonies.get(day).body, ensure_ascii=False)
    assert [(one.names, one.left_out) for one in days.open(day).lines] == [((), "thư đã rút lại")]


def test_a_letter_of_thanks_that_was_taken_back_is_left_out(desk: Desk, days: Ceremonies) -> None:
    letter = thanks(desk, "Đinh Văn Sơn")
    day = days.make(PLAN)
    days.put_in(day, [Place((), letter)])
    CourtesyDesk(desk.seat).take_back(letter, "gửi nhầm người")
    assert days.open(day).standing == ()
    assert days.prepare(day).letters == ()
