"""Bộ tiêu chí by keyboard: criteria are scored, the leader confirms, a set is taken in, looked at and edited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from file_printers import FilePrinters
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from test_services_criteria import scored_whole, spreadsheet
from window_kit import Window, press, type_text

from common.words import criteria as told
from desk_app.ui.criteria.editor import SetEditor
from desk_app.ui.criteria.preview import TakeIn
from desk_app.ui.criteria.view import CriteriaPage
from desk_app.ui.parts.fields_dialog import FieldsDialog

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: Window, tmp_path: Path, qtbot: QtBot) -> CriteriaPage:
    made = CriteriaPage(window.around(), FilePrinters(tmp_path))
    qtbot.addWidget(made)
    made.resize(1154, 670)
    made.show()
    made.arrive()
    made.refresh()
    return made


def over(held: QWidget, kind: type[QDialog]) -> Any:
    QApplication.processEvents()
    return next(one for one in held.findChildren(kind) if one.isVisible())


def to_code(page: CriteriaPage, code: str) -> None:
    at = next(at for at, one in enumerate(page.rows.rows) if one.row and one.row.criterion.code == code)
    page.table.setCurrentIndex(page.rows.index(at, 0))


def test_a_criterion_is_scored_with_its_reason_and_the_province_stands_beside(page: CriteriaPage) -> None:
    assert page.row is not None
    assert "Bộ mẫu để tham khảo" in page.beside.text()
    to_code(page, "2.2")
    press(page.table, Qt.Key.Key_Return)
    dialog = over(page, FieldsDialog)
    type_text(dialog.fields["points"], "3,5")
    press(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    type_text(dialog.fields["reason"], "thiếu quạt")
    press(dialog, Qt.Key.Key_Return)
    assert (page.row.points, page.row.reason) == (350, "thiếu quạt")
    assert "Lý do: thiếu quạt" in page._told.text()
    press(page.table, Qt.Key.Key_T, CTRL)
    dialog = over(page, FieldsDialog)
    for text in ("812/QĐ-UBND", "19/11/2026", "91,5", "3"):
        type_text(dialog, text)
        press(dialog, Qt.Key.Key_Return)
    assert page.row.province == 300
    assert "812/QĐ-UBND ngày 19/11/2026: 91,5 điểm" in page.beside.text()
    page.resize(683, 364)
    assert [page.table.isColumnHidden(at) for at in range(8)] == [False, False, True, True, False, True, False, True]


def test_the_leader_confirms_prints_and_opens_a_further_version(
    window: Window, page: CriteriaPage, tmp_path: Path, qtbot: QtBot
) -> None:
    press(page.table, Qt.Key.Key_Return, CTRL)
    assert "tiêu chí chưa chấm" in page.state.title.text() + page.state.text.text()
    scored_whole(page._around.desk.criteria)
    page.refresh()
    window.asker.answers = [0]
    press(page.table, Qt.Key.Key_Return, CTRL)
    assert page.model.confirmed
    assert (page.score.isVisible(), page.confirm.isVisible(), page.reopen.isVisible()) == (False, False, True)
    table = tmp_path / "bang.xlsx"
    window.asker.answers = [table]
    press(page.table, Qt.Key.Key_E, CTRL)
    assert table.read_bytes()[:2] == b"PK"
    press(page.table, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.pdf"))) and not window.jobs.busy, timeout=10_000)
    with pypdfium2.PdfDocument(next(tmp_path.glob("*.pdf"))) as printed:
        assert len(printed) >= 2
    window.asker.answers = ["bổ sung minh chứng"]
    press(page.table, Qt.Key.Key_B, CTRL)
    assert (page.model.confirmed, page.model.shown.version) == (False, 2)
    window.asker.answers = ["2025"]
    press(page.table, Qt.Key.Key_F6)
    assert page.model.shown.year == 2025


def test_a_set_is_looked_at_taken_in_edited_and_put_in_force(
    window: Window, page: CriteriaPage, tmp_path: Path
) -> None:
    window.asker.answers = [spreadsheet(tmp_path / "hong.xlsx", "bốn")]
    press(page.table, Qt.Key.Key_O, CTRL)
    looked = over(page, TakeIn)
    assert not looked.yes.isEnabled()
    assert "Dòng 6" in looked.whole.text()
    press(looked.table, Qt.Key.Key_Escape)
    window.asker.answers = [spreadsheet(tmp_path / "bo.xlsx")]
    press(page.table, Qt.Key.Key_O, CTRL)
    press(over(page, TakeIn), Qt.Key.Key_Return, CTRL)
    editor = over(page, SetEditor)
    press(editor.table, Qt.Key.Key_Down, ALT)
    assert [one.code for one in editor.draft.criteria] == ["02", "01", "03"]
    press(editor.table, Qt.Key.Key_Insert)
    dialog = over(editor, FieldsDialog)
    for text in ("", "04", "2", "Thư xin lỗi", "Thư đã gửi"):
        type_text(dialog, text)
        press(dialog, Qt.Key.Key_Return)
    press(dialog, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    assert editor.criterion == replace(editor.draft.criteria[-1], code="04")
    assert editor.draft.most == 12_50
    press(editor.table, Qt.Key.Key_Delete)
    assert [one.code for one in editor.draft.criteria] == ["02", "01", "03"]
    window.asker.answers = [0]
    press(editor.table, Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    assert page.model.shown.criteria.mark == "bo-tieu-chi/1"
    assert (
        told.used("Bộ tiêu chí Chính quyền thân thiện (mẫu 100 điểm)", 1)
        in page.state.title.text() + page.state.text.text()
    )
