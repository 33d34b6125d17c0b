"""What is seen of a folder from the door, without a key."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.db.marker import MARKER_FILE
from desk_app.db.swap import PLAN_FILE
from desk_app.services import doorstep, traces
from desk_app.services.copies import FOLDER
from desk_app.services.stand import look_at
from desk_app.services.taking_back import put_aside
from desk_app.services.trouble import Trouble


def test_the_door_names_the_files_as_the_rooms_behind_it_do(tmp_path: Path) -> None:
    assert (traces.MARKER_FILE, traces.PLAN_FILE, traces.COPIES) == (MARKER_FILE, PLAN_FILE, FOLDER)
    aside = tmp_path / f"{traces.ASIDE}_2026-11-20_093000"
    aside.mkdir()
    (aside / doorstep.REGISTER_FILE).write_bytes(b"x")
    assert [found.path for found in put_aside(tmp_path)] == [aside]


@pytest.mark.parametrize(
    "left",
    [
        "register.db",
        "keyring.json",
        "doorstep.json",
        "keyring.spare.json",
        "register.marker",
        "register.swap",
        "backups/SAO-LUU_2026-11-20_093000_viec-1_thu-0/register.db",
        "truoc-khoi-phuc_2026-11-20_093000/register.db",
    ],
)
def test_any_trace_of_a_register_is_seen(tmp_path: Path, left: str) -> None:
    assert not traces.ever_stood(tmp_path)
    (tmp_path / left).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / left).write_bytes(b"")
    assert traces.ever_stood(tmp_path)


def test_settings_logs_practice_and_a_first_run_cut_off_are_no_trace(tmp_path: Path) -> None:
    for name in (
        "window.json",
        "logs/desk.log",
        "TAP/register.db",
        "register.founding",
        "keyring.json",
        "keyring.spare.json",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"{}")
    (tmp_path / "register.marker").write_bytes(b"")
    assert not traces.ever_stood(tmp_path)


@pytest.mark.parametrize("held", [None, b"", b"SQLite format 3\x00" + b"x" * 100, b"\x17" * 4096])
def test_the_door_sees_the_same_trouble_as_the_house(tmp_path: Path, held: bytes | None) -> None:
    if held is not None:
        (tmp_path / doorstep.REGISTER_FILE).write_bytes(held)
    try:
        look_at(tmp_path)
        told = ""
    except Trouble as trouble:
        told = trouble.code
    assert traces.ailment(tmp_path) == told
