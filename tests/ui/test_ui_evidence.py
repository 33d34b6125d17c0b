"""Evidence at the window: taken in, tied, opened, told of, packed for the year and checked, all by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from evidence_kit import photo
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot
from window_kit import Answers, Window, press, type_text

from common.words import evidence as words
from common.words import evidence_page as said
from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.services.evidence import OPENED
from desk_app.ui.evidence.tying import FileForm
from desk_app.ui.evidence.view import EvidencePage
from desk_app.ui.jobs import Cancelled
from desk_app.ui.parts.choices import Choices
from desk_app.ui.theme.look import dress

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Made = Callable[..., tuple[EvidencePage, list[Path]]]


@pytest.fixture
def made(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Made:
    dress(qapp, paths.resources())

    def page(*answers: object) -> tuple[EvidencePage, list[Path]]:
        seen: list[Path] = []
        opened = EvidencePage(Window(desk, Answers(*answers)).around(), lambda path: not seen.append(path))
        qtbot.addWidget(opened)
        opened.resize(1154, 670)
        opened.show()
        opened.refresh()
        return opened, seen

    return page


def form(page: EvidencePage) -> FileForm:
    (dialog,) = [one for one in page.findChildren(FileForm) if one.isVisible()]
    return dialog


def offered(dialog: FileForm) -> list[str]:
    box = dialog.fields["ref"]
    assert isinstance(box, QComboBox)
    return [box.itemText(at) for at in range(box.count())]


def test_a_photo_is_taken_in_tied_opened_and_taken_back_by_keys(made: Made, desk: Desk, tmp_path: Path) -> None:
    program = tmp_path / "anh.jpg"
    program.write_bytes(b"MZ" + bytes(99))
    page, seen = made(program, photo(tmp_path / "ghe.jpg"), "", "Nhầm tệp")
    assert page.empty.isVisible()
    press(page.add, Qt.Key.Key_Insert)
    assert (page.state.isVisible(), page.findChildren(FileForm)) == (True, [])
    press(page.add, Qt.Key.Key_Insert)
    dialog = form(page)
    press(dialog.fields["title"], Qt.Key.Key_Return, CTRL)
    assert words.TROUBLES["evidence-title-empty"] in dialog.trouble.text()
    type_text(dialog.fields["title"], "Ghế chờ mới")
    dialog.fields["kind"].setCurrentIndex(1)  # type: ignore[attr-defined]
    assert offered(dialog)[0].startswith("1.1. ")
    press(dialog.fields["title"], Qt.Key.Key_Return, CTRL)
    assert page.row is not None
    assert (page.row.title, page.row.links) == ("Ghế chờ mới", (("criterion", "mau-100/2026/1.1"),))
    assert words.STRIPPED in page.state.text.text()
    press(page.table, Qt.Key.Key_G, CTRL)
    dialog = form(page)
    dialog.fields["kind"].setCurrentIndex(2)  # type: ignore[attr-defined]
    assert offered(dialog) == [said.NO_TARGET]
    press(dialog, Qt.Key.Key_Escape)
    press(page.table, Qt.Key.Key_Return)
    assert [path.parent.name for path in seen] == [OPENED]
    for _ in range(2):
        press(page.table, Qt.Key.Key_F6)
    assert (page.model.kind, page.none.isVisible()) == ("session", True)
    page.arrive(show=1)
    page.refresh()
    for _ in range(2):  # without a reason it stays
        press(page.table, Qt.Key.Key_Delete)
    assert (desk.evidence.listed(), page.empty.isVisible()) == ((), True)


def test_files_that_are_dropped_get_a_form_each(made: Made, desk: Desk, tmp_path: Path) -> None:
    page, _ = made()
    mime, (one, gone, two) = (
        QMimeData(),
        (photo(tmp_path / "a.jpg"), tmp_path / "vắng", photo(tmp_path / "b.jpg", "blue")),
    )
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (one, gone, two)])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPoint(5, 5), action, mime, button, Qt.KeyboardModifier.NoModifier))
    for title in ("Một", "Hai"):
        type_text(form(page).fields["title"], title)
        press(form(page).fields["title"], Qt.Key.Key_Return, CTRL)
        QApplication.sendPostedEvents()
    assert [file.title for file in desk.evidence.listed()] == ["Hai", "Một"]


def test_the_pack_of_a_year_is_made_and_checked_and_a_stop_is_told(
    made: Made, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.evidence.add(photo(tmp_path / "a.jpg"), "Ảnh", desk.seat.today(), known=True)
    path = tmp_path / "tap.zip"
    page, _ = made(path, path)
    press(page.table, Qt.Key.Key_P, CTRL | SHIFT)
    (dialog,) = [one for one in page.findChildren(Choices) if one.isVisible()]
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Đã đóng tập năm 2026, bản 1: 0 tệp" in page.state.text.text())
    assert "Để lại ở xã 1 tệp" in page.state.text.text()
    press(page.table, Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: "Đúng là bản 1 của năm 2026" in page.state.text.text())
    page.acts._failed(Cancelled())
    assert page.state.text.text() == said.STOPPED
