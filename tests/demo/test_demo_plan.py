"""The demo's plan: the pilot's figures, its unusual cases, its days."""

from collections import Counter
from unicodedata import is_normalized

import pytest

from demo import days, names
from demo.plan import Wanted, plan


def every(wanted=None):
    return [visit for visits in plan(wanted or Wanted()).values() for visit in visits]


def test_the_pilot_has_54_births_62_marriages_and_21_deaths_on_two_desks():
    assert Counter(v.event for v in every()) == {"birth": 54, "marriage": 62, "death": 21}
    assert {desk: len(visits) for desk, visits in plan(Wanted()).items()} == {1: 73, 2: 64}


def test_one_pair_of_twins_shares_parents_day_and_sheet_so_that_136_sheets_remain():
    twins = [v for v in every() if v.twin]
    assert len(twins) == 2
    assert twins[0].people == twins[1].people
    assert twins[0].on == twins[1].on
    assert len(every()) - len(twins) + 1 == 136


def test_thirty_people_are_scanned_and_one_card_is_in_pieces():
    cards = [text for v in every() for text in v.cards.values()]
    assert len(cards) == 30
    assert sum(not is_normalized("NFC", text) for text in cards) == 1


def test_the_unusual_cases_are_all_there():
    births = [v for v in every() if v.event == "birth"]
    assert sum(v.values.get("case") == "father_unknown" and "father" not in v.people for v in births) == 1
    assert sum(v.values["child_name"] == names.LONGEST for v in births) == 1
    assert sum(v.values["ethnic_group"] == "Ê Đê" for v in births) == 1
    assert sum(v.event == "death" and len(v.values["born"]) == 4 for v in every()) == 1
    assert sum(v.people["husband"].ethnic_group == "Ê Đê" for v in every() if v.event == "marriage") == 1


def test_no_two_people_share_a_number():
    numbers = [p.citizen_id for v in every() if not v.twin for p in v.people.values()]
    assert len(numbers) == len(set(numbers))


def test_every_day_is_an_open_day_of_the_three_months_and_no_month_is_empty():
    drawn = [v.on for v in every()]
    assert set(drawn) <= set(days.working_days())
    for event in ("birth", "marriage", "death"):
        assert {v.on.month for v in every() if v.event == event} == {3, 4, 5}


def test_the_sittings_hold_every_open_day_once_and_never_cross_a_month():
    sittings = list(days.sittings(days.working_days()))
    assert [day for sitting in sittings for day in sitting] == list(days.working_days())
    assert all(sitting[0].month == sitting[-1].month for sitting in sittings)
    assert len(sittings) == 9


def test_the_same_wish_gives_the_same_plan():
    assert plan(Wanted()) == plan(Wanted())


@pytest.mark.parametrize("births", [0, 1, 2, 3, 5, 54])
def test_any_number_of_births_can_be_wished_for(births):
    assert len(every(Wanted(births, 0, 0))) == births


def test_as_many_are_taken_back_as_wished_and_never_a_twin():
    void = [v for v in every(Wanted(5, 0, 0, 1)) if v.void]
    assert [v.event for v in void] == ["birth"]
    assert not void[0].twin


def test_a_draft_takes_from_the_scanner_what_was_scanned_and_types_the_rest():
    visit = next(v for v in every() if "mother" in v.cards)
    draft = visit.draft({"mother": {"name": "Trần Thị Thử", "born": "1999-11-05"}})
    assert draft["mother_name"] == "Trần Thị Thử"
    assert draft["mother_born"] == "1999-11-05"
    assert draft["mother_ethnic_group"] == visit.people["mother"].ethnic_group
    assert draft["registered_on"] == f"{visit.on:%d/%m/%Y}"
