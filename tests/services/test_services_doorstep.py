"""What an open desk leaves at its door, and what the lock makes of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.domain.drafts import BirthDraft
from desk_app.services.desk import Desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.doorstep import DOORSTEP_FILE, Doorstep, Resident, leave_doorstep, read_doorstep
from desk_app.services.drafting import Drafting
from desk_app.services.people import Called


def test_an_open_desk_leaves_its_name_its_people_and_their_drafts(desk: Desk, tmp_path: Path) -> None:
    desk.people.call("clerk", Called("Nguyễn Thu Hằng", "chị", "cán bộ một cửa"))
    desk.settings.put("support", "0200 3555 000")
    desk.drafts.keep(desk.drafts.begin(), BirthDraft(child_name="Lê An"))
    desk.care.backup(tmp_path / "usb")
    renew_doorstep(desk.seat)
    left = read_doorstep(desk.seat.folder)
    assert left == Doorstep(
        unit="26461",
        office="xã Xuân Định",
        parent="thành phố Đồng Nai",
        support="0200 3555 000",
        backed_up=desk.seat.now().replace(microsecond=0),
        people=(Resident("clerk", "Nguyễn Thu Hằng", "chị Hằng", "cán bộ một cửa", 1),),
        last="clerk",
    )


def test_a_draft_stays_with_whoever_began_it(desk: Desk) -> None:
    desk.people.add("Lâm", "clerk", "mật khẩu dài 1")
    first = desk.drafts.begin()
    desk.drafts.keep(first, BirthDraft(child_name="Lê An"))
    renew_doorstep(desk.seat)
    lam = replace(desk.seat, user="Lâm", role="clerk")
    Drafting(lam).keep(desk.drafts.begin(), BirthDraft(child_name="Lê Bình"))
    renew_doorstep(lam)
    left = read_doorstep(desk.seat.folder)
    assert [(one.login, one.drafts) for one in left.people] == [("Lâm", 1), ("clerk", 1)]
    assert left.last == "Lâm"
    desk.drafts.drop(first)
    renew_doorstep(lam)
    assert read_doorstep(desk.seat.folder).resident("clerk").drafts == 0


def test_nothing_of_any_citizen_and_no_key_stands_in_the_file(desk: Desk) -> None:
    desk.drafts.keep(desk.drafts.begin(), BirthDraft(child_name="Lê An", mother_citizen_id="001188000001"))
    renew_doorstep(desk.seat)
    kept = json.loads((desk.seat.folder / DOORSTEP_FILE).read_text(encoding="utf-8"))
    assert set(kept) == {"unit", "office", "parent", "support", "backed_up", "people", "last", "second", "check"}
    assert set(kept["people"][0]) == {"login", "name", "greeting", "work", "drafts"}
    assert "Lê An" not in json.dumps(kept, ensure_ascii=False)


@pytest.mark.parametrize(
    "raw",
    [None, b"", b"[", b"[]", b"{}", b"\xff", b'{"unit": 7}', b"null", b'"x"', b"[" * 100_000],
)
def test_without_a_whole_file_the_lock_knows_the_logins_alone(desk: Desk, raw: bytes | None) -> None:
    if raw is not None:
        (desk.seat.folder / DOORSTEP_FILE).write_bytes(raw)
    assert read_doorstep(desk.seat.folder) == Doorstep(people=(Resident("clerk", "clerk", "clerk"),))


def test_a_file_that_somebody_wrote_lets_nobody_in_and_stays_one_tidy_line(desk: Desk) -> None:
    renew_doorstep(desk.seat)
    path = desk.seat.folder / DOORSTEP_FILE
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept.pop("check")
    kept["people"].append({**kept["people"][0], "login": "ai đó"})
    kept["support"] = "0\n" + "9" * 500
    kept["people"][0]["drafts"] = "nhiều"
    path.write_text(json.dumps(kept), encoding="utf-8")
    left = read_doorstep(desk.seat.folder)
    assert [one.login for one in left.people] == ["clerk"]
    assert left.people[0].drafts == 0
    assert len(left.support) == 200
    assert "\n" not in left.support


def test_a_door_plate_that_cannot_be_written_hinders_nobody(desk: Desk) -> None:
    (desk.seat.folder / f"{DOORSTEP_FILE}.part").mkdir()
    renew_doorstep(desk.seat)
    assert read_doorstep(desk.seat.folder).office == ""


def test_what_is_said_already_is_not_written_again(desk: Desk) -> None:
    renew_doorstep(desk.seat)
    before = (desk.seat.folder / DOORSTEP_FILE).stat().st_mtime_ns
    leave_doorstep(desk.seat.folder, read_doorstep(desk.seat.folder))
    assert (desk.seat.folder / DOORSTEP_FILE).stat().st_mtime_ns == before
