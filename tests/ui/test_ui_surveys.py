"""Khảo sát by keyboard alone: begin one, say where slips went, type them, close it; what is shown and what is not."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from file_printers import FilePrinters
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from window_kit import Window, press, type_text

from common.words import surveys as told
from common.words import surveys_page as said
from desk_app.services.survey_papers import paper
from desk_app.ui.surveys.typing_dialog import TypeSlips
from desk_app.ui.surveys.view import SurveysPage
from desk_app.ui.theme.look import wear

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: Window, tmp_path: Path, qtbot: QtBot) -> SurveysPage:
    made = SurveysPage(window.around(), FilePrinters(tmp_path))
    qtbot.addWidget(made)
    made.resize(1154, 670)
    made.show()
    made.arrive()
    made.refresh()
    return made


def over(page: SurveysPage) -> QDialog:
    return next(one for one in page.findChildren(QDialog) if one.isVisible())


def left(page: SurveysPage) -> None:
    """Dialogs that closed are gone before the next key."""
    QApplication.processEvents()


def place(page: SurveysPage, name: str, *counts: str) -> None:
    press(page, Qt.Key.Key_Insert)
    dialog = over(page)
    for text in (name, *counts):
        type_text(dialog, text)
        press(dialog, Qt.Key.Key_Return)
    left(page)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    told_there = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    document.close()
    return " ".join(told_there.split())


def slip(dialog: QDialog, digits: str, words: str = "") -> None:
    type_text(dialog, digits + words)
    press(dialog, Qt.Key.Key_Return)


def test_a_survey_is_begun_typed_and_closed_without_a_mouse(window: Window, page: SurveysPage) -> None:
    assert page.empty.isVisible()
    press(page, Qt.Key.Key_N, CTRL | SHIFT)
    dialog = over(page)
    press(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()  # without a name it stays
    type_text(dialog, "Lấy phiếu quý IV")
    press(dialog, Qt.Key.Key_Return, CTRL)
    left(page)
    assert (page.head.title.text(), page.empty.isVisible()) == ("Lấy phiếu quý IV", False)
    place(page, "Thôn Đông", "40", "6", "0")
    place(page, "Thôn Tây", "30", "2", "0")
    press(page, Qt.Key.Key_Y, CTRL)
    dialog = over(page)
    assert isinstance(dialog, TypeSlips)
    for _ in range(3):
        slip(dialog, "11211")
    slip(dialog, "20001", "Chờ lâu")
    slip(dialog, "3")
    slip(dialog, "3")
    press(dialog, Qt.Key.Key_F8)
    assert dialog.count.text() == "Thôn Đông: đã nhập 5 trong 6 phiếu đọc được."
    press(dialog, Qt.Key.Key_F6)
    slip(dialog, "1")
    press(dialog, Qt.Key.Key_Escape)
    left(page)
    shown = page.model.survey
    assert [(one.name, one.typed) for one in shown.places] == [("Thôn Đông", 5), ("Thôn Tây", 1)]
    assert shown.spread.by_score == {"3": 4, "2": 1, "1": 1}
    assert [(one.question.code, one.n) for one in shown.asked] == [
        *(("attitude", 3), ("time", 3), ("clarity", 3), ("cost", 4))
    ]
    assert shown.comments == ("Chờ lâu",)
    press(page, Qt.Key.Key_T, CTRL)
    assert page.model.survey.state == "running"  # asked first, the harmless answer leaves it
    window.asker.answers = [0]
    press(page, Qt.Key.Key_T, CTRL)
    assert (page.model.survey.state, window.counted) == ("closed", 1)
    assert not page.type.isVisible()
    window.asker.answers = ["Còn sót một phiếu"]
    press(page, Qt.Key.Key_B, CTRL)
    assert page.model.survey.state == "running"
    press(page, Qt.Key.Key_Escape)
    assert (page.model.shown, page.table.isVisible()) == (None, True)
    press(page, Qt.Key.Key_Return)
    assert page.model.survey.id == shown.id


def test_a_small_place_is_told_nowhere_not_on_the_page_nor_on_paper_nor_in_the_table(
    window: Window, page: SurveysPage, tmp_path: Path
) -> None:
    surveys = window.desk.surveys
    facts = {"name": "Quý IV", "kind": "regular", "by": "office", "respondents": "units", "question_set": "service-5/1"}
    id = surveys.begin(facts)
    for name, scores in (("Trạm y tế", "555441"), ("Trường học", "543"), ("Hợp tác xã", "5555544")):
        counts = {"handed": "20", "returned": str(len(scores))}
        at = surveys.add_place(id, {"name": name, **counts})
        for score in scores:
            surveys.type_slip(id, at, {"score": score})
    page.arrive(show=id)
    page.refresh()
    shares = [page.part.place_rows.columns[5].text(row) for row in page.part.place_rows.rows]
    assert shares == [told.NOT_TOLD, told.TOO_FEW, "100%"]
    assert page.part.pooled.isVisible()
    assert [n for _, n in page.part.bars.bars] == [9, 5, 1, 0, 1]
    window.asker.answers = [tmp_path / "k.xlsx"]
    press(page, Qt.Key.Key_S, CTRL)
    sheets = ZipFile(tmp_path / "k.xlsx")
    cells = sheets.read("xl/worksheets/sheet2.xml").decode()
    numbers = {column: re.findall(f'<c r="{column}[0-9]"><v>([0-9]+)</v>', cells) for column in "BCEF"}
    assert numbers == {"B": ["20"] * 3, "C": ["6", "3", "7"], "E": ["6", "3", "7"], "F": ["7"]}
    told_on_paper = text_of(paper(window.desk.seat, id, "result"))
    for row in (f"Trạm y tế 20 6 30% 0 6 {told.NOT_TOLD}", f"Trường học 20 3 15% 0 3 {told.TOO_FEW}"):
        assert row in told_on_paper
    slip = text_of(paper(window.desk.seat, id, "slips-a5", "Trạm y tế"))
    assert slip.count("Không cần ghi tên") == slip.count("Nơi phát: Trạm y tế") == 2
    assert "Trạm y tế" not in text_of(paper(window.desk.seat, id, "slips-a4"))


def test_words_begun_on_a_slip_are_not_lost_without_a_question(window: Window, page: SurveysPage) -> None:
    surveys = window.desk.surveys
    facts = {
        "name": "Quý IV",
        "kind": "regular",
        "by": "office",
        "respondents": "people",
        "question_set": "service-3/1",
    }
    id = surveys.begin(facts)
    page.arrive(show=id)
    page.refresh()
    press(page, Qt.Key.Key_Y, CTRL)
    assert page.state.text.text() == said.NO_PLACE_YET
    for what in ("slips-a5", "slips-a4", "list", "result"):
        assert paper(window.desk.seat, id, what).startswith(b"%PDF")  # before anything went out or came back
    surveys.add_place(id, {"name": "Thôn Đông"})
    page.refresh()
    press(page, Qt.Key.Key_Y, CTRL)
    dialog = over(page)
    type_text(dialog, "9")
    slip(dialog, "")
    assert dialog.trouble.text() == said.CHOOSE_FIRST
    type_text(dialog, "12")
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert window.asker.asked[-1] == (said.TYPING_TITLE, said.LEAVE_TEXT)
    window.asker.answers = [1]
    press(dialog, Qt.Key.Key_Escape)
    assert surveys.open(id).spread.n == 0


def test_beside_a_long_name_the_search_box_still_says_what_it_asks_for(page: SurveysPage, qapp: QApplication) -> None:
    wear(page)
    page.head.say(
        "Lấy phiếu về sự phục vụ của bộ phận một cửa, sáu tháng cuối năm",
        "Định kỳ, Mặt trận Tổ quốc tổ chức, đang nhập",
    )
    qapp.processEvents()
    box = page.head.search
    taken = box.textMargins().right() + 50  # the key cap; frame and lens with their gaps
    assert box.fontMetrics().horizontalAdvance(box.placeholderText()) <= box.width() - taken
