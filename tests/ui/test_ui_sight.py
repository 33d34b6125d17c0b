"""What has the focus is scrolled into sight: the row under the bar, the line that is written on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableWidget, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.parts.sight import under_bar
from tools.pictures.stage import rest


def page(qtbot: QtBot, low: int, *parts: QWidget) -> Scrolled:
    """A window so many px low with these parts over each other."""
    body = QWidget()
    column = QVBoxLayout(body)
    for part in parts:
        column.addWidget(part)
    scrolled = Scrolled(body)
    qtbot.addWidget(scrolled)
    scrolled.resize(400, low)
    with qtbot.waitActive(scrolled):
        scrolled.show()
        scrolled.activateWindow()
    return scrolled


def text(tall: int) -> QTextEdit:
    made = QTextEdit("một dòng")
    made.setFixedHeight(tall)
    return made


def test_of_a_text_without_room_the_line_that_is_written_on_is_seen(qtbot: QtBot) -> None:
    first, last = text(300), text(300)
    last.setPlainText("\n".join(f"dòng {n}" for n in range(12)))
    scrolled = page(qtbot, 60, first, last)
    last.moveCursor(last.textCursor().MoveOperation.End)
    last.setFocus(Qt.FocusReason.TabFocusReason)
    line = last.cursorRect().translated(last.viewport().mapTo(last, last.viewport().rect().topLeft()))
    assert last.visibleRegion().boundingRect().contains(line)
    first.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert scrolled.verticalScrollBar().value() < 40


def test_what_is_made_later_is_followed_too(qtbot: QtBot) -> None:
    scrolled = page(qtbot, 120, text(300))
    late = text(40)
    scrolled.widget().layout().addWidget(late)
    rest(0)
    late.setFocus()
    assert late.visibleRegion().boundingRect().height() >= 40


@pytest.mark.parametrize(("hidden", "column"), [((), 0), ((0,), 1), ((0, 1), 2), ((0, 1, 2), 0)])
def test_where_the_column_of_the_bar_is_hidden_the_first_one_shown_stands_for_the_row(
    qtbot: QtBot, hidden: tuple[int, ...], column: int
) -> None:
    table = QTableWidget(30, 3)
    shown = page(qtbot, 200, table)
    table.setCurrentCell(28, 0)
    for each in hidden:
        table.setColumnHidden(each, True)
    assert shown.isAncestorOf(table)
    assert (under_bar(table).row(), under_bar(table).column()) == (28, column)


def test_the_row_under_the_bar_is_seen_though_its_column_is_hidden(qtbot: QtBot) -> None:
    table, above = QTableWidget(30, 2), text(300)
    table.setFixedHeight(400)
    shown = page(qtbot, 120, above, table)
    table.setCurrentCell(28, 0)
    table.setColumnHidden(0, True)
    table.verticalScrollBar().setValue(0)
    above.setFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    row = table.visualRect(under_bar(table))
    assert shown.verticalScrollBar().value() > 0
    assert table.viewport().visibleRegion().boundingRect().intersects(row)
