"""Hoạt động trong năm by keyboard: rows typed one after the other, changed, taken back; what a clerk never sees."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from window_kit import Answers, Window, press, type_text

from common.words import year_log as words
from common.words import yearlog_page as said
from desk_app import paths
from desk_app.domain.year_log import Conduct, Meeting
from desk_app.services.desk import Desk
from desk_app.services.year_log import Logged
from desk_app.ui.parts.fields_dialog import FieldsDialog
from desk_app.ui.theme.look import dress
from desk_app.ui.yearlog.view import YearLogPage

SAID, OFFICER = "quát tháo bà con", "Lương Văn Gắt"
CONDUCT = {"on": "3/11/2026", "how": "phone", "about": OFFICER, "words": SAID}
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def shown(desk: Desk, qtbot: QtBot, asker: Answers | None = None) -> YearLogPage:
    page = YearLogPage(Window(desk, asker or Answers()).around())
    qtbot.addWidget(page)
    page.resize(1154, 670)
    page.show()
    page.arrive()
    page.refresh()
    return page


def asked(page: YearLogPage) -> FieldsDialog:
    (dialog,) = [one for one in page.findChildren(FieldsDialog) if one.isVisible()]
    return dialog


def enter(dialog: FieldsDialog, *texts: str) -> None:
    """Each text into the next field, Enter behind it."""
    for text in texts:
        type_text(dialog, text)
        press(dialog, Qt.Key.Key_Return)


def test_ten_rows_are_typed_without_leaving_the_form_then_one_is_changed_and_one_taken_back(
    desk: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, paths.resources())
    page = shown(desk, qtbot)
    assert page.empty.isVisible()
    press(page, Qt.Key.Key_Insert)
    form = asked(page)
    enter(form, "", "", "0")
    press(form, Qt.Key.Key_Return)
    assert not page.model.rows
    assert form.height() <= page.height()
    form.fields["n"].setFocus()
    form.fields["n"].clear()  # type: ignore[attr-defined]
    enter(form, "1", "")
    for n in range(2, 11):
        enter(form, "19/11/2026" if n == 2 else "", "2" if n == 3 else "", str(n), "")
    assert said.KEPT.format(count=10) in form.note.text()
    press(form, Qt.Key.Key_Escape)
    kept = [one.entry for one in desk.log.listed(2026)]
    assert [(one.what, one.n) for one in kept if isinstance(one, Meeting)] == [
        ("reception", 1),
        *(("dialogue", n) for n in range(10, 2, -1)),
        ("reception", 2),
    ]
    assert page.each[0].number.text() == "55"
    assert page.row is not None
    assert page.row.entry == Meeting(desk.seat.today().replace(day=19), "dialogue", 10, 0)
    press(page, Qt.Key.Key_Return)
    change = asked(page)
    change.fields["settled"].setFocus()
    enter(change, "11")
    assert words.PROBLEMS["log-more-settled"] in change.labelled["settled"].under.text()
    field = change.fields["settled"]
    assert isinstance(field, QLineEdit)
    field.clear()
    enter(change, "4")
    assert "đã giải quyết 4" in page._whole.text()
    press(page, Qt.Key.Key_Delete)
    enter(asked(page), "ghi hai lần")
    assert (page.each[0].number.text(), len(desk.log.listed(2026))) == ("45", 9)


def test_a_leader_finds_out_about_conduct_and_a_clerk_has_no_such_tab(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    dress(qapp, paths.resources())
    file = tmp_path / "nam.xlsx"
    leader = shown(desk, qtbot, Answers(file))
    kept = desk.log.add("conduct", CONDUCT)
    assert isinstance(kept, Logged)
    press(leader, Qt.Key.Key_7)
    assert (leader.model.kind, leader.note.isVisible(), leader.row) == ("conduct", True, kept)
    assert SAID in leader._whole.text()
    press(leader, Qt.Key.Key_E, CTRL)
    assert file.read_bytes()[:2] == b"PK"
    clerk = shown(replace_role(desk), qtbot)
    for key in (Qt.Key.Key_1, Qt.Key.Key_6, Qt.Key.Key_7):
        press(clerk, key)
    assert (clerk.model.kind, len(clerk.kinds), clerk.erase.isVisible()) == ("funding", 6, False)
    assert clerk.each[3].number.text() == "1"
    clerk.arrive(show=kept.id)
    clerk.refresh()
    every = " ".join(one.text() for one in clerk.findChildren(QLabel))
    assert OFFICER not in every
    assert SAID not in every
    press(leader, Qt.Key.Key_X, CTRL | SHIFT)
    enter(asked(leader), "người ấy đề nghị")
    erased = desk.log.one(kept.id).entry
    assert isinstance(erased, Conduct)
    assert OFFICER not in str(erased)


def replace_role(desk: Desk) -> Desk:
    """The same desk with a clerk at it."""
    seat = replace(desk.seat, role="clerk")
    return replace(desk, seat=seat, log=replace(desk.log, seat=seat))
