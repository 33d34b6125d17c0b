"""Mẫu thư by keyboard: a draft is written with chips, kept, approved by the leader; what is in force is only read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Window, press, type_text

from desk_app.services.letter_templates import Listed
from desk_app.ui.parts.fields_dialog import FieldsDialog
from desk_app.ui.parts.pick import Pick
from desk_app.ui.templates.chip_text import ChipText
from desk_app.ui.templates.view import TemplatesPage
from desk_app.ui.templates.whole_text import first_lines, offset_in, sections_of, whole_of

CTRL = Qt.KeyboardModifier.ControlModifier
FOLDER = Path(__file__).parents[2] / "resources" / "letters"


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> TemplatesPage:
    made = TemplatesPage(window.around())
    qtbot.addWidget(made)
    made.resize(1154, 640)
    made.show()
    made.arrive()
    made.refresh()
    return made


def over(held: QWidget, kind: type[QDialog]) -> Any:
    QApplication.processEvents()
    return next(one for one in held.window().findChildren(kind) if one.isVisible())


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_file_is_the_same_letter_after_it_was_shown_in_sections_with_chips(path: Path, qtbot: QtBot) -> None:
    head, sections = sections_of(path.read_text(encoding="utf-8"))
    text = ChipText("Lời")
    qtbot.addWidget(text)
    for one in sections:
        text.put_source(one.text)
        assert text.source() == one.text
    again = whole_of(head, sections)
    assert sections_of(again)[1] == sections
    lines = again.split("\n")
    assert [lines[at - 2] for at in first_lines(head, sections)] == [f"== {one.name}" for one in sections]
    assert offset_in("một\nhai ba", 2, 5) == len("một\nhai ")


def test_a_chip_is_one_sign_made_by_its_last_bracket_and_copied_as_the_file_has_it(qtbot: QtBot) -> None:
    text = ChipText("Lời")
    qtbot.addWidget(text)
    text.show()
    type_text(text, "Gửi {ten_me}, {ho_ten}.")
    assert text.source() == "Gửi {ten_me}, {ho_ten}."
    assert text.document().characterCount() == len("Gửi X, {ho_ten}.") + 1
    text.selectAll()
    copied = text.createMimeDataFromSelection().text()
    text.put_source("")
    text.insertPlainText("Kính ")
    text.insert_token("[nếu đủ cha mẹ]", "[hết]")
    type_text(text, "a")
    assert text.source() == "Kính [nếu đủ cha mẹ]a[hết]"
    assert copied == "Gửi {ten_me}, {ho_ten}."
    text.go_to(len("Kính [nếu đủ cha mẹ]"))
    press(text, Qt.Key.Key_Backspace)
    assert text.source() == "Kính a[hết]"
    text.undo()
    assert text.source() == "Kính [nếu đủ cha mẹ]a[hết]"


def test_a_draft_is_written_kept_approved_and_the_version_in_force_is_only_read(
    window: Window, page: TemplatesPage
) -> None:
    press(page.table, Qt.Key.Key_Return)
    text = page.editor.writing.texts["tiêu đề"]
    text.setFocus()
    text.put_source("Thư mừng của xã {ho_ten}")
    text.edited.emit()
    assert not page.save()
    assert "1 chỗ phải sửa" in page.kept_line.text()
    text.clearFocus()
    press(page.editor, Qt.Key.Key_F8)
    assert text.textCursor().position() == len("Thư mừng của xã ")
    text.put_source("Thư mừng của ")
    text.go_to(99)
    press(page.editor, Qt.Key.Key_J, CTRL)
    dialog = over(page, Pick)
    type_text(dialog.line, "loai don vi")
    press(dialog, Qt.Key.Key_Return)
    assert text.source() == "Thư mừng của {loai_xa}"
    press(page.editor, Qt.Key.Key_Escape)
    assert isinstance(page.row, Listed)
    assert page.row.draft is not None
    press(page.table, Qt.Key.Key_Return, CTRL)
    press(over(page, FieldsDialog), Qt.Key.Key_Return, CTRL)
    assert "Đã duyệt" in page.state.text.text()
    assert page.row.in_force is not None
    assert (page.row.in_force.version, page.row.draft) == (2, None)
    page.acts.shown.emit(page.row, page.row.in_force)
    text = page.editor.writing.texts["tiêu đề"]
    assert (text.source(), text.isReadOnly()) == ("Thư mừng của {loai_xa}", True)
    page.leave()
    window.asker.answers = ["lời chưa hợp"]
    press(page.table, Qt.Key.Key_B, CTRL)
    assert page.row.in_force is not None
    assert page.row.in_force.version == 1


def test_words_that_cannot_be_kept_are_asked_about_before_they_go(window: Window, page: TemplatesPage) -> None:
    page.write.click()
    text = page.editor.writing.texts["lời chào"]
    text.put_source("Kính gửi [nếu đủ cha mẹ]")
    text.edited.emit()
    window.asker.answers = [1, 0]
    assert not page.may_leave()
    page.leave()
    assert len(window.asker.asked) == 2
    assert page.row is not None
    assert page.row.draft is not None


def test_a_hostile_file_is_refused_with_its_place_and_one_more_letter_is_begun(
    window: Window, page: TemplatesPage, tmp_path: Path
) -> None:
    bad = tmp_path / "birth-card.txt"
    bad.write_text((FOLDER / "birth-card.txt").read_text(encoding="utf-8").replace("{xa}", "{xa.__class__}"), "utf-8")
    window.asker.answers = [bad]
    press(page.table, Qt.Key.Key_O, CTRL)
    assert "xa.__class__" in page.state.text.text()
    assert "dòng" in page.state.text.text()
    press(page.table, Qt.Key.Key_Insert)
    dialog = over(page, FieldsDialog)
    type_text(dialog.fields["title"], "Thư mừng cháu thứ hai")
    press(dialog, Qt.Key.Key_Return, CTRL)
    assert "Thư mừng cháu thứ hai" in page.head.title.text()
    page.leave()
    assert page.row is not None
    assert (page.row.own, page.row.layout) == (True, "birth-card")
    window.asker.answers = [0]
    press(page.table, Qt.Key.Key_Delete)
    assert not any(one.own for one in page.rows.rows)
