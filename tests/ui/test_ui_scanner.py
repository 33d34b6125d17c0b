"""Thử máy quét: what a scanner sends is told step by step, and nothing of it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from file_printers import FilePrinters
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from window_kit import Clock, Window, open_copy, press

from common.words import scanner as said
from desk_app.domain.scan_keys import MEDDLED
from desk_app.letters.raster import pixels
from desk_app.services.desk import Desk
from desk_app.services.papers import scan_sheet
from desk_app.ui.scanner.reading import Key, steps
from desk_app.ui.scanner.view import ScannerPage

CARD = "052199000002||Trần Thị Thử|05111999|Nữ|Tổ 3, Xã Xuân Định, Tỉnh Đồng Nai|20062024"
OLD, NEW = said.SPECIMENS


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def desk(made, tmp_path_factory, clock):
    opened = open_copy(made, tmp_path_factory.mktemp("scanner") / "quầy", clock)
    yield opened
    opened.close()


@pytest.fixture
def page(window: Window, tmp_path: Path, qtbot: QtBot) -> ScannerPage:
    made = ScannerPage(window.around(), FilePrinters(tmp_path))
    qtbot.addWidget(made)
    made.resize(1154, 670)
    made.show()
    made.arrive()
    made.refresh()
    return made


def typed(text: str, every: int = 4) -> tuple[Key, ...]:
    return tuple(Key(letter, at * every) for at, letter in enumerate(text))


def told(desk: Desk, text: str, every: int = 4) -> dict[str, tuple[str, str]]:
    return {step.name: (step.tone, step.words) for step in steps(desk.seat, typed(text, every))}


def send(page: ScannerPage, text: str) -> None:
    ends = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
    for letter in text:
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            QApplication.sendEvent(
                page.pad, QKeyEvent(kind, ends.get(letter, 0), Qt.KeyboardModifier.NoModifier, letter)
            )


def shown(page: ScannerPage) -> str:
    labels = [label for label in page.findChildren(QLabel) if label.objectName().startswith("step:")]
    return " ".join(label.text() for label in labels)


@pytest.mark.parametrize(
    ("text", "name", "tone", "words"),
    [
        (f"{CARD}\n", "speed", "sen", f"{len(CARD) + 1} phím, mỗi phím 4 ms, chỗ ngừng lâu nhất 4 ms."),
        (f"{CARD}\n", "end", "sen", "Enter, đúng như nên đặt."),
        (f"{CARD}\n\n", "end", "hoe", "Enter hai lần"),
        (f"{CARD}\t", "end", "hoe", "Tab."),
        (CARD, "end", "hoe", "Không có."),
        (f"{CARD}\n", "keyboard", "sen", "Bàn phím tiếng Anh"),
        (NEW.replace("Ksor", "Kso\bỏ"), "keyboard", "hoe", "UniKey đã đổi mấy chữ"),
        (f"{CARD}{MEDDLED}", "keyboard", "son", "UniKey đã chen vào"),
        (CARD.swapcase(), "keyboard", "hoe", "Caps Lock đang bật"),
        (f"{CARD}\n", "divided", "sen", "Dấu | giữ nguyên"),
        (CARD.replace("|", "~"), "divided", "hoe", "Máy quét gửi dấu ngăn khác"),
        (CARD.replace("||", "|"), "divided", "hoe", "bỏ mất ô trống"),
        (f"{CARD}\n", "marks", "sen", "Còn nguyên."),
        (OLD, "marks", "sen", "Từng chữ khớp với tờ thử."),
        (OLD.replace("Đặng", "Đăng"), "marks", "son", "Khác với tờ thử: tên."),
        (OLD.encode("ascii", "replace").decode(), "marks", "son", "Khác với tờ thử: tên, nơi thường trú, giới tính"),
        (CARD.encode().decode("latin-1"), "marks", "hoe", "đã đọc lại đúng"),
        ("052199000002\n", "marks", "", "Mã vạch chỉ có số"),
        (OLD, "card", "", "Thẻ gắn chip (mẫu từ 2021), mã ở mặt trước. Đây là mã mẫu trên tờ thử."),
        (NEW, "card", "", "Thẻ căn cước (mẫu từ 07/2024)"),
        ("052199000002\n", "card", "", "Mã vạch của thẻ cũ"),
        ("SPXVN0123456789\n", "card", "son", "Mã này không phải mã trên thẻ căn cước"),
        ("SPXVN0123456789\n", "filled", "", "Không điền ô nào."),
        (f"{CARD}\n", "do", "", "Không phải đặt lại gì."),
        (f"{CARD.replace('|', '~')}\t", "do", "", "suffix) là Enter. Bấm phím Windows"),
        (OLD.encode("ascii", "replace").decode() + "\n", "do", "", "Unicode hoặc UTF-8."),
    ],
)
def test_each_step_says_in_plain_words_what_came_and_what_to_set(desk, text, name, tone, words):
    step = told(desk, text)[name]
    assert step[0] == tone
    assert words in step[1]


def test_a_slow_scanner_is_told_with_its_pauses(desk):
    found = told(desk, f"{CARD}\n", every=80)
    assert found["speed"][0] == "hoe"
    assert "mỗi phím 80 ms" in found["speed"][1]
    assert "inter-character delay" in found["do"][1]


def test_what_would_be_filled_masks_the_number(desk):
    words = told(desk, f"{CARD}\n")["filled"][1]
    assert words.startswith("Trần Thị Thử, 0521••••0002, 05/11/1999, nữ, Tổ 3")
    assert "052199000002" not in str(told(desk, f"{CARD}\n"))


def test_a_scan_by_keys_is_shown_and_forgotten_when_the_page_is_left(page: ScannerPage, window: Window) -> None:
    send(page, f"{NEW}\r\t")
    assert page.pad.state.text() == said.LISTENING
    page.pad._ended()
    assert "H'Thử Ksor Mẫu, 0012••••0003" in shown(page)
    assert page.pad._keys == []
    page.hide()
    assert (page.steps, shown(page).strip()) == ((), "")
    assert window.went == []


def test_a_scan_that_nobody_waited_for_is_gone_with_the_page(page: ScannerPage) -> None:
    send(page, CARD)
    page.hide()
    assert page.pad._keys == []
    assert not page.pad._silence.isActive()


def test_silence_ends_a_scan(page: ScannerPage, qtbot: QtBot) -> None:
    page.pad._silence.setInterval(1)
    with qtbot.waitSignal(page.pad.heard):
        send(page, f"{OLD}\r")
    assert page.again.isEnabled()
    press(page.pad, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert page.steps == ()


def test_an_input_method_and_alt_codes_land_on_the_pad_too(page: ScannerPage) -> None:
    send(page, CARD[:20])
    composed = QInputMethodEvent()
    composed.setCommitString("Thị")
    QApplication.sendEvent(page.pad, composed)
    alt = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier, "")
    alt.ignore()
    QApplication.sendEvent(page.pad, alt)
    assert alt.isAccepted()
    page.pad._ended()
    assert "UniKey đã chen vào" in shown(page)


def test_the_sheet_is_one_page_whose_codes_read_as_the_specimens(desk):
    page = pixels(scan_sheet(desk.seat), 0, 200)
    image = Image.frombytes("L", (page.width, page.height), bytes(page.pixels))
    read = zxingcpp.read_barcodes(image)
    assert {one.text for one in read} == set(said.SPECIMENS)


def test_the_sheet_is_printed_by_its_key(page: ScannerPage, window: Window, qtbot: QtBot) -> None:
    window.asker.answers = ["Canon LBP2900"]
    press(page.pad, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    printers = page._printery
    assert isinstance(printers, FilePrinters)
    qtbot.waitUntil(lambda: not window.jobs.busy and printers.jobs == 1)
    assert printers.sheets() == 1
