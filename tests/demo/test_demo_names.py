"""The demo's names and people."""

from collections import Counter
from datetime import date
from random import Random
from unicodedata import is_normalized

import pytest

from demo import names, people

ON = date(2024, 3, 1)


def test_family_names_come_as_often_as_they_are_met():
    chance = Random(1)
    drawn = Counter(names.family_of(names.family_name(chance) + " Văn An") for _ in range(20_000))
    whole = sum(names.FAMILIES.values())
    for family, share in names.FAMILIES.items():
        assert drawn[family] / 20_000 == pytest.approx(share / whole, abs=0.02)


def test_every_name_begins_with_the_family_and_is_composed():
    chance = Random(2)
    for sex in ("male", "female"):
        for name in (names.grown_up(chance, sex), names.elder(chance, sex), names.child(chance, sex, "Trương")):
            assert len(name.split()) >= 3
            assert is_normalized("NFC", name)


def test_a_child_carries_the_family_name_of_its_father_even_where_it_is_double():
    child = names.child(Random(3), "female", names.family_of("Nguyễn Trần Thị Lan"))
    assert child.startswith("Nguyễn Trần ")


def test_the_longest_name_has_sixty_characters():
    assert len(names.LONGEST) == 60


def test_the_number_of_a_person_agrees_with_sex_and_year():
    assert people.citizen_id(Random(4), "female", date(1988, 5, 1))[3:6] == "188"
    assert people.citizen_id(Random(4), "male", date(2003, 5, 1))[3:6] == "203"


def test_a_card_has_seven_parts_and_an_empty_older_number_for_the_young():
    young = people.grown_up(Random(5), "female", (19, 22), ON, "thôn Ví Dụ")
    parts = people.card_text(young, Random(6)).split("|")
    assert len(parts) == 7
    assert (parts[0], parts[1], parts[2], parts[4]) == (young.citizen_id, "", young.name, "Nữ")
    assert parts[3] == young.born.replace("/", "")


def test_a_decomposed_card_holds_the_same_letters_in_pieces():
    card = people.card_text(people.grown_up(Random(7), "male", (30, 40), ON, "thôn Ví Dụ"), Random(8))
    assert len(people.decomposed(card)) > len(card)


@pytest.mark.parametrize("ages", [(20, 37), (70, 96)])
def test_people_are_as_old_as_they_should_be(ages):
    for seed in range(200):
        born = people.born_between(Random(seed), ages[1], ages[0], ON)
        assert ages[0] <= (ON - born).days / 365.25 <= ages[1] + 0.1
