"""The stick in the hand of a clerk: none chosen, gone, full, write-protected, pulled, stopped in the middle."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from month_kit import CTRL, ENTER, ESC, SHIFT, MonthKit
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot
from window_kit import press

from common.words import month as said
from desk_app.services.month_sent import sent_bundles
from desk_app.ui.month.view import MonthPage
from exchange.documents import identity


@pytest.fixture
def kit(made: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MonthKit]:
    opened = MonthKit(made, tmp_path, qtbot)
    opened.birth()
    yield opened
    opened.close()


def tried(kit: MonthKit, page: MonthPage, *answers: object) -> str:
    """Enter, with this stick plugged in; what is said then, and the one button with the focus."""
    kit.answer(*answers)
    press(page, ENTER)
    kit.idle()
    kit.qtbot.waitUntil(page.trouble.isVisible)
    assert page.write.text() == said.WRITE_AGAIN
    assert page.focusWidget() is page.write
    assert page.elsewhere.isVisible()
    return page.trouble.title.text()


def begun(kit: MonthKit) -> bytes | None:
    with kit.desk.seat.reading() as reading:
        return reading.bundles.unfinished()


def whole_again(kit: MonthKit, page: MonthPage) -> None:
    """The same button, another stick: the very bundle that was begun lies there, and nothing else."""
    document = identity(begun(kit) or b"")
    bundle = kit.written(page)
    assert kit.opened(bundle).document == document
    assert [path.name for path in bundle.parent.iterdir()] == [bundle.name]


def test_none_two_or_the_stick_of_the_copies_each_is_one_sentence_and_enter_looks_again(kit: MonthKit) -> None:
    page, one, other = kit.page(), kit.stick("KINGSTON"), kit.stick("TOSHIBA")
    assert tried(kit, page, None) == "Chưa thấy USB nào"
    assert kit.window.asker.asked == []
    assert tried(kit, page, (one, other), None) == "Chưa chọn USB nào"
    kit.desk.care.choose_second_place(one / "sổ")
    page.refresh()
    assert tried(kit, page, one) == "USB đang cắm là nơi cất bản sao của sổ"
    press(page, Qt.Key.Key_E, CTRL | SHIFT)
    assert (page.trouble.title.text(), begun(kit)) == (said.NO_FOLDER_TITLE, None)
    kit.answer((one, other))
    press(page, ENTER)
    kit.qtbot.waitUntil(lambda: page.shown() is page.result)
    assert (len(list(one.iterdir())), len(list(other.iterdir()))) == (0, 1), "the copies' stick stays at home"
    assert page.result.banner.title.text() == "Gói số 1 đã ghi ra USB và đọc lại đúng từng chữ"
    assert page.result.file.text().endswith(f"GOI-26461-7_2026-11_so-1.mctt ở USB TOSHIBA ({other})")


def test_of_two_sticks_one_is_chosen_and_what_lies_there_under_other_names_is_let_be(kit: MonthKit) -> None:
    page, one, other = kit.page(), kit.stick("KINGSTON"), kit.stick("TOSHIBA")
    name = "GOI-26461-7_2026-11_so-1.mctt"
    (other / "GOI-26461-7_2026-10_so-0.mctt").write_bytes(b"older")
    (other / name / "x").mkdir(parents=True)
    choice = f"USB TOSHIBA ({other}), còn trống 0 KB"
    kit.answer((one, other), choice)
    press(page, ENTER)
    kit.qtbot.waitUntil(page.trouble.isVisible)
    assert kit.window.asker.asked[-1] == ("Có 2 USB đang cắm", "Ghi gói vào USB:")
    assert page.trouble.title.text() == "Trên USB có một thư mục trùng tên với gói"
    (other / name / "x").rmdir()
    (other / name).rmdir()
    (other / name).write_bytes(b"junk under the very name")
    kit.answer((one, other), choice)
    press(page, ENTER)
    kit.qtbot.waitUntil(lambda: page.shown() is page.result)
    assert list(one.iterdir()) == []
    assert kit.opened(other / name).manifest.seq == 1
    assert sorted(path.name for path in other.iterdir()) == ["GOI-26461-7_2026-10_so-0.mctt", name]


def test_another_folder_takes_the_bundle_by_its_own_key_and_nothing_speaks_of_a_stick(kit: MonthKit) -> None:
    page, folder = kit.page(), kit.stick("công văn đi")
    tried(kit, page, None)
    kit.answer(folder)
    press(page, Qt.Key.Key_E, CTRL | SHIFT)
    kit.qtbot.waitUntil(lambda: page.shown() is page.result)
    assert page.result.banner.title.text() == "Gói số 1 đã ghi và đọc lại đúng từng chữ"
    assert not page.result.eject.isVisible()
    assert page.focusWidget() is page.result.slip


def test_a_stick_that_is_not_there_is_not_made_as_a_folder_of_its_name(kit: MonthKit, tmp_path: Path) -> None:
    page = kit.page()
    told = tried(kit, page, tmp_path / "đã rút")
    assert told == "USB không còn ở máy này"
    assert not (tmp_path / "đã rút").exists()
    assert begun(kit) is None


def test_a_stick_pulled_while_the_bundle_is_made_leaves_nothing_and_the_next_is_the_same(kit: MonthKit) -> None:
    page = kit.page()
    place = kit.stick("rút")

    def pull(_: object, done: int, total: int) -> None:
        if (done, total) == (2, 3):
            place.rmdir()

    kit.window.jobs._stepped.connect(pull, Qt.ConnectionType.DirectConnection)
    told = tried(kit, page, place)
    assert told == "USB bị rút khi đang ghi"
    assert not place.exists()
    kit.window.jobs._stepped.disconnect(pull)
    whole_again(kit, page)


@pytest.mark.parametrize(
    ("number", "title"),
    [
        (errno.ENOSPC, "USB đã đầy"),
        (errno.EROFS, "USB đang khóa ghi"),
        (errno.EIO, "USB bị rút khi đang ghi"),
        (errno.EACCES, "Máy không cho ghi vào USB này"),
    ],
)
def test_what_the_drive_says_while_writing_becomes_one_sentence_and_no_half_bundle(
    kit: MonthKit, monkeypatch: pytest.MonkeyPatch, number: int, title: str
) -> None:
    page, place = kit.page(), kit.stick("hỏng")
    real: Callable[[int], None] = os.fsync

    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    told = tried(kit, page, place)
    monkeypatch.setattr(os, "fsync", real)
    assert told == title
    assert list(place.iterdir()) == []
    whole_again(kit, page)


def test_a_full_device_is_told_and_another_stick_takes_the_same_bundle(kit: MonthKit) -> None:
    page, place = kit.page(), kit.stick("đầy")
    (place / "GOI-26461-7_2026-11_so-1.mctt.part").symlink_to("/dev/full")
    told = tried(kit, page, place)
    assert told == "USB đã đầy"
    assert list(place.iterdir()) == []
    whole_again(kit, page)


def test_esc_on_the_count_stops_safely_and_the_next_close_yields_the_same_document(kit: MonthKit) -> None:
    from threading import Event

    page, place, go_on = kit.page(), kit.stick("dừng"), Event()

    def hold(_: object, done: int, total: int) -> None:
        if (done, total) == (1, 3):
            go_on.wait(20)

    kit.window.jobs._stepped.connect(hold, Qt.ConnectionType.DirectConnection)
    kit.answer(place)
    press(page, ENTER)

    def dialogs() -> list[QProgressDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QProgressDialog) and w.isVisible()]

    kit.qtbot.waitUntil(lambda: bool(dialogs()))
    press(dialogs()[0], ESC)
    go_on.set()
    kit.qtbot.waitUntil(page.trouble.isVisible)
    assert page.trouble.title.text() == said.STOPPED
    assert list(place.iterdir()) == []
    kit.window.jobs._stepped.disconnect(hold)
    whole_again(kit, page)


def test_ctrl_r_reads_the_stick_once_more_and_says_how_to_let_it_go(kit: MonthKit) -> None:
    page = kit.page()
    bundle = kit.written(page)
    assert page.focusWidget() is page.result.eject
    press(page, Qt.Key.Key_R, CTRL)
    kit.qtbot.waitUntil(lambda: page.result.told.text() == said.EJECT_NOW)
    bundle.write_bytes(bundle.read_bytes()[:-1] + b"?")
    press(page, Qt.Key.Key_R, CTRL)
    kit.qtbot.waitUntil(page.trouble.isVisible)
    assert "đọc lại không giống lúc ghi" in page.trouble.text.text()
    bundle.unlink()
    press(page, Qt.Key.Key_R, CTRL)
    kit.qtbot.waitUntil(lambda: "Không đọc được tệp" in page.trouble.text.text())


def test_a_copy_refused_elsewhere_leaves_the_result_and_may_be_tried_again(kit: MonthKit, tmp_path: Path) -> None:
    page = kit.page()
    bundle = kit.written(page)
    blocked = tmp_path / "chỗ khác"
    blocked.write_text("not a folder", encoding="utf-8")
    kit.answer(blocked)
    press(page, Qt.Key.Key_S, CTRL | SHIFT)
    kit.qtbot.waitUntil(page.trouble.isVisible)
    assert page.shown() is page.result
    kit.answer(kit.stick("usb 2"))
    press(page, Qt.Key.Key_S, CTRL | SHIFT)
    kit.qtbot.waitUntil(lambda: "Đã chép thêm một bản" in page.result.told.text())
    assert (tmp_path / "usb 2" / bundle.name).read_bytes() == bundle.read_bytes()
    assert not page.trouble.isVisible()


def test_ctrl_p_prints_what_stands_in_front_preview_first_slip_after(kit: MonthKit) -> None:
    page = kit.page()
    kit.answer("Canon LBP2900")
    press(page, Qt.Key.Key_P, CTRL)
    kit.qtbot.waitUntil(lambda: kit.printers.jobs == 1 and not kit.window.jobs.busy)
    assert size(kit.printers.paper()) == (210, 297)
    kit.written(page)
    kit.answer("Canon LBP2900")
    press(page, Qt.Key.Key_P, CTRL)
    kit.qtbot.waitUntil(lambda: kit.printers.jobs == 2 and not kit.window.jobs.busy)
    assert size(kit.printers.paper()) == (210, 148)
    page.show_sent()
    assert sent_bundles(kit.desk.seat)[0].sealed
    kit.answer("Canon LBP2900")
    press(page, Qt.Key.Key_P, CTRL)
    kit.qtbot.waitUntil(lambda: kit.printers.jobs == 3)


def size(pdf: Path) -> tuple[int, int]:
    document = pypdfium2.PdfDocument(pdf)
    width, height = document[0].get_size()
    document.close()
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


def dropped(page: MonthPage, *paths: Path) -> bool:
    """Carry files over the page and let them fall where it takes them."""
    carried, at = QMimeData(), QPointF(50, 50)
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    ways, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at.toPoint(), ways, carried, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(page, QDropEvent(at, ways, carried, left, Qt.KeyboardModifier.NoModifier))
    return True


def test_a_receipt_let_fall_on_the_page_is_taken_in_and_other_things_are_not(kit: MonthKit, tmp_path: Path) -> None:
    page = kit.page()
    receipt = kit.office.receipt(kit.opened(kit.written(page)))
    (tmp_path / "ảnh.png").write_bytes(b"\x89PNG")
    assert not dropped(page, tmp_path / "ảnh.png")
    assert not dropped(page, receipt, tmp_path / "ảnh.png")
    assert dropped(page, receipt)
    kit.qtbot.waitUntil(lambda: page.shown() is page.receipt)
    assert page.receipt.banner.title.text() == "Đã nhận biên nhận số 1"
