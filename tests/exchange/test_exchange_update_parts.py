"""Letters, calendars and question sets in an update: carried as they are, and refused whole with the place named."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from exchange_kit import OFFICE
from unit_tables import table, written
from update_kit import CALENDAR, LETTER, QUESTION_SET, TEXT, bad_parts, lettered, members, whole

from common.letter_check import LAYOUTS, checked_letter
from exchange import canonical
from exchange.parcel import pack, unpack
from exchange.update import UNITS, open_update
from exchange.update_parts import CALENDARS, LETTERS, QUESTIONS, BadPart, read_parts, write_parts
from exchange.verdicts import Refused

RESOURCES = Path(__file__).parents[2] / "resources"
BAD = {bad.name: bad for bad in bad_parts()}


def test_an_update_carries_every_part_and_any_of_them_alone() -> None:
    opened = open_update(whole().raw, OFFICE.public.verify)
    (letter,), ((calendar, raw),), ((questions, _),) = (
        opened.parts.letters,
        opened.parts.calendars,
        opened.parts.questions,
    )
    assert (letter.told(), letter.template.title) == (LETTER, "Thư mừng cưới")
    assert (calendar.id, json.loads(raw)) == ("quy-14", CALENDAR)
    assert (questions.mark, opened.raw) == ("service-3/2", table())
    for name, content in members().items():
        alone = open_update(whole({name: content}).raw, OFFICE.public.verify)
        assert (alone.units, alone.raw) == (None, b"")
        assert [bool(part) for part in (alone.parts.letters, alone.parts.calendars, alone.parts.questions)] == [
            name == LETTERS,
            name == CALENDARS,
            name == QUESTIONS,
        ]
    old = open_update(written(table()).raw, OFFICE.public.verify)
    assert (old.units is not None, old.parts) == (True, read_parts({}))


def test_everything_that_comes_with_the_program_may_travel() -> None:
    files = {
        name: [path.read_bytes() for path in sorted((RESOURCES / name).glob("*.json"))]
        for name in ("calendars", "questions")
    }
    letters = [
        {
            "name": path.stem,
            "kind": LAYOUTS[path.stem].kind,
            "layout": path.stem,
            "title": title,
            "from": "2027-01-01",
            "text": text,
        }
        for path in sorted((RESOURCES / "letters").glob("*.txt"))
        for text in [path.read_text(encoding="utf-8")]
        for title in [text.partition("\n")[0].removeprefix("tên: ")]
    ]
    parts = read_parts(write_parts(letters, files["calendars"], files["questions"]))
    assert {one.name for one in parts.letters} == LAYOUTS.keys()
    for one in parts.letters:
        assert tuple(one.template.sections) == LAYOUTS[one.layout].sections
    assert (len(parts.calendars), len(parts.questions)) == (len(files["calendars"]), len(files["questions"]))


@pytest.mark.parametrize("name", BAD)
def test_a_part_that_no_desk_may_use_refuses_the_whole_file(name: str) -> None:
    with pytest.raises(Refused) as caught:
        open_update(BAD[name].raw, OFFICE.public.verify)
    assert (caught.value.verdict, caught.value.detail) == (BAD[name].verdict, BAD[name].detail)


def test_a_broken_letter_is_told_with_its_line_and_column() -> None:
    with pytest.raises(BadPart) as caught:
        read_parts(lettered({**LETTER, "text": TEXT.replace("{xa}", "{mat_khau}", 1)}))
    bad = caught.value
    line = TEXT.split("\n")[4]
    assert (bad.name, bad.place, bad.found) == ("marriage-card", f"5:{line.index('{xa}') + 1}", "mat_khau")
    with pytest.raises(BadPart) as calendar:
        members(calendars=[{**CALENDAR, "terms": [{"part": "Q5"}]}])
    assert (calendar.value.name, calendar.value.place) == ("quy-14", "terms[0].part")
    with pytest.raises(BadPart, match="questions-fraction"):
        members(questions=[{**QUESTION_SET, "scale": 3.5}])
    with pytest.raises(BadPart, match="questions-form"):
        write_parts(questions=[b"{"])
    with pytest.raises(ValueError, match="carries something"):
        whole({"notes.txt": b"x"})


def test_no_byte_of_any_part_can_be_changed_inside_a_file_packed_anew() -> None:
    parcel = unpack(whole().raw)
    for name, content in parcel.members.items():
        for place in range(0, len(content), 11):
            bent = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
            with pytest.raises(Refused, match="damaged: member-digest"):
                open_update(pack(replace(parcel, members={**parcel.members, name: bent})), OFFICE.public.verify)
    assert parcel.members.keys() == {UNITS, LETTERS, CALENDARS, QUESTIONS}


def test_a_letter_of_six_hundred_conditions_within_one_another_is_refused_and_not_walked_into() -> None:
    deep = TEXT.replace("Chúc", "[nếu cao niên]" * 600 + "a" + "[hết]" * 600, 1)
    with pytest.raises(ValueError, match="branches-too-deep"):
        checked_letter("marriage-card", "marriage", "marriage-card", deep)
    assert canonical.decode(members()[LETTERS])["format"] == "motcua-letters/1"
