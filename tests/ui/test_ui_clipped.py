"""The eye that looks for clipped words finds each planted fault and leaves a good page alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from clipped import clipped
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk_app import paths
from desk_app.ui.parts.button import button
from desk_app.ui.parts.page_head import ElidedLabel
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.parts.two_lines import TwoLineDelegate
from desk_app.ui.theme.look import dress

LONG = "Nguyễn Trần Hoàng Thị Minh Anh Phương Thảo Quỳnh Như"


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    dress(qapp, paths.resources())


def board(qtbot: QtBot, *parts: QWidget, wide: int = 400) -> QWidget:
    """A shown page of one column."""
    page = QWidget()
    column = QVBoxLayout(page)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return shown(qtbot, page, wide)


def shown(qtbot: QtBot, page: QWidget, wide: int = 400) -> QWidget:
    qtbot.addWidget(page)
    page.resize(wide, 300)
    page.show()
    page.grab()
    return page


def narrow_label() -> QWidget:
    label = QLabel(LONG)
    label.setFixedWidth(90)
    return label


def low_label() -> QWidget:
    label = QLabel(" ".join([LONG] * 3))
    label.setWordWrap(True)
    label.setFixedHeight(24)
    return label


def narrow_word() -> QWidget:
    label = QLabel("Chưa-gửi-được-gói-tháng-mười-một")
    label.setWordWrap(True)
    label.setFixedSize(60, 200)
    return label


def narrow_button() -> QWidget:
    made = button("In 4 thư đã chọn", "Ctrl+P")
    made.setFixedWidth(100)
    return made


def narrow_box() -> QWidget:
    box = QCheckBox(LONG)
    box.setFixedWidth(120)
    return box


def narrow_hint() -> QWidget:
    line = QLineEdit()
    line.setPlaceholderText(LONG)
    line.setFixedWidth(150)
    return line


def narrow_choice() -> QWidget:
    combo = QComboBox()
    combo.addItem(LONG)
    combo.setFixedWidth(150)
    return combo


def narrow_tabs() -> QWidget:
    bar = QTabBar()
    for _ in range(4):
        bar.addTab(LONG)
    bar.setFixedWidth(300)
    return bar


def narrow_title() -> QWidget:
    return rows_table(RowsModel([Column("Người được gửi thư", str, width=60), Column("Việc", str)], ["a"]), "Bảng")


def cut_cell() -> QWidget:
    table = cut_plain_cell()
    assert isinstance(table, QTableView)
    table.setItemDelegate(TwoLineDelegate(table))
    return table


def cut_plain_cell() -> QWidget:
    table = QTableView()
    model = QStandardItemModel(1, 1)
    model.setItem(0, 0, QStandardItem(LONG))
    table.setModel(model)
    table.setColumnWidth(0, 80)
    return table


FAULTS: tuple[tuple[Callable[[], QWidget], str], ...] = (
    (narrow_label, "QLabel in QWidget: words"),
    (low_label, "(high)"),
    (narrow_word, "a word"),
    (narrow_button, "KeyButton in QWidget: words"),
    (narrow_box, "QCheckBox in QWidget: words"),
    (narrow_hint, "QLineEdit in QWidget: words"),
    (narrow_choice, "chosen words"),
    (narrow_tabs, "tab"),
    (narrow_title, "title 0"),
    (cut_cell, "words in column 0"),
    (cut_plain_cell, "words in column 0"),
)


@pytest.mark.parametrize(("plant", "finding"), FAULTS, ids=lambda part: getattr(part, "__name__", ""))
def test_words_without_room_are_found(qtbot: QtBot, plant: Callable[[], QWidget], finding: str) -> None:
    found = clipped(board(qtbot, plant()))
    assert any(finding in line for line in found), found
    assert LONG[:6] not in "".join(found)


def test_buttons_over_one_another_are_found(qtbot: QtBot) -> None:
    page = QWidget()
    for left in (10, 60):
        press = button("Lưu", "F2")
        press.setParent(page)
        press.setGeometry(left, 10, 120, 38)
    assert any("overlap by 70×38 px" in line for line in clipped(shown(qtbot, page)))


def test_a_widget_beyond_its_frame_is_found_unless_it_can_be_scrolled_to(qtbot: QtBot) -> None:
    page = QWidget()
    low = QLabel("Sổ", page)
    low.setGeometry(10, 280, 50, 60)
    assert clipped(shown(qtbot, page)) == ["QLabel in QWidget: beyond its frame by 0×40 px"]
    area, tall = QScrollArea(), QWidget()
    tall.setFixedSize(100, 2000)
    area.setWidget(tall)
    assert clipped(shown(qtbot, area)) == []


def test_what_must_be_scrolled_sideways_is_found_even_without_a_bar(qtbot: QtBot) -> None:
    area, wide = QScrollArea(), QWidget()
    wide.setFixedSize(900, 50)
    area.setWidget(wide)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert any("out of sight" in line for line in clipped(shown(qtbot, area)))


def test_parts_that_cannot_shrink_into_their_frame_are_found(qtbot: QtBot) -> None:
    inner = QWidget()
    row = QHBoxLayout(inner)
    for _ in range(3):
        row.addWidget(button("Ghi mới", "Ctrl+N"))
    inner.setFixedWidth(200)
    assert any("its parts" in line for line in clipped(board(qtbot, inner)))


def test_a_good_page_is_left_alone(qtbot: QtBot) -> None:
    wrapped = QLabel(" ".join([LONG] * 3))
    wrapped.setWordWrap(True)
    line, combo, tabs = QLineEdit(), QComboBox(), QTabBar()
    line.setPlaceholderText("Tìm tên, số, quyển")
    line.setText(" ".join([LONG] * 4))
    combo.addItem("Canon LBP2900")
    tabs.addTab("Thư")
    table = rows_table(RowsModel([Column("Ai", str, str), Column("Việc", str, width=110)], ["Lê Gia Hân"]), "Bảng")
    parts = (wrapped, ElidedLabel(LONG), button("In 4 thư", "Ctrl+P"), QCheckBox("Giữ lại"), line, combo, tabs, table)
    page = board(qtbot, *parts, wide=420)
    page.resize(420, 700)
    page.grab()
    assert clipped(page) == []


def test_what_is_hidden_is_not_looked_at(qtbot: QtBot) -> None:
    label = narrow_label()
    page = board(qtbot, label)
    label.hide()
    assert clipped(page) == []
