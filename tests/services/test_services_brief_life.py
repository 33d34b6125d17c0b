"""A child that lived under 24 hours: both acts in one go, each telling of the other, and no glad letter ever."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk_app.domain.drafts import BirthDraft, DeathDraft
from desk_app.domain.standing import letter_standing
from desk_app.services.amending import amend_parts
from desk_app.services.brief_life import begin_other_of
from desk_app.services.desk import Desk
from desk_app.services.history import history_of
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.lookup import Lookup
from desk_app.services.registering import Amended, Entered
from desk_app.services.sheets import what_holds

DAY = "20/11/2026"
BIRTH = BirthDraft(
    child_name="Lê Gia Hân",
    born="19/11/2026",
    sex="nữ",
    case="under_24_hours mobile",
    mother_name="Trần Thị Thử",
    mother_born="1996",
    mother_residence="Thôn Bến Trà",
    father_name="Lê Văn Ví",
    father_born="1994",
    declarant_name="Lê Văn Ví",
    declarant_relation="Cha",
    registered_on=DAY,
)


def entered(desk: Desk, draft: BirthDraft | DeathDraft, draft_id: str = "") -> Entered:
    done = desk.register.enter(draft, draft_id, attended=True)
    assert isinstance(done, Entered), done
    return done


def waiting(desk: Desk) -> list[tuple[str, object]]:
    return [(one.id, one.draft) for one in desk.drafts.unfinished()]


def second(desk: Desk, first: Entered, **more: str) -> Entered:
    (draft,) = [one for id, one in waiting(desk) if id == first.follows]
    assert isinstance(draft, DeathDraft)
    return entered(desk, replace(draft, **more), first.follows)


def test_the_second_act_waits_filled_in_with_all_that_the_first_one_tells(desk: Desk) -> None:
    first = entered(desk, BIRTH)
    ((id, draft),) = waiting(desk)
    assert id == first.follows
    assert draft == DeathDraft(
        deceased_name="Lê Gia Hân",
        born="19/11/2026",
        sex="female",
        case="under_24_hours mobile",
        last_residence="Thôn Bến Trà",
        mother_name="Trần Thị Thử",
        father_name="Lê Văn Ví",
        declarant_name="Lê Văn Ví",
        declarant_relation="Cha",
        registered_on=DAY,
        unit=draft.unit,
    )


def test_both_acts_tell_of_each_other_in_record_and_history(desk: Desk) -> None:
    birth = entered(desk, BIRTH)
    lookup = Lookup(desk.seat)
    assert ("Dưới 24 giờ", "Chưa ghi khai tử của cháu") in lookup.record(birth.id).facts
    death = second(desk, birth, died_on="20/11/2026")
    assert (death.follows, death.beside) == ("", f"khai sinh số {birth.number}, quyển 01/2026")
    assert waiting(desk) == []
    for own, other, line in ((birth, death, "Khai tử"), (death, birth, "Khai sinh")):
        record = lookup.record(own.id)
        assert record.beside == other.id
        assert ("Dưới 24 giờ", f"{line} số {other.number}, quyển 01/2026") in record.facts
        told = [step.what for step in history_of(desk.seat, own.id).steps]
        assert any(what.startswith("Hai bản của cháu đi cùng nhau: ") for what in told)


def test_the_link_follows_what_the_records_say_and_goes_with_a_record_that_is_taken_out(desk: Desk) -> None:
    birth = entered(desk, BIRTH)
    death = second(desk, birth, died_on="19/11/2026")
    lookup = Lookup(desk.seat)
    assert isinstance(amend_parts(desk.seat, birth.id, {"father_name": "Lê Văn Vĩ"}, "Gõ nhầm"), Amended)
    assert lookup.record(birth.id).beside == death.id
    desk.register.void(death.id, "ghi thử")
    assert lookup.record(birth.id).beside == 0
    again = begin_other_of(desk.seat, birth.id)
    assert [id for id, _ in waiting(desk)] == [again]
    assert begin_other_of(desk.seat, birth.id) == again


def test_beginning_with_the_death_leads_to_the_birth(desk: Desk) -> None:
    death = DeathDraft(
        deceased_name="Lê Gia Hân",
        born="19/11/2026",
        sex="nữ",
        died_on="19/11/2026",
        mother_name="Trần Thị Thử",
        last_residence="Thôn Bến Trà",
        case="under_24_hours",
        registered_on=DAY,
    )
    first = entered(desk, death)
    ((_, draft),) = waiting(desk)
    assert isinstance(draft, BirthDraft)
    assert (draft.child_name, draft.mother_name, draft.mother_residence) == (
        "Lê Gia Hân",
        "Trần Thị Thử",
        "Thôn Bến Trà",
    )
    last = entered(desk, replace(draft, father_name="Lê Văn Ví"), first.follows)
    assert Lookup(desk.seat).record(first.id).beside == last.id


def test_taking_the_first_act_back_takes_what_was_begun_of_the_second(desk: Desk) -> None:
    first = entered(desk, BIRTH)
    other = DeathDraft(deceased_name="Đặng Văn Ví", registered_on=DAY)
    desk.drafts.keep(desk.drafts.begin(), other)
    assert desk.register.take_back(first.id, "Hoàn tác")
    assert [draft for _, draft in waiting(desk)] == [other]


def test_nobody_is_asked_for_a_second_act_where_nobody_sits_or_the_child_lived_on(desk: Desk) -> None:
    done = desk.register.enter(BIRTH)
    assert isinstance(done, Entered)
    plain = entered(desk, replace(BIRTH, child_name="Lê Gia Bảo", case="", born="01/11/2026"))
    assert (done.follows, plain.follows, waiting(desk)) == ("", "", [])


def test_no_glad_letter_goes_out_and_no_reason_opens_one(desk: Desk) -> None:
    birth = entered(desk, BIRTH)
    death = second(desk, birth, died_on="20/11/2026")
    refused = desk.letters.prepare([birth.id], Wish(anyway="gia đình xin"))
    assert not isinstance(refused, Prepared)
    assert {one.code for one in refused} == {"letter-never"}
    kept = desk.register.show(death.id).registration
    assert letter_standing([kept], desk.seat.today()).verdict == "ask"


def test_a_twin_that_lives_is_no_longer_on_one_sheet_with_the_one_that_died(desk: Desk) -> None:
    dead = entered(desk, replace(BIRTH, twin_group="sinh đôi a1"))
    alive = entered(desk, replace(BIRTH, twin_group="sinh đôi a1", child_name="Lê Gia Bảo", sex="nam", case=""))
    assert (alive.id,) in desk.letters.pending()
    assert (dead.id,) in desk.letters.pending()
    second(desk, dead, died_on="20/11/2026")
    with desk.seat.reading() as reading:
        living = desk.register.show(alive.id).registration
        (held,) = what_holds(reading, [living], desk.seat.today(), "", desk.seat.mourners)
    assert held.details["reason"] == "sibling-died"


@pytest.mark.parametrize(
    ("case", "born", "died_on", "warned"),
    [
        ("under_24_hours", "19/11/2026", "20/11/2026", set()),
        ("under_24_hours", "11/2026", "20/11/2026", {"died-before-born-unclear"}),
        ("under_24_hours", "17/11/2026", "19/11/2026", {"brief-life-longer"}),
        ("under_24_hours", "", "19/11/2026", {"brief-life-born-empty"}),
        ("", "19/11/2026", "19/11/2026", {"brief-life-unsaid"}),
        ("", "18/11/2026", "19/11/2026", set()),
    ],
)
def test_the_days_of_such_a_child_are_looked_at(
    desk: Desk, case: str, born: str, died_on: str, warned: set[str]
) -> None:
    draft = DeathDraft(deceased_name="Lê Gia Hân", born=born, sex="nữ", died_on=died_on, registered_on=DAY, case=case)
    assert {one.code for one in desk.register.check(draft).problems} == warned
