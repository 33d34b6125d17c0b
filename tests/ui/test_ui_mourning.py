"""A letter held back for a house in mourning, by its keys: from Hôm nay to the sheet, to the death, and opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers

from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.ui.find.view import FindPage
from desk_app.ui.jobs import Jobs
from desk_app.ui.printing.view import PrintingPage
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress
from desk_app.ui.today.view import TodayPage

from test_services_mourning import LOST, TOLD  # isort: skip
from test_services_registering import BIRTH, entered  # isort: skip


class NoPrinters:
    def names(self) -> tuple[str, ...]:
        return ()

    def usual(self) -> str:
        return ""


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp, paths.resources())
    makers = {"today": TodayPage, "find": FindPage, "printing": lambda around: PrintingPage(around, NoPrinters())}
    opened = MainWindow(desk, Answers("ông bà muốn nhận sớm"), Jobs(), makers)  # type: ignore[arg-type]
    qtbot.addWidget(opened)
    opened.resize(1366, 728)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    yield opened
    opened.jobs.close()


def test_enter_leads_to_the_sheet_f6_to_the_death_and_ctrl_o_asks_why(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    death = entered(desk.register.enter(LOST)).id
    birth = entered(desk.register.enter(replace(BIRTH, number="5/2026"))).id
    window.go("today")
    for key in (Qt.Key.Key_6, Qt.Key.Key_Return):
        QTest.keyClick(QApplication.focusWidget(), key)
    page = window.page()
    assert isinstance(page, PrintingPage)
    qtbot.waitUntil(lambda: page.view.stop.isVisible(), timeout=10_000)
    assert page.view.stop.text.text() == TOLD
    assert (page.view.to_death.isVisible(), page.model.chosen()) == (True, ())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert [row.covers for row in page.model.chosen()] == [(birth,)]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    found = window.page()
    assert isinstance(found, FindPage)
    assert found.column.record is not None
    assert found.column.record.id == death
