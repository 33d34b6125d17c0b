"""Giấy tờ in sẵn and Đi trao tại nhà, by keys: looked at, printed, kept, written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from file_printers import FilePrinters
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Answers, Window

from common.words import papers_page
from desk_app.domain.drafts import MarriageDraft
from desk_app.services import desk_papers
from desk_app.services.ceremonies import Ceremonies, Plan
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.ui.papers.view import PapersPage
from desk_app.ui.printing import printer
from desk_app.ui.round.view import RoundPage

from test_services_registering import entered  # isort: skip

CTRL = Qt.KeyboardModifier.ControlModifier
COUPLE = MarriageDraft(wife_name="Lê Thị Mơ", husband_born="12/05/1996", registered_on="18/11/2026")


@pytest.fixture
def printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FilePrinters:
    monkeypatch.setattr(printer, "FINEST", 96)
    monkeypatch.setattr(printer, "COARSEST", 96)
    made = FilePrinters(tmp_path)
    made.listed = ("Canon LBP2900",)
    return made


@pytest.fixture
def papers(window: Window, printers: FilePrinters, qtbot: QtBot) -> PapersPage:
    window.asker = Answers()
    return shown(PapersPage(window.around(), printers), window, qtbot)  # type: ignore[no-any-return]


def shown(page: Any, window: Window, qtbot: QtBot) -> Any:
    qtbot.addWidget(page)
    page.resize(1100, 640)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.arrive()
    page.refresh()
    qtbot.waitUntil(lambda: not window.jobs._open)
    return page


def key(page: QWidget, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    front = QApplication.activeModalWidget() or page
    QTest.keyClick(front.focusWidget() or front, pressed, held)


def married(desk: Desk, man: str, hamlet: str = "") -> int:
    return entered(desk.register.enter(replace(COUPLE, husband_name=man, hamlet=hamlet))).id


def test_every_paper_is_seen_as_it_prints_and_goes_to_the_printer(
    papers: PapersPage, window: Window, printers: FilePrinters, qtbot: QtBot
) -> None:
    seen = []
    for number, row in enumerate(papers.model.rows):
        papers.table.selectRow(number)
        qtbot.waitUntil(lambda: not window.jobs._open)
        image = papers.sheet.image()
        assert image is not None, row.id
        seen.append((row.id, image.width() > image.height()))
    assert seen == [(id, id == "envelopes") for id in papers_page.PAPERS]
    papers.table.selectRow(0)
    papers.table.setFocus()
    key(papers, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: not window.jobs._open)
    assert printers.sheets() == 1


def test_names_are_those_of_the_next_ceremony_and_of_none_when_asked(
    papers: PapersPage, window: Window, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    days = Ceremonies(desk.seat)
    married(desk, "Trần Văn An")
    days.put_in(days.make(Plan(date(2026, 11, 21), "8:00")), [one.place for one in days.offers()])
    papers.arrive()
    papers.table.selectRow(4)
    assert "21/11/2026" in papers.note.text()
    for file, name in (("a.pdf", True), ("b.pdf", False)):
        window.asker.answers = [tmp_path / file]
        key(papers, Qt.Key.Key_S, CTRL)
        qtbot.waitUntil(lambda: not window.jobs._open)
        with pypdfium2.PdfDocument(tmp_path / file) as document:
            assert ("Trần Văn An" in document[0].get_textpage().get_text_range()) is name
        window.asker.answers = ["Tờ trống, điền tay"]
        key(papers, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: not window.jobs._open)


def test_what_is_typed_for_the_wall_is_kept_by_quarter(
    papers: PapersPage, window: Window, desk: Desk, qtbot: QtBot
) -> None:
    papers.table.selectRow(1)
    heard, done = papers.lines.fields[0]
    heard.setText("Chờ lâu")
    done.setText("Mở thêm quầy")
    done.editingFinished.emit()
    assert desk_papers.board_lines(desk.seat, "2026-Q4")[0] == ("Chờ lâu", "Mở thêm quầy")
    key(papers, Qt.Key.Key_F6)
    assert papers.lines.lines()[0] == ("", "")
    heard.setText("Ghế cứng")
    assert papers.may_leave()
    assert desk_papers.board_lines(desk.seat, "2026-Q3")[0] == ("Ghế cứng", "")
    qtbot.waitUntil(lambda: not window.jobs._open)


def test_a_round_is_printed_and_written_down_without_who_was_not_there(
    window: Window, desk: Desk, printers: FilePrinters, qtbot: QtBot
) -> None:
    for man, hamlet in (("Trần Văn An", "thôn Đông"), ("Trần Văn Bình", "thôn Đông"), ("Trần Văn Cường", "thôn Hạ")):
        done = desk.letters.prepare([married(desk, man, hamlet)], Wish())
        assert isinstance(done, Prepared)
        desk.letters.printed([done.letter])
    page = shown(RoundPage(window.around(), printers), window, qtbot)
    assert page.handed.text() == "Ghi đã trao 3 thư"
    key(page, Qt.Key.Key_Space)
    key(page, Qt.Key.Key_P, CTRL)
    key(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.jobs._open)
    assert printers.sheets() == 2
    key(page, Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    key(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.jobs._open)
    with pypdfium2.PdfDocument(printers.paper()) as envelopes:
        assert [round(side / 72 * 25.4) for side in envelopes[1].get_size()] == [229, 162]
    key(page, Qt.Key.Key_T, CTRL)
    key(page, Qt.Key.Key_2)
    key(page, Qt.Key.Key_Return)
    assert desk.reports.report("2026-11").reactions == {"good": 2, "bad": 0, "none": 0}
    assert [row.stop.to.name for row in page.model.rows()] == ["Trần Văn An"]
    assert window.counted == 1
