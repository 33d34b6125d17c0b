"""Buổi gặp dân by keyboard: a plan, a session held, many opinions typed in one form, results, papers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, Window, press, type_text

from common.words import sessions as words
from common.words import sessions_page as said
from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.ui.parts.fields_dialog import FieldsDialog
from desk_app.ui.sessions.view import SessionsPage
from desk_app.ui.theme.look import dress

CTRL = Qt.KeyboardModifier.ControlModifier


def asked(page: SessionsPage) -> FieldsDialog:
    (dialog,) = [one for one in page.findChildren(FieldsDialog) if one.isVisible()]
    return dialog


def enter(dialog: FieldsDialog, *texts: str) -> None:
    """Each text into the next field, Enter behind it."""
    for text in texts:
        type_text(dialog, text)
        press(dialog, Qt.Key.Key_Return)


def type_digits(dialog: FieldsDialog, *digits: str) -> None:
    """Digits choose and go on by themselves."""
    for digit in digits:
        type_text(dialog, digit)


def test_a_session_is_planned_held_and_its_opinions_typed_and_settled_by_keys_alone(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    dress(qapp, paths.resources())
    files = [tmp_path / "bien-ban.pdf", tmp_path / "bien-ban.docx", tmp_path / "ket-qua.pdf"]
    page = SessionsPage(Window(desk, Answers(*files)).around())
    qtbot.addWidget(page)
    page.resize(1154, 670)
    page.show()
    page.arrive(new=True)
    page.refresh()
    assert said.EMPTY in page.empty.text()
    enter(asked(page), "18/11/2026", "Nhà văn hóa thôn Trung", "Bà Lê Thị Hà, Chủ tịch", "")
    assert page.session is not None
    assert (page.say.isEnabled(), page.print.isEnabled()) == (False, False)
    press(page, Qt.Key.Key_T, CTRL)
    hold = asked(page)
    enter(hold, "", "x", "7h30", "9h", "Công an xã; Mặt trận Tổ quốc xã", "")
    assert words.PROBLEMS["session-count"] in hold.labelled["citizens"].under.text()
    hold.fields["citizens"].clear()  # type: ignore[attr-defined]
    type_text(hold, "42")
    press(hold, Qt.Key.Key_Return, CTRL)
    press(page, Qt.Key.Key_Return, CTRL)
    form = asked(page)
    type_digits(form, "5", "2")
    enter(form, "Ngõ 3 tối quá", "", "Tổ kinh tế", "19/11/2026", "Bà Mận", "thôn Trung")
    for n in range(2, 7):
        type_digits(form, str(n % 6 + 1), "1")
        enter(form, f"Ý kiến {n}", "Đã nói rõ", "", "")
    assert said.KEPT.format(count=6) in form.note.text()
    press(form, Qt.Key.Key_Escape)
    (session,) = desk.sessions.listed()
    told = [(one.opinion.field, one.opinion.answer) for one in session.said]
    assert told == [("services", "promised"), *((tuple(words.FIELDS)[n % 6], "answered") for n in range(2, 7))]
    assert page.model.tag(session) == "1 quá hạn"
    page.table.setFocus()
    page.table.selectRow(0)
    assert "Bà Mận, thôn Trung" in page._whole.text()
    press(page, Qt.Key.Key_Return)
    enter(asked(page), "", "Đã thay bóng đèn")
    assert desk.sessions.late() == ()
    for key in (Qt.Key.Key_S, Qt.Key.Key_D, Qt.Key.Key_B):
        press(page, key, CTRL)
    assert [file.read_bytes()[:2] for file in files] == [b"%P", b"PK", b"%P"]
    page.table.setFocus()
    press(page, Qt.Key.Key_Delete)
    enter(asked(page), "ghi hai lần")
    assert len(desk.sessions.listed()[0].said) == 5
    press(page, Qt.Key.Key_D, CTRL | Qt.KeyboardModifier.ShiftModifier)
    enter(asked(page), "ghi nhầm ngày")
    assert desk.sessions.listed() == ()
