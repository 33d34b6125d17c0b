"""The month end by keys: contents, writing, receipt, troubles, exchange of keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_kit import Window, press, type_text

from common.names import fold
from common.words import month as said
from common.words import month_changing as changing
from desk_app.services.desk import Desk
from desk_app.ui.month.view import MonthPage
from tools.pretend_office import PretendOffice

from test_services_registering import BIRTH, entered  # isort: skip

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> PretendOffice:
    above = PretendOffice(tmp_path)
    desk.district.enrol(above.enrol(desk))
    return above


def shown(window: Window, qtbot: QtBot) -> MonthPage:
    page = MonthPage(window.around())
    qtbot.addWidget(page)
    page.resize(1154, 640)
    page.show()
    page.refresh()
    return page


def test_enter_writes_the_bundle_where_the_clerk_says_and_shows_six_words(
    window: Window, office: PretendOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    entered(window.desk.register.enter(BIRTH))
    page = shown(window, qtbot)
    assert page.head.title.text() == "Gói tháng 11/2026"
    assert said.AGREES in page.contents.sum.text.text()
    stick = tmp_path / "usb"
    stick.mkdir()
    window.asker.answers = [stick]
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.shown() is page.result)
    (bundle,) = stick.glob("GOI-*.mctt")
    assert bundle.name in page.result.file.text()
    tie = window.desk.district.tie()
    assert tie is not None
    assert page.result.tiles.words == tie.words().words
    assert window.counted == 1
    second = tmp_path / "usb 2"
    second.mkdir()
    window.asker.answers = [second]
    press(page, Qt.Key.Key_S, CTRL | SHIFT)
    qtbot.waitUntil(lambda: (second / bundle.name).exists() and bool(page.result.told.text()))
    press(page, Qt.Key.Key_Escape)
    assert page.shown() is page.contents


def test_a_stick_that_is_gone_is_told_in_a_sentence_and_nothing_is_lost(
    window: Window, office: PretendOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    entered(window.desk.register.enter(BIRTH))
    page = shown(window, qtbot)
    blocked = tmp_path / "usb"
    blocked.write_text("a file in the place of the stick", encoding="utf-8")
    window.asker.answers = [blocked]
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(page.trouble.isVisible)
    assert page.trouble.title.text() == "Máy không cho ghi vào USB này"
    assert "chưa ghi xong" in page.contents.since.text()
    blocked.unlink()
    blocked.mkdir()
    window.asker.answers = [blocked]
    page.write.click()
    qtbot.waitUntil(lambda: page.shown() is page.result)
    assert len(list(blocked.iterdir())) == 1


def test_a_receipt_by_file_tells_what_was_taken_and_what_was_laid_aside(
    window: Window, office: PretendOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    from exchange.documents import SetAside

    entered(window.desk.register.enter(BIRTH))
    (bundle,) = window.desk.month.close(tmp_path / "usb")
    opened = office.opened(bundle.path.read_bytes())
    receipt = office.receipt(opened, set_aside=(SetAside(bundle.head, "figure-value"),))
    page = shown(window, qtbot)
    window.asker.answers = [receipt]
    press(page, Qt.Key.Key_I, CTRL)
    qtbot.waitUntil(lambda: page.shown() is page.receipt)
    assert page.receipt.banner.title.text() == "Đã nhận biên nhận số 1"
    line = page.receipt.model.index(0, 2)
    assert (page.receipt.model.index(0, 1).data(), line.data()) == ("20/11/2026", "Khai sinh, đăng ký")
    press(page, Qt.Key.Key_Escape)
    assert page.trouble.isVisible()
    assert not page.write.isEnabled()
    press(page, Qt.Key.Key_B, CTRL | SHIFT)
    assert page.sent.model.rowCount() == 1
    assert page.sent.model.index(0, 5).data() == "biên nhận số 1, 20/11/2026"


def test_a_file_that_is_no_receipt_is_refused_in_a_sentence(
    window: Window, office: PretendOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(window, qtbot)
    (tmp_path / "thư.mctt").write_text("không phải biên nhận", encoding="utf-8")
    window.asker.answers = [tmp_path / "thư.mctt"]
    press(page, Qt.Key.Key_I, CTRL)
    qtbot.waitUntil(page.trouble.isVisible)
    assert "không phải biên nhận" in page.trouble.text.text()


def test_keys_are_exchanged_with_the_keyboard_and_six_words_typed_without_marks(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(window, qtbot)
    assert not page.write.isEnabled()
    press(page, Qt.Key.Key_T, CTRL | SHIFT)
    assert page.shown() is page.keys
    stick = tmp_path / "usb"
    stick.mkdir()
    window.asker.answers = [stick]
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.said))
    assert list(stick.glob("THE-*.mctt"))
    window.asker.answers = [PretendOffice(tmp_path).enrol(window.desk)]
    press(page, Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(page.keys.heard.isVisible)
    words = page.keys.tiles.words
    type_text(page, "sen sen sen sen sen sen")
    press(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.keys.wrong.isVisible)
    page.keys.heard.clear()
    type_text(page, " ".join(fold(word) for word in words))
    press(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.desk.district.tie() is not None and not window.jobs.busy)
    assert "Đang dùng: quầy số 7" in page.keys.state.title.text()


def test_keys_are_changed_with_the_keyboard_and_a_strangers_file_is_told_and_dropped(
    window: Window, office: PretendOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    page, desk = shown(window, qtbot), window.desk

    def done() -> None:
        qtbot.waitUntil(lambda: not window.jobs.busy)

    press(page, Qt.Key.Key_T, CTRL | SHIFT)
    old = page.keys.change.signing.text()
    assert page.keys.state.text.text() == "Sáu chữ đã đối chiếu ngày 20/11/2026."
    assert "vẫn là quầy số 7" in page.keys.change.new_pc.text()
    press(page, Qt.Key.Key_D, CTRL | SHIFT)
    assert not desk.district.changing(), "the harmless answer changes nothing"
    window.asker.answers = [0]
    press(page, Qt.Key.Key_D, CTRL | SHIFT)
    done()
    assert page.keys.state.title.text() == changing.CHANGING
    assert (page.focusWidget(), page.keys.card.text()) == (page.keys.card, changing.CARD)
    stranger = PretendOffice(tmp_path)
    for other, number, told in ((stranger, 1, changing.STRANGER), (office, 2, "Đã nhận tệp khóa cho quầy số 7")):
        window.asker.answers = [other.enrol(desk, number=number)]
        press(page, Qt.Key.Key_O, CTRL)
        done()
        assert page.keys.state.title.text().startswith(told)
        assert page.keys.change.signing.text() == old
        if other is stranger:
            press(page, Qt.Key.Key_X, CTRL | SHIFT)
            done()
    type_text(page, " ".join(page.keys.tiles.words))
    press(page, Qt.Key.Key_Return, CTRL)
    done()
    assert page.keys.state.title.text().startswith("Đang dùng: quầy số 7")
    assert page.keys.change.signing.text() != old
    assert page.keys.change.before.text().startswith(f"Khóa {old.split('khóa ')[1][:19]}: thôi ký từ 20/11/2026")


def test_every_button_of_the_page_shows_a_key(window: Window, office: PretendOffice, qtbot: QtBot) -> None:
    from desk_app.ui.parts.button import KeyButton

    page = shown(window, qtbot)
    without = [each.text() for each in page.findChildren(KeyButton) if not each.key()]
    assert without == []


def test_enter_in_the_search_box_searches_and_writes_no_bundle(
    window: Window, office: PretendOffice, qtbot: QtBot
) -> None:
    entered(window.desk.register.enter(BIRTH))
    page = shown(window, qtbot)
    page.head.search.setFocus()
    type_text(page, "hân")
    press(page, Qt.Key.Key_Return)
    assert window.went == [("find", {"seek": "hân"})]
    assert window.asker.asked == []
