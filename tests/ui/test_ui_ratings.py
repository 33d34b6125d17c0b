"""The ratings page: n everywhere, nothing under five, a call noted with one key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Clock, Window, make_folder, open_copy, press

from common.words import ratings_page as said
from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.ui.ratings.view import RatingsPage
from desk_app.ui.theme.look import dress
from exchange.receipt import Batch, CallBack, Message

from pretend_office import PretendOffice  # isort: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("made") / "quầy")


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = open_copy(made, tmp_path / "quầy", Clock())
    yield opened
    opened.close()


def batch(number: int, n: int, kinds: tuple[str, ...], unhappy: int = 0) -> Batch:
    return Batch(
        id=f"{number:032x}",
        formed_on="2026-11-18",
        n=n,
        by_score={"3": n - unhappy, "1": unhappy},
        by_channel={"qr": n},
        reasons={"wait": 2},
        comments=("Chờ hơi lâu.",),
        kinds=kinds,
    )


def told(desk: Desk, folder: Path, batches: tuple[Batch, ...], **more: object) -> None:
    above = PretendOffice(folder)
    desk.district.enrol(above.enrol(desk))
    (bundle,) = desk.month.close(folder / "usb")
    desk.month.receive(above.receipt(above.opened(bundle.path.read_bytes()), batches, **more))


def shown(window: Window, qapp: QApplication, qtbot: QtBot) -> RatingsPage:
    dress(qapp, paths.resources())
    page = RatingsPage(window.around())
    qtbot.addWidget(page)
    page.resize(1154, 670)
    page.show()
    page.refresh()
    return page


def test_figures_bars_and_ranges_stand_with_their_n(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    told(desk, tmp_path, (batch(1, 9, ("birth",), 2), batch(2, 6, ("marriage",))))
    desk.voice.take({"channel": "slip", "score": "1"})
    page = shown(Window(desk), qapp, qtbot)
    assert page.answered.number.text() == "15"
    assert (page.content.number.text(), page.content.under.text()) == ("13 trong 15", "87%, khoảng 62 đến 96%")
    assert page.bars.bars == (("Rất hài lòng", 13), ("Hài lòng", 0), ("Chưa hài lòng", 2))
    assert page.how_n.text() == "n = 15"
    assert [group.n for group in page.ranges.groups] == [9, 6]
    assert "phiếu giấy 1" in page.at_desk.text()
    assert page.reasons.text() == "Điều được nhắc tới: Chờ lâu 4"


def test_under_five_answers_there_is_no_bar_no_share_and_no_reason(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    told(desk, tmp_path, (batch(1, 3, ("birth",), 1),))
    page = shown(Window(desk), qapp, qtbot)
    assert page.content.number.text() == said.TOO_FEW
    assert page.bars.bars == ()
    assert page.ranges.groups == ()
    assert page.reasons.text() == ""
    assert page.how_note.text() == said.few(3)


def test_whoever_waits_for_a_call_stands_first_and_g_notes_that_it_was_made(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    calls = (CallBack(id="cd" * 16, on="2026-11-10", phone="0912 345 678", text="Hỏi về giấy tờ"),)
    words = (Message(id="ef" * 16, on="2026-11-18", text="Nên có chỗ để xe."),)
    told(desk, tmp_path, (batch(1, 5, ("birth",)),), call_backs=calls, messages=words)
    window = Window(desk)
    page = shown(window, qapp, qtbot)
    assert [page.rows.index(row, 2).data() for row in range(3)] == [
        "Hỏi về giấy tờ",
        "Nên có chỗ để xe.",
        "Chờ hơi lâu.",
    ]
    assert page.called.isEnabled()
    press(page, Qt.Key.Key_G)
    assert page.calls.under.text() == "1 đã gọi, 0 chưa gọi"
    assert window.said == [said.CALLED_SAID]
    assert not page.called.isEnabled()


def test_another_period_is_another_count_and_an_empty_one_says_so(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    told(desk, tmp_path, (batch(1, 5, ("birth",)),))
    page = shown(Window(desk), qapp, qtbot)
    assert page.answered.number.text() == "5"
    page.periods.setFocus()
    press(page, Qt.Key.Key_Down)
    page.refresh()
    assert page.answered.number.text() == "0"
    assert page.how_note.text().startswith("Chưa có góp ý nào trong kỳ này.")
