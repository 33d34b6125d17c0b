"""Two records and a history in small windows with large type: heads go on below, lines are read by keys."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from common.words.form_compare import kept_head, typed_head
from desk_app import paths
from desk_app.domain.drafts import BirthDraft
from desk_app.services.comparing import ComparedRow, Comparison
from desk_app.services.history import History, Step
from desk_app.ui.find.history import HistoryDialog
from desk_app.ui.form.compare import CompareDialog
from desk_app.ui.form.row_grid import lines_of
from desk_app.ui.form.wrapped_row import rows_of
from desk_app.ui.theme.look import dress

sys.path.append(str(Path(__file__).resolve().parents[1]))
from clipped import clipped

LONG = "Công Tằng Tôn Nữ Hoàng Phượng Nguyễn Thị Thanh Thủy Diễm Hương"
HEADS = (typed_head(LONG, "10:42"), kept_head("01/2026", "112/2026", LONG, "17/11"))


def both(rows: int = 9) -> Comparison:
    told = tuple(ComparedRow(f"Dòng {line}", LONG, LONG, bool(line % 2)) for line in range(rows))
    return Comparison("birth", 1, "112/2026", *HEADS, told, BirthDraft(child_name=LONG))


@pytest.mark.parametrize(("wide", "tall", "percent"), [(1366, 728, 100), (910, 485, 130), (683, 314, 100)])
def test_the_heads_of_two_records_are_read_whole_at_every_size(
    wide: int, tall: int, percent: int, qtbot: QtBot, qapp: QApplication
) -> None:
    dress(qapp, paths.resources(), percent)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(wide, tall)
    dialog = CompareDialog(both(), window, lambda done: None)
    dialog.show()
    for _ in range(3):
        QApplication.processEvents()
        dialog.grab()
    heads = dialog.table.horizontalHeader()
    needed = [heads.sectionSizeFromContents(place).height() for place in range(heads.count())]
    lost = clipped(dialog)
    sizes = (dialog.width() <= wide, dialog.height() <= tall, heads.height() - max(needed))
    inked = heads.grab().toImage()
    dialog.close()
    dress(qapp, paths.resources())
    assert (lost, sizes) == ([], (True, True, 0))
    assert last_line_of(inked) > max(needed) // 2


def last_line_of(picture: QImage) -> int:
    """The lowest row in which something dark is written."""
    rows = range(picture.height() - 2, 0, -1)
    columns = range(picture.width())
    return next(y for y in rows if any(picture.pixelColor(x, y).lightness() < 128 for x in columns))


def test_the_lines_scroll_by_the_keys_for_pages_and_tab_reaches_them(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, paths.resources())
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(910, 485)
    dialog = CompareDialog(both(20), window, lambda done: None)
    with qtbot.waitActive(dialog):
        dialog.show()
    harmless = dialog.focusWidget()
    QTest.keyClick(harmless, Qt.Key.Key_PageDown)
    assert dialog.table.verticalScrollBar().value() > 0
    assert dialog.focusWidget() is harmless
    reached = []
    for _ in range(8):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
    assert dialog.table in reached
    dialog.close()


def test_buttons_and_fields_go_on_below_where_there_is_no_room_beside() -> None:
    assert rows_of((220, 200, 300, 110), 860) == ((0, 1, 2, 3),)
    assert rows_of((220, 200, 300, 110), 859) == ((0, 1, 2), (3,))
    assert rows_of((900, 100), 500) == ((0,), (1,))
    assert lines_of((10, 6, 8), tight=False) == ((10, 6, 8),)
    assert lines_of((10, 6, 8), tight=True) == ((14, 8), (11,))
    assert lines_of((24,), tight=True) == ((24,),)


def test_a_long_history_is_read_by_keys_alone(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, paths.resources())
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(910, 485)
    steps = tuple(Step(f"Sửa lần {line}", LONG, "Gõ nhầm") for line in range(12))
    dialog = HistoryDialog(History(LONG, "số 12/2026, quyển 01/2026", steps), window)
    with qtbot.waitActive(dialog):
        dialog.show()
    bar, seen = dialog.steps.verticalScrollBar(), []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Tab):
        QTest.keyClick(dialog.focusWidget(), key)
        seen.append(bar.value())
    assert 0 < seen[0] < seen[1] < seen[2] == bar.maximum()
    assert seen[3:] == [0, 0]
    # Nowhere does the focus stand where it cannot be seen.
    assert isinstance(dialog.focusWidget(), QPushButton)
    dialog.close()
