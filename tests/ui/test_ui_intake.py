"""Nhập từ bảng tính by keyboard: a sheet is read, looked at, taken in and taken back; a bad file loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Window, press, type_text

from desk_app.ui.intake.view import CHOOSE, COLUMNS, DONE, PILES, IntakePage
from desk_app.ui.parts.pick import Pick

CTRL = Qt.KeyboardModifier.ControlModifier
HEAD = ("Số", "Quyển số", "Ngày đăng ký", "Họ, chữ đệm, tên", "Giới tính", "Ngày, tháng, năm sinh", "Nơi sinh")
ROWS = (
    ("1", "01/2026", "16.11.2026", "Đinh Gia Bảo", "1", "02.11.2026", "TR¹m Y tÕ x· Xu©n §Þnh"),
    ("2", "01/2026", "16.11.2026", "H'Hen Niê Êban", "2", "30.10.2026", "BÖnh viÖn huyÖn"),
    ("3", "01/2026", "16.11.2026", "Phạm Minh Khang", "1", "31.02.2026", "BÖnh viÖn huyÖn"),
)


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> IntakePage:
    made = IntakePage(window.around())
    qtbot.addWidget(made)
    made.resize(1154, 640)
    made.show()
    made.arrive()
    made.refresh()
    return made


def sheet(path: Path, *rows: tuple[str, ...]) -> Path:
    book = xlsxwriter.Workbook(str(path))
    for at, row in enumerate((("SỔ KHAI SINH",), HEAD, *rows)):
        book.worksheets_objs or book.add_worksheet("KS")
        book.worksheets_objs[0].write_row(at, 0, row)
    book.close()
    return path


def settled(page: IntakePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.around.jobs._open, timeout=10_000)
    QApplication.processEvents()


def test_a_sheet_goes_from_file_to_register_and_back_by_keys_alone(
    window: Window, page: IntakePage, tmp_path: Path, qtbot: QtBot
) -> None:
    window.asker.answers = [sheet(tmp_path / "khai sinh.xlsx", *ROWS)]
    press(page, Qt.Key.Key_O, CTRL)
    settled(page, qtbot)
    assert page.stack.currentIndex() == COLUMNS
    assert "Khai sinh, tiêu đề ở dòng 2" in page.columns.head.text()
    assert page.columns.row is not None
    assert (page.columns.row.caption, page.columns.row.converted) == ("Nơi sinh", False)
    assert page.columns.older.isVisible()
    press(page.columns.table, Qt.Key.Key_T, CTRL)
    assert page.columns.row.converted
    press(page.columns.table, Qt.Key.Key_Return, CTRL)
    settled(page, qtbot)
    assert page.stack.currentIndex() == PILES
    assert page.model.look is not None
    assert page.model.look.counts == {"new": 2, "changed": 0, "same": 0, "conflict": 0, "unreadable": 1}
    assert page.on.text() == "Nhập 2 việc mới"
    press(page.piles.table, Qt.Key.Key_5, CTRL)
    assert "31.02.2026" in page.piles._told.text() or "31/02/2026" in page.piles._told.text()
    with window.desk.seat.reading() as reading:
        assert not reading.registrations.newest(9)
    press(page.piles.table, Qt.Key.Key_Return, CTRL)
    settled(page, qtbot)
    assert page.stack.currentIndex() == DONE
    with window.desk.seat.reading() as reading:
        kept = [one.registration for one in reading.registrations.newest(9)]
    assert {one.birth_place for one in kept} == {"TRạm Y tế xã Xuân Định", "Bệnh viện huyện"}  # type: ignore[union-attr]
    window.asker.answers = ["nhập nhầm bảng"]
    press(page, Qt.Key.Key_Delete)
    settled(page, qtbot)
    assert page.stack.currentIndex() == CHOOSE
    assert "Đã bỏ 2 việc" in page.trouble.title.text()
    assert page.choosing.row is not None
    assert page.choosing.row.undone_on is not None


def test_what_differs_is_amended_only_where_a_person_ticked_it(
    window: Window, page: IntakePage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.open_file(sheet(tmp_path / "một.xlsx", *ROWS[:2]))
    settled(page, qtbot)
    page.look()
    settled(page, qtbot)
    page.take()
    settled(page, qtbot)
    other = [(*row[:6], "Nhà riêng") for row in ROWS[:2]]
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in (HEAD, *other)))
    press(page, Qt.Key.Key_O, CTRL)
    press(page, Qt.Key.Key_V, CTRL)
    settled(page, qtbot)
    page.look()
    settled(page, qtbot)
    assert "Các cột đọc như lần nhập trước." in page.columns.head.text()
    assert len({chip.y() for chip in page.piles.chips.values()}) == 1
    assert page.model.pile == "changed"
    assert not page.on.isEnabled()
    press(page.piles.table, Qt.Key.Key_Space)
    assert page.on.text() == "Sửa 1 việc"
    page.step_on()
    settled(page, qtbot)
    with window.desk.seat.reading() as reading:
        places = sorted(one.registration.birth_place for one in reading.registrations.newest(9))  # type: ignore[union-attr]
    assert places == ["BÖnh viÖn huyÖn", "Nhà riêng"]


def test_a_column_is_given_another_meaning_by_typing_a_few_letters(
    page: IntakePage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.open_file(sheet(tmp_path / "bảng.xlsx", *ROWS))
    settled(page, qtbot)
    page.columns.table.setCurrentIndex(page.columns.rows.index(6, 0))
    press(page.columns.table, Qt.Key.Key_Return)
    QApplication.processEvents()
    dialog = next(one for one in page.window().findChildren(Pick) if one.isVisible())
    type_text(dialog.line, "que quan")
    press(dialog, Qt.Key.Key_Return)
    assert page.columns.row is not None
    assert "Quê quán" in page.columns.row.read_as
    press(page.columns.table, Qt.Key.Key_Escape)
    assert page.stack.currentIndex() == CHOOSE


def test_a_file_that_is_no_table_gives_a_sentence_and_leaves_everything(
    page: IntakePage, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "thư.xlsx"
    wrong.write_bytes(b"%PDF-1.7 \x00\x01\x02" * 40)
    page.open_file(wrong)
    settled(page, qtbot)
    assert page.stack.currentIndex() == CHOOSE
    assert page.trouble.isVisible()
    assert "Chưa" in page.trouble.text.text()
    QGuiApplication.clipboard().setText("")
    page.paste()
    assert "Chưa có gì để dán" in page.trouble.text.text()
