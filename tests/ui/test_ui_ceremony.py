"""Lễ trao in a real window, by keys: from an empty page to the letters handed over, twelve couples under ENDURE."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from file_printers import FilePrinters
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, Window, open_copy

from desk_app import paths
from desk_app.domain.drafts import MarriageDraft
from desk_app.services.ceremonies import Ceremonies, Plan
from desk_app.services.desk import Desk
from desk_app.services.today import Today
from desk_app.ui.ceremony.view import CeremonyPage
from desk_app.ui.jobs import Jobs
from desk_app.ui.printing import printer
from desk_app.ui.printing.view import PrintingPage
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

from test_services_registering import entered  # isort: skip

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
COUPLE = MarriageDraft(husband_born="12/05/1996", wife_born="03/02/1998", registered_on="18/11/2026")
TWELVE = ("An", "Bình", "Cường", "Dũng", "Hải", "Khánh", "Lâm", "Minh", "Nam", "Phúc", "Quân", "Sơn")
NAMES = TWELVE if os.environ.get("ENDURE") else TWELVE[:4]
LEFT = len(NAMES) - 1


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(made: Path, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    opened = open_copy(made, tmp_path / "quầy", clock)
    yield opened
    opened.close()


@pytest.fixture
def printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FilePrinters:
    monkeypatch.setattr(printer, "FINEST", 96)  # what is drawn is looked at elsewhere
    monkeypatch.setattr(printer, "COARSEST", 96)
    made = FilePrinters(tmp_path)
    made.listed = ("Canon LBP2900",)
    return made


@pytest.fixture
def shell(desk: Desk, printers: FilePrinters, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp, paths.resources())
    pages = {
        "ceremony": lambda around: CeremonyPage(around, printers),
        "printing": lambda around: PrintingPage(around, printers),
    }
    window = MainWindow(desk, Answers(), Jobs(), pages)
    qtbot.addWidget(window)
    window.resize(1366, 728)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    window.jobs.close()


def marry(desk: Desk, names: tuple[str, ...]) -> list[int]:
    drafts = (replace(COUPLE, husband_name=f"Trần Văn {name}", wife_name=f"Lê Thị {name}") for name in names)
    return [entered(desk.register.enter(draft)).id for draft in drafts]


def key(window: QWidget, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """As from the keyboard, to what has the focus in the window in front."""
    front = QApplication.activeModalWidget() or window
    QTest.keyClick(front.focusWidget() or front, pressed, held)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.jobs._open)


def page_of(window: MainWindow) -> CeremonyPage:
    page: Any = window.page()
    assert isinstance(page, CeremonyPage)
    return page


def type_into(window: QWidget, text: str) -> None:
    front = QApplication.activeModalWidget() or window
    field: Any = front.focusWidget()
    field.insert(text)


def test_a_ceremony_by_keyboard_alone(
    shell: MainWindow, desk: Desk, clock: Clock, printers: FilePrinters, qtbot: QtBot
) -> None:
    marry(desk, NAMES)
    key(shell, Qt.Key.Key_4, ALT)
    page = page_of(shell)
    assert page.empty.isVisible()
    key(shell, Qt.Key.Key_N, CTRL | SHIFT)
    type_into(shell, "21/11/2026")
    key(shell, Qt.Key.Key_Return, CTRL)
    assert page.head.title.text() == "Lễ trao giấy kết hôn"
    key(shell, Qt.Key.Key_Insert)
    for _ in NAMES:
        key(shell, Qt.Key.Key_Space)
        key(shell, Qt.Key.Key_Down)
    key(shell, Qt.Key.Key_Return)
    assert [row.line.names[0] for row in page.model.rows] == [f"Trần Văn {name}" for name in NAMES]
    key(shell, Qt.Key.Key_Down, ALT)
    assert [row.line.names[0][-2:] for row in page.model.rows[:2]] == ["nh", "An"]
    key(shell, Qt.Key.Key_Delete)
    key(shell, Qt.Key.Key_Space)
    assert (len(page.model.rows), page.model.rows[1].line.comes) == (LEFT, False)
    key(shell, Qt.Key.Key_P, CTRL)
    settle(shell, qtbot)
    assert printers.sheets() == LEFT
    assert [row.line.state for row in page.model.rows] == ["asked"] * LEFT
    assert page.bar.isVisible()
    key(shell, Qt.Key.Key_1)
    assert [row.line.state for row in page.model.rows] == ["printed"] * LEFT
    for pressed in (Qt.Key.Key_X, Qt.Key.Key_K):
        key(shell, pressed, CTRL | SHIFT)
        settle(shell, qtbot)
    assert printers.jobs == 3
    key(shell, Qt.Key.Key_T, CTRL)
    assert "chưa tới" in page.state.text.text()
    clock.forward(3)
    key(shell, Qt.Key.Key_T, CTRL)
    key(shell, Qt.Key.Key_2)
    key(shell, Qt.Key.Key_Return)
    assert desk.reports.report("2026-11").reactions == {"good": LEFT - 1, "bad": 0, "none": 0}
    assert page.model.shown is not None
    assert page.model.shown.over == date(2026, 11, 23)
    assert not page.add.isVisible()


def ceremony(desk: Desk, window: MainWindow, names: tuple[str, ...] = ("An", "Bình", "Cường")) -> CeremonyPage:
    marry(desk, names)
    days = Ceremonies(desk.seat)
    days.put_in(days.make(Plan(date(2026, 11, 21), "8:00", title="Lễ trao")), [one.place for one in days.offers()])
    window.go("ceremony")
    return page_of(window)


def test_a_row_is_dragged_to_another_place(shell: MainWindow, desk: Desk) -> None:
    page = ceremony(desk, shell)
    table = page.order.table
    table.setCurrentIndex(page.order.model.index(0, 1))
    low = table.visualRect(page.order.model.index(1, 1)).bottomLeft()
    moved = Qt.DropAction.MoveAction
    left = Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(low), moved, QMimeData(), left, Qt.KeyboardModifier.NoModifier)
    assert page.order.eventFilter(table.viewport(), event), "the view itself would move its own row as well"
    assert [row.line.names[0] for row in page.model.rows] == ["Trần Văn Bình", "Trần Văn An", "Trần Văn Cường"]
    assert page.model.at == 1


def test_envelopes_are_asked_about_and_printed_as_c5(
    shell: MainWindow, desk: Desk, printers: FilePrinters, qtbot: QtBot
) -> None:
    ceremony(desk, shell, ("An", "Bình"))
    key(shell, Qt.Key.Key_P, CTRL | SHIFT)
    key(shell, Qt.Key.Key_Return)
    settle(shell, qtbot)
    with pypdfium2.PdfDocument(printers.paper()) as paper:
        assert len(paper) == 2
        assert [round(side / 72 * 25.4) for side in paper[0].get_size()] == [229, 162]


def test_how_a_name_is_read_is_typed_and_stays(shell: MainWindow, desk: Desk) -> None:
    entered(desk.register.enter(replace(COUPLE, husband_name="Nguyễn Đức Long", wife_name="Sophie Marchand")))
    page = ceremony(desk, shell, ())
    assert page.model.rows[0].note == "hỏi cách đọc"
    key(shell, Qt.Key.Key_F8)
    type_into(shell, "Xô-phi Mác-săng")
    key(shell, Qt.Key.Key_Return)
    assert page.model.rows[0].note == "kèm cách đọc tên"
    assert page.model.rows[0].line.readings == ("", "Xô-phi Mác-săng")


def test_what_one_page_asked_the_other_asks_too_and_one_answer_is_enough(
    shell: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    shell.go("printing")
    settle(shell, qtbot)
    page = ceremony(desk, shell, ("An",))
    key(shell, Qt.Key.Key_P, CTRL)
    settle(shell, qtbot)
    assert page.acts.queue.asked is not None
    shell.go("printing")
    settle(shell, qtbot)
    table: Any = shell.page()
    assert table.model.asked is not None
    assert table.model.rows == ()
    key(shell, Qt.Key.Key_1)
    settle(shell, qtbot)
    shell.go("ceremony")
    assert page.acts.queue.asked is None
    assert page.bar.isHidden()


def test_the_day_before_hom_nay_reminds_and_leads_there(shell: MainWindow, desk: Desk, clock: Clock) -> None:
    def cards() -> list[tuple[str, str]]:
        return [(one.title, one.text) for one in Today(desk.seat).view().reminders if one.goes == "ceremony"]

    page = ceremony(desk, shell)
    assert cards() == [("Lễ trao, ngày mai", "3 thư theo thứ tự. 3 thư chưa in.")]
    shown = page.model.shown
    later = Ceremonies(desk.seat).make(Plan(date(2026, 12, 1)))
    shell.go("ceremony", show=later)
    assert page.model.rows == ()
    assert shown is not None
    shell.go("ceremony", show=shown.id)
    assert len(page.model.rows) == 3
    clock.forward(2)
    assert cards() == [("Lễ trao ngày 21/11 chưa ghi đã trao", "3 thư theo thứ tự. Ctrl+T ghi cả buổi một lần.")]
    assert page.model.offers() == ()
    clock.forward(7)
    assert len(page.model.offers()) == 3
    assert cards() == [], "the one of 01/12 is two days away"


def test_a_plan_without_a_day_says_what_to_type_and_keeps_nothing(shell: MainWindow, window: Window) -> None:
    shell.go("ceremony")
    key(shell, Qt.Key.Key_N, CTRL | SHIFT)
    dialog: Any = QApplication.activeModalWidget()
    dialog.fields[1].setText("31/02/2026")
    key(shell, Qt.Key.Key_Return, CTRL)
    assert "31/02/2026" in dialog.labelled[1].under.text()
    key(shell, Qt.Key.Key_Escape)
    assert page_of(shell).model.listed == ()
    assert not [one for one in shell.findChildren(QDialog) if one.isVisible()]
