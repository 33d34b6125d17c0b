"""What comes back: every answer of the level above in one sentence, lines laid aside, opinions that came along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from month_kit import CTRL, ENTER, ESC, MonthKit
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_kit import press

from common.words import month_receipts as said
from desk_app.ui.month.view import MonthPage
from exchange.bundle import OpenedBundle
from exchange.documents import SetAside
from exchange.receipt import Batch, CallBack
from tools.pretend_office import PretendOffice

BATCH = Batch(
    id="ab" * 16,
    formed_on="2026-11-20",
    n=5,
    by_score={"3": 4, "1": 1},
    by_channel={"qr": 5},
    reasons={},
    comments=(),
    kinds=("birth",),
)


@pytest.fixture
def kit(made: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MonthKit]:
    opened = MonthKit(made, tmp_path, qtbot)
    opened.birth()
    yield opened
    opened.close()


def sent(kit: MonthKit) -> OpenedBundle:
    (bundle,) = kit.desk.month.close(kit.folder / "usb")
    return kit.opened(bundle.path)


def taken(kit: MonthKit, page: MonthPage, receipt: Path) -> None:
    kit.answer(receipt)
    press(page, Qt.Key.Key_I, CTRL)
    kit.idle()


def held_nothing(kit: MonthKit) -> dict[str, object]:
    """A receipt of a level above that holds nothing of ours yet."""
    with kit.desk.seat.reading() as reading:
        start = reading.journal.digest_at(0)
    return {"upto": 0, "digest_at_upto": (start or b"").hex()}


def test_a_receipt_that_takes_everything_says_that_nothing_is_left_to_do(kit: MonthKit) -> None:
    page = kit.page()
    taken(kit, page, kit.office.receipt(sent(kit)))
    assert page.shown() is page.receipt
    assert page.receipt.banner.property("tone") == "sen"
    assert said.NOTHING_LEFT in page.receipt.banner.text.text()
    assert page.receipt.count.text() == said.ASIDE_NONE
    assert not page.receipt.table.isVisible()
    assert not page.receipt.see_ratings.isVisible()


def test_a_bundle_known_before_is_told_as_known(kit: MonthKit) -> None:
    page = kit.page()
    taken(kit, page, kit.office.receipt(sent(kit), verdict="already-accepted"))
    assert "đã có gói này từ trước" in page.receipt.banner.text.text()


def test_a_bundle_that_waits_tells_to_write_a_new_one_and_the_way_back_does_it(kit: MonthKit) -> None:
    page = kit.page()
    taken(kit, page, kit.office.receipt(sent(kit), verdict="waiting", **held_nothing(kit)))
    assert page.receipt.banner.property("tone") == "hoe"
    assert "ghi gói mới" in page.receipt.banner.text.text()
    press(page, ESC)
    kit.answer(kit.stick("usb mới"))
    press(page, ENTER)
    kit.qtbot.waitUntil(lambda: page.shown() is page.result)


def test_two_histories_are_told_in_red_and_nothing_is_acknowledged(kit: MonthKit) -> None:
    page = kit.page()
    taken(kit, page, kit.office.receipt(sent(kit), verdict="forked", **held_nothing(kit)))
    assert page.receipt.banner.property("tone") == "son"
    assert "Gọi cấp trên để cùng gỡ" in page.receipt.banner.text.text()
    with kit.desk.seat.reading() as reading:
        assert reading.bundles.acknowledged() == 0


def test_receipts_of_others_and_foreign_files_are_refused_in_one_sentence_each(kit: MonthKit, tmp_path: Path) -> None:
    page, bundle = kit.page(), sent(kit)
    other = tmp_path / "khác"
    other.mkdir()
    stranger = PretendOffice(other)
    stranger.card = kit.office.card
    cases = {
        "của sổ khác": kit.office.receipt(bundle, register="ab" * 32),
        "không do cấp trên của quầy ký": stranger.receipt(bundle),
        "không phải biên nhận": tmp_path / "thư.mctt",
    }
    cases["không phải biên nhận"].write_text("thư thường", encoding="utf-8")
    for sentence, path in cases.items():
        taken(kit, page, path)
        kit.qtbot.waitUntil(lambda sentence=sentence: sentence in page.trouble.text.text())
        assert page.shown() is page.contents
        assert page.write.isEnabled()


def test_a_line_laid_aside_names_its_reason_and_enter_opens_its_record(kit: MonthKit) -> None:
    page, bundle = kit.page(), sent(kit)
    bad = (SetAside(1, "kind-unknown"), SetAside(bundle.manifest.head, "figure-value"))
    taken(kit, page, kit.office.receipt(bundle, set_aside=bad))
    shown = page.receipt
    assert shown.model.rowCount() == 2
    assert "2 dòng để riêng" in shown.count.text()
    assert "Còn 2 dòng" in shown.banner.text.text()
    assert not shown.open_record.isEnabled()
    assert shown.open_record.toolTip() == said.NO_RECORD
    press(page, ENTER)
    assert kit.window.went == []
    press(page, Qt.Key.Key_Down)
    assert shown.open_record.isEnabled()
    press(page, ENTER)
    (record,) = kit.window.went
    assert record[0] == "find"
    assert list(record[1]) == ["show"]


def test_opinions_that_came_along_are_announced_with_the_way_to_them(kit: MonthKit) -> None:
    page, bundle = kit.page(), sent(kit)
    call = CallBack(id="cd" * 16, on="2026-11-19", phone="0900 000 000")
    taken(kit, page, kit.office.receipt(bundle, (BATCH,), call_backs=(call,)))
    assert page.receipt.brought.text() == "Kèm theo: 1 nhóm góp ý (5 góp ý), 1 lời nhắn hoặc xin gọi lại."
    page.receipt.see_ratings.click()
    assert kit.window.went == [("ratings", {})]


def test_the_bundles_sent_are_listed_with_their_receipts(kit: MonthKit) -> None:
    page, first = kit.page(), sent(kit)
    bad = (SetAside(first.manifest.head, "figure-value"),)
    taken(kit, page, kit.office.receipt(first, (BATCH,), set_aside=bad))
    assert page.receipt.taken.text() == "Gói số 1, tháng 11/2026: 2 trong 3 dòng, 1 dòng để riêng."
    assert page.receipt.kinds.text().startswith("Trong gói: 1 đăng ký, 2 việc nội bộ của quầy. Cấp trên giữ sổ")
    kit.birth()
    taken(kit, page, kit.office.receipt(sent(kit), verdict="waiting", **held_nothing(kit)))
    press(page, Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert [page.sent.model.index(row, 5).data() for row in (0, 1)] == [
        "biên nhận số 2, 20/11/2026",
        "biên nhận số 1, 20/11/2026",
    ]
    cells = [[page.sent.receipt_model.index(row, column).data() for column in range(5)] for row in (0, 1)]
    assert cells == [
        ["2", "20/11/2026", "gói số 2, tháng 11/2026", "chưa nhận, để chờ phần trước", "không có"],
        ["1", "20/11/2026", "gói số 1, tháng 11/2026", "2 trong 3 dòng, 1 dòng để riêng", "5 góp ý trong 1 nhóm"],
    ]
    press(page, Qt.Key.Key_Down)
    press(page, ENTER)
    assert page.shown() is page.receipt
    assert page.head.title.text() == "Biên nhận số 1"
    assert (page.receipt.model.rowCount(), page.receipt.see_ratings.isVisible()) == (1, True)
    press(page, Qt.Key.Key_Escape)
    assert page.shown() is page.sent, "back to the list it came from"
    press(page, Qt.Key.Key_Escape)
    assert page.shown() is page.contents
