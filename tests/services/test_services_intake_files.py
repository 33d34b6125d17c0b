"""Sheets as they lie on a stick: found by their headings, read as chosen, remembered, never half taken in."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from intake_kit import births

from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk
from desk_app.services.intake import Choice
from desk_app.services.trouble import Mistake

HERE = Path(__file__).parent
LOGIN = Login("clerk", "demo")
HEAD = ["STT", "Số", "Quyển số", "Ngày đăng ký", "Họ, chữ đệm, tên", "Ngày, tháng, năm sinh", "Giới tính", "Mã riêng"]
FIRST = ["1", "5.0", "1/2026", 46328, "Nguyễn Thị  An", "12.10.2026", "Nữ", "Trần Thị Bình"]
SECOND = ["2", "006", "01/2026", "03/11/2026", "Y Wăn Niê", "10.2026", "1", "H'Hen Niê"]


def sheet(path: Path, *rows: list[str | int]) -> Path:
    raw = BytesIO()
    with xlsxwriter.Workbook(raw, {"in_memory": True}) as book:
        page = book.add_worksheet("KS 2026")
        page.write(0, 0, "SỔ ĐĂNG KÝ KHAI SINH")
        page.merge_range(2, 4, 2, 6, "Người được khai sinh")
        for column, cell in enumerate(HEAD):
            page.write(3, column, cell)
        for place, row in enumerate(rows, start=4):
            for column, value in enumerate(row):
                page.write(place, column, value)
    path.write_bytes(raw.getvalue())
    return path


def mothers(choice: Choice) -> str:
    return next(column.key for column in choice.layout.columns if column.caption == "Mã riêng")


def test_a_workbook_is_read_by_its_headings_and_a_choice_is_remembered_for_the_next_one(
    desk: Desk, tmp_path: Path
) -> None:
    intake = desk.intake
    choice = intake.choose(intake.open(sheet(tmp_path / "a.xlsx", FIRST, SECOND)))
    assert (choice.layout.event, mothers(choice)) == ("birth", "")
    look = intake.look(choice.with_key(7, "meHoTen"))
    assert [(row.line, row.pile, row.who, row.number) for row in look.rows] == [
        (5, "new", "Nguyễn Thị An", "5"),
        (6, "new", "Y Wăn Niê", "006"),
    ]
    assert intake.take(look).entered == 2
    assert not choice.as_before
    second = intake.choose(intake.open(sheet(tmp_path / "b.xlsx", SECOND)))
    assert (mothers(second), second.as_before) == ("meHoTen", True)
    assert not second.with_key(7, "").as_before
    again = intake.look(intake.choose(intake.open(sheet(tmp_path / "c.xlsx", FIRST, SECOND))))
    assert again.counts["same"] == 2
    with desk.seat.reading() as reading:
        kept = reading.office.get("sheet-layouts") or ""
        body = reading.imports.newest(1)[0].body
    assert "riêng" not in kept
    assert body["columns"][:2] == ["STT", "so"]
    assert not any("An" in str(value) for value in body.values())


def test_what_lay_on_the_clipboard_is_read_as_a_sheet(desk: Desk) -> None:
    text = "\n".join("\t".join(map(str, row)) for row in (HEAD, SECOND))
    opened = desk.intake.pasted(text)
    assert desk.intake.look(desk.intake.choose(opened)).counts["new"] == 1
    assert opened.source.kind == "pasted"


def test_a_sheet_without_what_every_row_needs_is_not_looked_at(desk: Desk) -> None:
    choice = desk.intake.choose(desk.intake.pasted("Số\tHọ tên mẹ\tNgày đăng ký\n1\tTrần Thị Bình\t02/11/2026"))
    with pytest.raises(Mistake, match="sheet-lacks"):
        desk.intake.look(choice)


def test_what_is_no_sheet_is_told_as_what_it_is(desk: Desk, tmp_path: Path) -> None:
    for name, raw, code in (
        ("a.xlsx", b"%PDF-1.7 ...", "sheet-not-a-table"),
        ("a.csv", b"  \n", "sheet-empty"),
        ("a.xlsx", b"PK\x03\x04broken", "sheet-damaged"),
        ("a.xls", b"<?xml version='1.0'?><x/>", "sheet-other-kind"),
    ):
        (tmp_path / name).write_bytes(raw)
        with pytest.raises(Mistake, match=code):
            desk.intake.open(tmp_path / name)
    with pytest.raises(Mistake, match="file-unreadable"):
        desk.intake.open(tmp_path / "khong-co.csv")


def test_where_the_power_goes_in_the_middle_nothing_of_the_sheet_is_on_disk(desk_folder: Path, world: World) -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parent), *sys.path])}
    child = [sys.executable, str(HERE / "intake_child.py"), str(desk_folder)]
    assert subprocess.run(child, env=env, capture_output=True, timeout=100, check=False).returncode != 0
    desk = open_desk(desk_folder, world, LOGIN)
    try:
        assert desk.intake.imports() == ()
        with desk.seat.reading() as reading:
            assert reading.overview.registrations() == 0
            assert reading.journal.verify() > 0
        assert desk.intake.take(desk.intake.beside(births(60))).entered == 60
    finally:
        desk.close()
