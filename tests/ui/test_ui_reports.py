"""Báo cáo by keyboard: a period, its figures, words kept while they are typed, issued once, corrected with a reason."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, Window, open_copy, press

from common.words import reports_page as said
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.two_lines import STRONG
from desk_app.ui.reports.chart import ceiling
from desk_app.ui.reports.model import ReportsModel
from desk_app.ui.reports.texts_dialog import TextsDialog
from desk_app.ui.reports.view import ReportsPage

from test_services_registering import BIRTH, entered  # isort: skip

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> ReportsPage:
    made = ReportsPage(window.around())
    qtbot.addWidget(made)
    made.resize(1154, 670)
    made.show()
    made.arrive()
    made.refresh()
    qtbot.waitUntil(lambda: made.model.report is not None)
    return made


def choose(page: ReportsPage, period: str, qtbot: QtBot) -> None:
    page.arrive(period=period)
    page.refresh()
    qtbot.waitUntil(lambda: page.model.report is not None and page.model.report.period.name == period)


def test_what_waits_to_be_issued_stands_first_and_a_row_is_a_period(page: ReportsPage, qtbot: QtBot) -> None:
    names = [one.name for one in page.model.presets]
    assert names[-1] == said.CHOOSE_DAYS
    assert sum(name == "Lũy kế" for name in names) <= 1
    assert page.list.hasFocus()
    before = page.model.chosen
    press(page.list, Qt.Key.Key_Down)
    assert page.model.chosen != before
    qtbot.waitUntil(lambda: page.name.text().endswith(said.title(page.model.report).rpartition(", ")[2]))
    assert [row.cells[0] for row in page.model.rows()][-1] == said.TOTAL
    assert page.chart.accessibleName().startswith(said.CHART)


@pytest.mark.parametrize("worked", [False, True])
def test_only_what_closed_after_the_first_act_waits_to_be_issued(made: Path, tmp_path: Path, worked: bool) -> None:
    clock = Clock(datetime(2026, 12, 14, 9, tzinfo=UTC))
    desk = open_copy(made, tmp_path / "quầy", clock)
    if worked:
        entered(desk.register.enter(BIRTH))
    clock.moment = datetime(2026, 12, 16, 9, tzinfo=UTC)
    model = ReportsModel(desk)
    model.refresh()
    assert [one.name for one in model.presets if "chờ chốt" in one.second] == ["Quý IV/2026"] * worked
    desk.close()


def test_what_proves_the_figures_is_one_link_away(page: ReportsPage, window: Window) -> None:
    assert (page.listed.text(), page.listed.key()) == (said.SEE_LIST, BY_ID["page-evidence"].shown_key)
    page.listed.click()
    assert window.went == [("evidence", {})]


def test_two_days_may_be_chosen_and_what_cannot_be_read_changes_nothing(
    page: ReportsPage, window: Window, qtbot: QtBot
) -> None:
    held = page.model.chosen
    window.asker.answers = ["31/02/2026", "01/03/2026", "01/03/2024", "31/5/2024"]
    page.list.selectRow(len(page.model.presets) - 1)
    page.list.activated.emit(page.list.currentIndex())
    assert page.state.isVisible()
    assert page.model.chosen == held
    page.list.activated.emit(page.list.currentIndex())
    assert page.model.chosen == "2024-03-01..2024-05-31"
    qtbot.waitUntil(lambda: "01/03/2024" in page.name.text())


def test_figures_stand_right_under_their_title_and_the_total_weighs_more(page: ReportsPage) -> None:
    def side(column: int) -> Qt.AlignmentFlag:
        title = page.rows.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        assert title == page.rows.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole)
        return Qt.AlignmentFlag(title) & Qt.AlignmentFlag.AlignHorizontal_Mask

    assert [side(column) for column in range(2)] == [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight]
    last = page.rows.rowCount() - 1
    assert [page.rows.index(row, 1).data(STRONG) for row in (0, last)] == [False, True]


def test_words_are_kept_while_they_are_typed_and_stand_in_the_report(page: ReportsPage, qtbot: QtBot) -> None:
    choose(page, "2026-Q3@quy-14", qtbot)
    press(page, Qt.Key.Key_F2)
    dialog = page.findChild(TextsDialog)
    assert dialog is not None
    dialog.boxes["difficulties"].setPlainText("Máy in hỏng hai ngày")
    qtbot.waitUntil(lambda: page.model.texts()["difficulties"] != "", timeout=3000)
    dialog.boxes["proposals"].setPlainText("Cấp thêm giấy màu")
    press(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert page.model.texts()["proposals"] == "Cấp thêm giấy màu"


def test_a_report_is_issued_once_saved_as_it_was_and_corrected_with_a_reason(
    page: ReportsPage, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(page, "2026-Q3@quy-14", qtbot)
    asker = window.asker
    assert isinstance(asker, Answers)
    asker.answers = ["15/BC-UBND", 0, tmp_path / "bc.pdf"]
    press(page, Qt.Key.Key_T, CTRL)
    assert said.issued(1, "15/BC-UBND") in page.state.accessibleName() + page.state.text.text()
    qtbot.waitUntil(lambda: page.model.version == 1 and page.older.isVisible())
    press(page, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil((tmp_path / "bc.pdf").is_file)
    assert "15/BC-UBND" in pypdfium2.PdfDocument(tmp_path / "bc.pdf")[0].get_textpage().get_text_range()
    page.model.keep({"results": "Ghi thêm một việc", "difficulties": "", "proposals": ""})
    asker.answers = ["ghi sót một việc", "16/BC-UBND", 0]
    press(page, Qt.Key.Key_T, CTRL)
    qtbot.waitUntil(lambda: page.model.version == 2)
    asker.answers = []
    press(page, Qt.Key.Key_T, CTRL)
    assert page.model.version == 2


def test_the_scale_of_the_bars_is_a_round_number_in_three_parts():
    assert [ceiling(most) for most in (0, 1, 3, 4, 44, 58, 61, 300)] == [3, 3, 3, 6, 60, 60, 150, 300]
