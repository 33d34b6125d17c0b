"""The printing page in its window, by keys: ticks, Ctrl+P, the question, the book, a printer that is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from file_printers import FilePrinters
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, make_folder, open_copy, press

from common.words import printing as said
from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.choices import Choices
from desk_app.ui.printing.book import PrintedBook
from desk_app.ui.printing.missing import MissingSheets
from desk_app.ui.printing.view import PrintingPage
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

from test_services_letters import DEATH  # isort: skip
from test_services_registering import BIRTH, entered  # isort: skip

CTRL = Qt.KeyboardModifier.ControlModifier


class Typing(Answers):
    """Answers questions for a line of text and for a file as well."""

    def ask_text(self, title: str, label: str, text: str = "", secret: bool = False) -> str | None:
        return self._next(title, label)  # type: ignore[no-any-return]

    def save_file(self, title: str, suggested: Path, kinds: str = "") -> Path | None:
        return self._next(title, suggested.name)  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk where two letters wait and a third is held back."""
    folder = make_folder(tmp_path_factory.mktemp("made") / "quầy")
    copy = tmp_path_factory.mktemp("filled") / "quầy"
    desk = open_copy(folder, copy, Clock())
    entered(desk.register.enter(BIRTH))
    entered(desk.register.enter(DEATH))
    entered(desk.register.enter(replace(DEATH, born="2015", deceased_name="Đặng Gia Bảo")))
    desk.close()
    return copy


@pytest.fixture
def printers(tmp_path: Path) -> FilePrinters:
    return FilePrinters(tmp_path)


@pytest.fixture
def window(desk: Desk, printers: FilePrinters, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp, paths.resources())
    opened = MainWindow(desk, Typing(), Jobs(), {"printing": lambda around: PrintingPage(around, printers)})
    qtbot.addWidget(opened)
    opened.resize(1366, 728)
    with qtbot.waitExposed(opened):
        opened.show()
    opened.activateWindow()
    settle(opened, qtbot)
    yield opened
    opened.jobs.close()


def settle(window: MainWindow, qtbot: QtBot) -> None:
    done = lambda: not window.jobs.busy and not getattr(window.page(), "drawing", False)  # noqa: E731
    qtbot.waitUntil(done, timeout=20_000)


def page_of(window: MainWindow) -> Any:
    return window.page()


def ctrl(window: MainWindow, key: Qt.Key, qtbot: QtBot) -> None:
    """A shortcut as the window system brings it; after a dialog it gives the window the focus again."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, key, CTRL)
    settle(window, qtbot)


def test_space_takes_the_tick_away_and_the_button_counts(window: MainWindow) -> None:
    page = page_of(window)
    assert page.print_button.text() == "In 2 thư đã chọn"
    page.queue.table.setFocus()
    press(page.queue.table, Qt.Key.Key_Space)
    assert (page.print_button.text(), page.queue.count.text()) == (
        "In 1 thư đã chọn",
        "1 trong 3 được chọn, Space chọn",
    )
    press(page.queue.table, Qt.Key.Key_Down)
    press(page.queue.table, Qt.Key.Key_Space)
    assert (page.print_button.text(), page.print_button.isEnabled()) == (said.PRINT_NONE, False)
    press(page.queue.table, Qt.Key.Key_Space)
    assert page.print_button.isEnabled()


def test_print_count_and_answer_by_keys_alone(window: MainWindow, printers: FilePrinters, qtbot: QtBot) -> None:
    page = page_of(window)
    ctrl(window, Qt.Key.Key_P, qtbot)
    assert printers.sheets() == 2
    assert page.bar.isVisible()
    assert page.bar.banner.title.text() == "Máy in đã nhận 2 thư. Trên bàn đã đủ 2 tờ chưa?"
    assert page.model.table.printed_today() == ()
    assert not page.print_button.isEnabled()
    press(window, Qt.Key.Key_Return)
    assert page.bar.isVisible(), "Enter alone never claims that all sheets are there"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_1)
    settle(window, qtbot)
    assert not page.bar.isVisible()
    assert len(page.model.table.printed_today()) == 2
    assert page.queue.today_title.text() == "Đã in hôm nay · 2 thư"


def test_no_sheet_leaves_the_letters_waiting(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    ctrl(window, Qt.Key.Key_P, qtbot)
    assert len(page.model.rows) == 1
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_3)
    settle(window, qtbot)
    assert (len(page.model.rows), page.print_button.text()) == (3, "In 2 thư đã chọn")
    assert page.model.table.printed_today() == ()


def test_only_the_second_sheet_is_printed_again(window: MainWindow, printers: FilePrinters, qtbot: QtBot) -> None:
    page = page_of(window)
    ctrl(window, Qt.Key.Key_P, qtbot)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_2)
    asked = window.findChild(MissingSheets)
    assert asked is not None
    press(asked.table, Qt.Key.Key_Down)
    press(asked.table, Qt.Key.Key_Space)
    press(asked.table, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert (printers.jobs, printers.sheets()) == (2, 1)
    assert page.bar.banner.title.text() == "Máy in đã nhận lại 1 tờ. Trên bàn đã đủ 2 tờ chưa?"
    assert page.model.table.printed_today() == ()


def test_a_missing_printer_is_told_and_the_letters_stay(
    window: MainWindow, printers: FilePrinters, qtbot: QtBot
) -> None:
    printers.gone = True
    ctrl(window, Qt.Key.Key_P, qtbot)
    text = "Chưa thấy máy in Canon LBP2900. Bật máy in, kiểm tra dây, rồi In lại. Thư vẫn nằm trong hàng chờ."
    assert window.asker.asked == [("Chưa in được", text)]  # type: ignore[attr-defined]
    assert not page_of(window).bar.isVisible()
    assert page_of(window).print_button.text() == "In 2 thư đã chọn"


def test_a_pc_without_printers_says_what_can_be_done(window: MainWindow, printers: FilePrinters, qtbot: QtBot) -> None:
    printers.listed = ()
    page_of(window).refresh()
    settle(window, qtbot)
    ctrl(window, Qt.Key.Key_P, qtbot)
    assert window.asker.asked == [(said.TROUBLE_TITLE, said.NO_PRINTER_AT_ALL)]  # type: ignore[attr-defined]
    assert page_of(window).save_button.isEnabled()


def test_an_empty_queue_says_how_letters_come(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    page = page_of(window)
    for row in page.model.rows:
        desk.register.void(row.covers[0], "ghi thử")
    page.refresh()
    settle(window, qtbot)
    assert page.queue.empty.isVisible()
    assert not page.queue.table.isVisible()
    assert not page.print_button.isEnabled()
    assert page.view.picture.image() is None


def test_the_sheets_can_be_saved_and_nothing_is_called_printed(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.asker.answers = [tmp_path / "thư.pdf"]  # type: ignore[attr-defined]
    ctrl(window, Qt.Key.Key_S, qtbot)
    document = pypdfium2.PdfDocument(tmp_path / "thư.pdf")
    assert len(document) == 2
    document.close()
    assert page_of(window).model.table.printed_today() == ()


def test_a_held_letter_says_why_and_opens_with_a_reason(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    page.queue.table.setFocus()
    for _ in range(2):
        press(page.queue.table, Qt.Key.Key_Down)
    settle(window, qtbot)
    assert page.view.stop.text.text() == "Người mất chưa đủ 18 tuổi"
    window.asker.answers = ["gia đình đồng ý"]  # type: ignore[attr-defined]
    page.view.open_held.setFocus()
    press(page.view.open_held, Qt.Key.Key_Space)
    settle(window, qtbot)
    assert page.print_button.text() == "In 3 thư đã chọn"


def test_the_book_says_how_letters_were_handed_over(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    page = page_of(window)
    ctrl(window, Qt.Key.Key_P, qtbot)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_1)
    settle(window, qtbot)
    ctrl(window, Qt.Key.Key_H, qtbot)
    book = page.findChild(PrintedBook)
    assert not book.deliver.isEnabled()
    press(book.table, Qt.Key.Key_Space)
    assert book.deliver.text() == "Ghi đã trao 1 thư"
    press(book, Qt.Key.Key_Return)
    choice = book.findChild(Choices)
    QTest.keyClick(choice, Qt.Key.Key_2)
    press(choice, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert desk.reports.report("2026-11").reactions["none"] == 1
    assert [row.delivered for row in page.model.table.book()].count("20/11/2026, trao tại nhà") == 1


def test_a_reprint_asks_for_its_reason_and_counts_again(
    window: MainWindow, printers: FilePrinters, qtbot: QtBot
) -> None:
    page = page_of(window)
    ctrl(window, Qt.Key.Key_P, qtbot)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_1)
    settle(window, qtbot)
    ctrl(window, Qt.Key.Key_H, qtbot)
    book = page.findChild(PrintedBook)
    press(book.table, Qt.Key.Key_Space)
    press(book, Qt.Key.Key_P, CTRL)
    choice = book.findChild(Choices)
    press(choice, Qt.Key.Key_Return)
    assert printers.jobs == 1, "nothing is printed again without a reason"
    QTest.keyClick(choice, Qt.Key.Key_1)
    press(choice, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert (printers.jobs, printers.sheets()) == (2, 1)
    assert page.model.asked.reason == "kẹt giấy"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_1)
    settle(window, qtbot)
    assert {row.printed for row in page.model.table.book()} == {"20/11/2026, 1 tờ", "20/11/2026, 2 tờ"}


def test_what_the_form_sends_here_is_chosen_alone(window: MainWindow, qtbot: QtBot) -> None:
    second = page_of(window).model.rows[1]
    window.go("printing", registrations=second.covers)
    settle(window, qtbot)
    assert page_of(window).print_button.text() == "In 1 thư đã chọn"
    assert page_of(window).view.title.toolTip() == second.title


def test_a_sheet_with_rulers_stands_on_its_millimetre(window: MainWindow, printers: FilePrinters) -> None:
    how = page_of(window).how
    how.across.setValue(10)
    how.test.click()
    document = pypdfium2.PdfDocument(printers.paper())
    page = document[0]
    assert "cách mép giấy đúng 10 mm" in page.get_textpage().get_text_range()
    assert min(each.get_bounds()[0] for each in page.get_objects()) == pytest.approx(11 / 25.4 * 72, abs=0.9)
    document.close()
    assert page_of(window).model.table.printed_today() == ()


def test_an_offset_is_typed_as_people_write_it(window: MainWindow) -> None:
    how = page_of(window).how
    how.across.setFocus()
    how.across.selectAll()
    for key in (Qt.Key.Key_1, Qt.Key.Key_Comma, Qt.Key.Key_5):
        QTest.keyClick(how.across, key)
    how.down.setValue(-5)
    assert (how.setup().across, how.across.text(), how.down.text()) == (15, "ngang 1,5", "dọc -0,5")
