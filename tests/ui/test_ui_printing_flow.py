"""The printing table through a day: from the form to paper, a print that is stopped, a question left open overnight."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pypdfium2
import pytest
from clipped import clipped
from file_printers import FilePrinters
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot
from test_ui_printing import Typing, ctrl, settle
from window_kit import Clock, Window, make_folder, open_copy, press

from common.words import printing as said
from desk_app import paths
from desk_app.services.delivery import Given
from desk_app.services.desk import Desk
from desk_app.services.trouble import Mistake, Trouble
from desk_app.ui.find.view import FindPage
from desk_app.ui.form.form_page import FormPage
from desk_app.ui.jobs import Jobs
from desk_app.ui.printing.book import PrintedBook
from desk_app.ui.printing.model import Wanted
from desk_app.ui.printing.view import PrintingPage
from desk_app.ui.settings.view import SettingsPage
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress
from tools.pretend_office import PretendOffice

from test_services_letters import DEATH  # isort: skip
from test_services_registering import BIRTH, entered  # isort: skip

LONGEST = "H'Blươn Mlô Duôn Du Niê Kđăm Phúc An Khang Thịnh Vượng Ênuôl"
Open = Callable[[Desk], MainWindow]


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = open_copy(made, tmp_path / "quầy", Clock())
    entered(opened.register.enter(BIRTH))
    entered(opened.register.enter(DEATH))
    yield opened
    opened.close()


@pytest.fixture
def printers(tmp_path: Path) -> FilePrinters:
    return FilePrinters(tmp_path)


@pytest.fixture
def open_window(printers: FilePrinters, qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """Opens windows with the pages that a letter comes from and leads to."""
    dress(qapp, paths.resources())
    opened: list[MainWindow] = []

    def show(desk: Desk) -> MainWindow:
        pages = {
            "printing": lambda around: PrintingPage(around, printers),
            "form": FormPage,
            "find": FindPage,
            "settings": SettingsPage,
        }
        window = MainWindow(desk, Typing(), Jobs(), pages)
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(1366, 728)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        settle(window, qtbot)
        return window

    yield show
    for window in opened:
        window.jobs.close()


def page_of(window: MainWindow) -> Any:
    return window.page()


def raster(path: Path) -> list[bytes]:
    document = pypdfium2.PdfDocument(path)
    pages = [bytes(page.render(scale=300 / 72, grayscale=True).buffer) for page in document]
    document.close()
    return pages


def test_saving_and_printing_one_letter_takes_two_actions(
    open_window: Open, desk: Desk, printers: FilePrinters, qtbot: QtBot
) -> None:
    window = open_window(desk)
    window.go("form", event="birth")
    form = page_of(window).form
    for field in ("child_name", "born", "sex", "mother_name", "mother_born", "father_name", "father_born"):
        form.model.write(field, getattr(replace(BIRTH, child_name="Lê Gia Hân", born="02/11/2026"), field))
    ctrl(window, Qt.Key.Key_P, qtbot)
    qtbot.waitUntil(lambda: window.front() == "printing")
    page = page_of(window)
    settle(window, qtbot)
    assert (page.view.title.toolTip(), page.print_button.text()) == ("Lê Gia Hân", "In 1 thư đã chọn")
    assert page.view.picture.image() is not None
    assert window.focusWidget() is page.queue.table
    ctrl(window, Qt.Key.Key_P, qtbot)
    assert printers.sheets() == 1
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_1)
    settle(window, qtbot)
    assert [row.title for row in page.model.today] == ["Lê Gia Hân"]
    assert page.print_button.text() == "In 2 thư đã chọn", "the rest of the queue is chosen again"


def test_the_keys_belong_to_the_letters_at_once(open_window: Open, desk: Desk, qtbot: QtBot) -> None:
    window = open_window(desk)
    window.go("find")
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    settle(window, qtbot)
    assert window.focusWidget() is page_of(window).queue.table
    press(window, Qt.Key.Key_Down)
    settle(window, qtbot)
    assert page_of(window).view.place.text() == "thư 2 trong 2"


def test_walking_down_a_long_list_draws_only_where_it_stops(
    open_window: Open, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Lê Gia Hân", "Lê Gia Bảo", "Lê Gia Khang", "Lê Gia Linh"):
        entered(desk.register.enter(replace(BIRTH, child_name=name, mother_name=f"Mẹ {name}")))
    window = open_window(desk)
    page, drawn = page_of(window), []
    real = page.model.sheet
    monkeypatch.setattr(page.model, "sheet", lambda row, ink: drawn.append(row.title) or real(row, ink))
    for _ in range(5):
        press(page.queue.table, Qt.Key.Key_Down)
    assert not window.jobs.busy, "no dialog comes between the clerk and the list"
    settle(window, qtbot)
    assert (len(drawn) <= 2, drawn[-1]) == (True, page.view.title.toolTip())


def test_an_empty_table_shows_paper_and_opens_the_list_of_new_entries(
    open_window: Open, desk: Desk, qtbot: QtBot
) -> None:
    for id in (1, 2):
        desk.register.void(id, "ghi thử")
    window = open_window(desk)
    page = page_of(window)
    assert page.model.rows == ()
    assert page.view.blank.isVisible()
    assert not page.view.zoom.isVisible()
    assert window.focusWidget() is page.queue.new_button
    press(window, Qt.Key.Key_Return)
    assert window.new_menu.isVisible()
    window.new_menu.hide()


def test_a_print_can_be_stopped_in_the_middle_and_every_letter_stays(
    open_window: Open, desk: Desk, printers: FilePrinters, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(desk)
    second, go_on = Event(), Event()

    class Slow(QPrinter):
        def newPage(self) -> bool:
            second.set()
            return go_on.wait(20) and super().newPage()

    def slow(name: str) -> QPrinter:
        printer = Slow(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(printers.folder / "dở.pdf"))
        return printer

    monkeypatch.setattr(printers, "open", slow)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: second.is_set() and _progress() is not None, timeout=10_000)
    press(_progress(), Qt.Key.Key_Escape)
    go_on.set()
    settle(window, qtbot)
    assert window.asker.asked == [(said.TROUBLE_TITLE, said.STOPPED)]  # type: ignore[attr-defined]
    page = page_of(window)
    assert (page.bar.isVisible(), page.print_button.text()) == (False, "In 2 thư đã chọn")
    assert page.model.table.printed_today() == ()


def _progress() -> Any:
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QProgressDialog) and each.isVisible()]
    return shown[0] if shown else None


def test_a_question_left_open_is_asked_again_after_a_restart(
    open_window: Open, desk: Desk, printers: FilePrinters, qtbot: QtBot
) -> None:
    window = open_window(desk)
    ctrl(window, Qt.Key.Key_P, qtbot)
    assert page_of(window).bar.isVisible()
    window.close()
    again = open_window(desk)
    page = page_of(again)
    assert page.bar.banner.title.text() == said.ASK_EARLY.format(count=2, sheets=2)
    assert (page.model.rows, page.model.table.printed_today()) == ((), ())
    QTest.keyClick(again.focusWidget(), Qt.Key.Key_1)
    settle(again, qtbot)
    assert len(page.model.today) == 2
    again.close()
    assert not page_of(open_window(desk)).bar.isVisible(), "once answered it is never asked again"


def test_a_full_disk_at_the_count_is_told_and_the_question_stands(
    open_window: Open, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(desk)
    ctrl(window, Qt.Key.Key_P, qtbot)

    def full(*_: object) -> None:
        raise Trouble("disk-full", {"free": "0"})

    monkeypatch.setattr(type(page_of(window).model.table), "printed_each", full)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_1)
    settle(window, qtbot)
    assert len(window.asker.asked) == 1  # type: ignore[attr-defined]
    assert page_of(window).bar.isVisible()
    monkeypatch.undo()
    QTest.keyClick(page_of(window).bar.banner, Qt.Key.Key_1)
    settle(window, qtbot)
    assert len(page_of(window).model.today) == 2


def test_a_letter_taken_back_meanwhile_is_not_asked_about(
    open_window: Open, desk: Desk, printers: FilePrinters, qtbot: QtBot
) -> None:
    window = open_window(desk)
    ctrl(window, Qt.Key.Key_P, qtbot)
    window.close()
    desk.register.void(1, "ghi thử")
    again = open_window(desk)
    assert page_of(again).bar.banner.title.text() == said.ASK_EARLY.format(count=1, sheets=1)


def test_ctrl_p_while_sheets_are_asked_about_prints_nothing_more(
    open_window: Open, desk: Desk, printers: FilePrinters, qtbot: QtBot
) -> None:
    window = open_window(desk)
    page = page_of(window)
    press(page.queue.table, Qt.Key.Key_Space)
    ctrl(window, Qt.Key.Key_P, qtbot)
    page.queue.table.setFocus()
    ctrl(window, Qt.Key.Key_P, qtbot)
    assert (printers.jobs, window.focusWidget()) == (1, page.bar.banner)
    page.queue.table.setFocus()
    QTest.keyClick(page.queue.table, Qt.Key.Key_3)
    settle(window, qtbot)
    assert not page.bar.isVisible(), "the digits answer from the list as well"


def test_a_reprint_from_the_book_is_equal_to_the_pixel(
    open_window: Open, desk: Desk, printers: FilePrinters, qtbot: QtBot
) -> None:
    window = open_window(desk)
    press(page_of(window).queue.table, Qt.Key.Key_Space)
    ctrl(window, Qt.Key.Key_P, qtbot)
    first = raster(printers.paper())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_1)
    settle(window, qtbot)
    letters = tuple(row.letter for row in page_of(window).model.today)
    page_of(window).acts.print_again(letters, "mờ")
    settle(window, qtbot)
    assert printers.jobs == 2
    assert raster(printers.paper()) == first
    assert page_of(window).model.asked.reason == "mờ"


def test_a_letter_that_was_never_printed_cannot_be_printed_again(
    open_window: Open, desk: Desk, printers: FilePrinters, qtbot: QtBot
) -> None:
    model = page_of(open_window(desk)).model
    letters = model.table.prepare(model.rows).letters
    with pytest.raises(Mistake) as caught:
        model.send(
            Wanted("Canon LBP2900", model.setup_of("Canon LBP2900"), letters=letters, reason="mờ"), lambda *_: None
        )
    assert (caught.value.code, printers.jobs) == ("letter-never-printed", 0)


def test_a_letter_without_a_signer_leads_to_the_settings(open_window: Open, tmp_path: Path, qtbot: QtBot) -> None:
    bare = open_copy(make_bare(tmp_path / "trống"), tmp_path / "quầy trống", Clock())
    entered(bare.register.enter(BIRTH))
    window = open_window(bare)
    page = page_of(window)
    assert "người ký" in page.view.stop.text.text()
    assert page.view.to_settings.isVisible()
    assert page.view.to_settings.key() == "Alt+8"
    page.view.to_settings.setFocus()
    press(window, Qt.Key.Key_Return)
    assert window.front() == "settings"
    window.jobs.close()
    bare.close()


def make_bare(folder: Path) -> Path:
    return make_folder(folder, leader="")


def test_f2_opens_the_record_behind_the_sheet(open_window: Open, desk: Desk, qtbot: QtBot) -> None:
    window = open_window(desk)
    QTest.keyClick(window, Qt.Key.Key_F2)
    settle(window, qtbot)
    assert window.front() == "find"


def test_a_sheet_with_a_code_says_that_it_reads_back(
    open_window: Open, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.district.enrol(PretendOffice(tmp_path).enrol(desk))
    window = open_window(desk)
    page = page_of(window)
    assert page.view.good.text.text().endswith(said.CODES["later"])
    page.model.table.prepare(page.model.rows[:1])
    page.refresh()
    settle(window, qtbot)
    assert page.view.good.text.text().endswith("Mã QR đọc thử được.")


def test_the_book_shows_what_was_printed_today_and_what_is_not_handed_over(
    open_window: Open, desk: Desk, qtbot: QtBot
) -> None:
    window = open_window(desk)
    ctrl(window, Qt.Key.Key_P, qtbot)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_1)
    settle(window, qtbot)
    page = page_of(window)
    page.acts.delivered((page.model.today[0].letter,), Given("home", "good"))
    ctrl(window, Qt.Key.Key_H, qtbot)
    book = page.findChild(PrintedBook)
    assert [part.text() for part in book.parts] == ["Tất cả · 2", "In hôm nay · 2", "Chưa trao · 1"]
    QTest.keyClick(book.table, Qt.Key.Key_3)
    assert [row.delivered for row in book.model.rows] == [""]


EVERY = ((130, 1366, 728), (100, 910, 485), (100, 1366, 728), (115, 1366, 728), (100, 1092, 582))
SIZES = EVERY if os.environ.get("ENDURE") else EVERY[:2]
"""The suite looks at those with the least room."""


def test_nothing_is_cut_in_a_small_window_or_with_large_type(
    desk: Desk, printers: FilePrinters, qapp: QApplication, qtbot: QtBot
) -> None:
    entered(desk.register.enter(replace(BIRTH, child_name=LONGEST, mother_name=LONGEST)))
    entered(desk.register.enter(replace(BIRTH, child_name=LONGEST, mother_name=BIRTH.father_name)))
    around = Window(desk, Typing()).around()
    dress(qapp, paths.resources())
    asked = PrintingPage(around, printers)
    qtbot.addWidget(asked)
    asked.refresh()
    asked.model.tick(asked.model.rows[-1], False)
    asked.act("print")
    qtbot.waitUntil(lambda: asked.model.asked is not None, timeout=20_000)
    seen = {}
    for percent, wide, tall in SIZES:
        dress(qapp, paths.resources(), percent)
        page = PrintingPage(around, printers)
        qtbot.addWidget(page)
        page.resize(wide - 212 * percent // 100, tall - 58 * percent // 100)
        page.show()
        page.arrive()
        page.refresh()
        qtbot.waitUntil(lambda page=page: not page.drawing and page.bar.isVisible(), timeout=20_000)
        qtbot.waitUntil(lambda page=page: clipped(page) == [], timeout=3_000)
        seen[percent, wide] = clipped(page) + both_sides(page, qapp)
        assert page.minimumSizeHint().width() <= wide - 212 * percent // 100
        page.hide()
    around.jobs.close()
    dress(qapp, paths.resources())
    assert [(size, cut) for size, cut in seen.items() if cut] == []


def both_sides(page: PrintingPage, qapp: QApplication) -> list[str]:
    if not page.sides.narrow:
        return []
    page.act("how-to-print")
    assert page.how.isVisible()
    qapp.processEvents()
    return clipped(page)
