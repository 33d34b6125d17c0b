"""Personal numbers, ethnic groups and causes of death: masked until somebody who may asks, and noted then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk_app.services.access_log import AccessLog
from desk_app.services.access_notes import write_down
from desk_app.services.desk import Desk
from desk_app.services.guarded import in_full, masked
from desk_app.services.lookup import Lookup
from desk_app.services.trouble import Mistake

from test_services_letters import DEATH  # isort: skip
from test_services_registering import BIRTH, entered  # isort: skip

NUMBER = "001098000001"


@pytest.mark.parametrize(
    ("number", "told"), [(NUMBER, "0010••••0001"), ("B1234567", "••••"), ("024198012", "0241••••8012"), ("1", "••••")]
)
def test_a_number_is_masked_to_its_ends(number: str, told: str) -> None:
    assert masked(number) == told


def test_a_record_masks_what_its_reader_did_not_ask_for(desk: Desk) -> None:
    one = {"mother_citizen_id": "001198000001", "declarant_citizen_id": "001198000001"}
    draft = replace(BIRTH, **one, mother_ethnic_group="Mường")
    id = entered(desk.register.enter(draft)).id
    record = Lookup(desk.seat).record(id)
    assert ("Mẹ", "số 0011••••0001") in record.guarded
    assert not record.revealed
    assert [label for label, _ in record.guarded].count("Người khai") == 0
    assert not any(hidden in repr(record) for hidden in ("001198000001", "Mường"))


def test_each_look_in_full_is_noted_and_reaches_as_far_as_the_role(desk: Desk) -> None:
    draft = replace(BIRTH, mother_citizen_id="001198000001", mother_ethnic_group="Mường")
    born = entered(desk.register.enter(draft)).id
    died = entered(desk.register.enter(replace(DEATH, cause="Ung thư"))).id
    clerk = replace(desk.seat, role="clerk")
    assert ("Mẹ", "số 001198000001") in in_full(clerk, born)
    assert ("Vì sao mất", "••••") in in_full(clerk, died)
    assert ("Mẹ", "số 001198000001, dân tộc Mường") in in_full(desk.seat, born)
    assert ("Vì sao mất", "Ung thư") in in_full(desk.seat, died)
    with pytest.raises(Mistake, match="no-such-registration"):
        in_full(desk.seat, 999)
    write_down(desk.seat)
    shown = [row.number for row in AccessLog(desk.seat).rows() if row.act == "number-shown"]
    assert shown == ["01/2026"] * 4


def test_an_ethnic_group_that_stands_alone_is_masked_and_told_to_who_may(desk: Desk) -> None:
    id = entered(desk.register.enter(replace(BIRTH, mother_ethnic_group="Mường", father_ethnic_group="Mường"))).id
    record = Lookup(desk.seat).record(id)
    assert record.guarded == (("Mẹ", "dân tộc ••••"), ("Cha", "dân tộc ••••"))
    assert in_full(desk.seat, id) == (("Mẹ", "dân tộc Mường"), ("Cha", "dân tộc Mường"))
    assert in_full(replace(desk.seat, role="clerk"), id) == record.guarded


def test_nobody_is_named_twice_in_a_record(desk: Desk) -> None:
    one = {"mother_ethnic_group": "Mường", "child_citizen_id": "001326000001", "father_citizen_id": "001098000001"}
    record = Lookup(desk.seat).record(entered(desk.register.enter(replace(BIRTH, **one))).id)
    lines = record.lines()
    assert len({name for name, _ in lines}) == len(lines)
    told, facts = dict(lines), dict(record.facts)
    assert told["Mẹ"] == f"{facts['Mẹ']}, dân tộc ••••"
    assert told["Cha"] == f"{facts['Cha']}, số 0010••••0001"
    assert (told["Trẻ"], "Trẻ" in facts) == ("số 0013••••0001", False)
    assert [name for name, _ in lines][: len(facts)] == [name for name, _ in record.facts], "facts stand first"
    died = Lookup(desk.seat).record(entered(desk.register.enter(replace(DEATH, cause="Ung thư"))).id)
    assert dict(died.lines())["Vì sao mất"] == "••••"
