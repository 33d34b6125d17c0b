"""Copies on the command line: listed with what is in them, looked at, and put in the register's place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from desk_terminal import BIRTH, Terminal


@pytest.fixture
def copy(seated: Terminal) -> Path:
    """A copy of one registration and one letter on a stick; a second registration was entered since."""
    id = seated.ask("enter", "birth", seated.file("a.json", BIRTH))["id"]
    seated.ask("letter", str(id), "--out", str(seated.root / "thu.pdf"))
    copied = seated.ask("backup", str(seated.root / "usb"))
    seated.ask("enter", "birth", seated.file("b.json", {**BIRTH, "child_name": "Lê Gia Hân"}))
    return Path(copied["file"])


def test_copies_are_listed_with_counts_and_the_last_letter_also_when_the_register_is_broken(
    seated: Terminal, copy: Path
) -> None:
    os.truncate(seated.folder / "register.db", 100)
    (row,) = seated.ask("copies", "--in", str(copy.parent))["copies"]
    assert (row["file"], row["registrations"], row["letters"]) == (str(copy), 1, 1)
    assert row["last_letter"] == "birth 2026-11-20"
    told = seated.run("copies", "--in", str(copy.parent)).output
    assert "1 bản ghi, 1 thư, thư cuối: Thư chúc mừng khai sinh, đề ngày 20/11/2026" in told
    assert "Minh Anh" not in told


def test_in_place_tells_the_difference_and_waits_for_yes(seated: Terminal, copy: Path) -> None:
    seen = seated.refused(2, "restore", str(copy), "--in-place")
    assert (seen["taken_back"], seen["missing"]["registered"], seen["ours"]["registrations"]) == (False, 1, 2)
    told = seated.run("restore", str(copy), "--in-place")
    assert "1 việc đăng ký" in told.output
    assert "--yes" in told.output
    assert len(seated.ask("find", "Gia Hân")) == 1, "nothing has changed"
    done = seated.ask("restore", str(copy / "register.db"), "--in-place", "--yes")
    assert (done["taken_back"], done["registrations"], done["epoch"]) == (True, 1, 2)
    assert seated.ask("find", "Gia Hân") == []
    assert [one["file"] for one in seated.ask("copies")["aside"]] == [done["aside"]]
    assert seated.ask("restore", done["aside"], "--in-place", "--yes")["registrations"] == 2
    assert len(seated.ask("find", "Gia Hân")) == 1


@pytest.mark.parametrize("where", [(), ("--in-place", "--into", "mới")])
def test_where_to_is_said_once(seated: Terminal, where: tuple[str, ...]) -> None:
    refused = seated.refused(2, "restore", "bản sao", *where)
    assert refused["trouble"]["code"] == "restore-where"


def test_the_drill_is_printed_and_noted(seated: Terminal) -> None:
    sheet = seated.root / "tap.pdf"
    assert seated.refused(2, "drill")["trouble"]["code"] == "drill-what"
    assert seated.ask("drill", "--out", str(sheet), "--done") == {"file": str(sheet), "done": True}
    assert sheet.read_bytes().startswith(b"%PDF-")
    assert "Sáu tháng nữa" in seated.run("drill", "--done").output
