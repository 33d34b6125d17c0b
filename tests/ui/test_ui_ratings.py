"""The ratings page: n everywhere, nothing under five, a call noted with one key."""

from __future__ import annotations

from pathlib import Path

import msgspec
from clipped import clipped
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Answers, Window, press, type_text

from common.words import ratings_page as said
from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.services.follow_ups import FollowUps
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.ratings.take import TakeAnswers
from desk_app.ui.ratings.view import RatingsPage
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress, wear
from exchange.receipt import Batch, CallBack, Message
from tools.pretend_office import PretendOffice


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
    assert page.periods.currentText() == "Quý IV: 15/09 đến hôm nay"
    assert page.beside.ways.rows[1:] == (
        ("Khai sinh", "–", "–", "9"),
        ("Kết hôn", "–", "–", "6"),
        ("Cộng", "–", "–", "15"),
    )
    assert page.beside.ways.note.text().startswith("Góp ý đến bằng cách: quét ô vuông 15.")
    assert page.beside.quarters.ranges.accessibleName() == (
        "Quý IV/2026 13 trong 15; Quý III/2026 chưa đủ số liệu; Quý II/2026 chưa đủ số liệu; Quý I/2026 chưa đủ số liệu"
    )


def test_answers_on_three_levels_and_on_five_stand_together_on_three_and_the_page_says_so(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    scores = {"5": 3, "4": 1, "3": 1, "1": 1}
    five = msgspec.structs.replace(batch(2, 6, ("marriage",)), by_score=scores, scale=5)
    told(desk, tmp_path, (batch(1, 9, ("birth",), 2), five))
    page = shown(Window(desk), qapp, qtbot)
    assert page.bars.bars == (("Rất hài lòng", 10), ("Hài lòng", 1), ("Chưa hài lòng", 4))
    assert page.how_note.text() == said.MIXED


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
    assert page.beside.ways.note.text().startswith("3 góp ý còn chờ đợt sau")


def test_whoever_waits_for_a_call_stands_first_and_g_notes_that_it_was_made(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    calls = (CallBack(id="cd" * 16, on="2026-11-10", phone="0912 345 678", text="Hỏi về giấy tờ"),)
    words = (Message(id="ef" * 16, on="2026-11-18", text="Nên có chỗ để xe."),)
    told(desk, tmp_path, (batch(1, 5, ("birth",)),), call_backs=calls, messages=words)
    window = Window(desk)
    page = shown(window, qapp, qtbot)
    assert [page.spoken.rows.index(row, 2).data() for row in range(3)] == [
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
    assert page.empty.isVisible()
    assert page.none_title.text() == "Chưa có góp ý nào trong quý này."


def test_a_desk_without_answers_says_so_and_offers_the_one_thing_to_do(
    desk: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    page = shown(Window(desk), qapp, qtbot)
    assert (page.empty.isVisible(), page.charts.isVisible(), page.spoken.isVisible()) == (True, False, False)
    assert page.none_text.text().startswith("Từ 15/09/2026 chưa trao thư có mã nào.")
    assert page.focusWidget() is page.take
    press(page, Qt.Key.Key_Return)
    assert page.findChild(TakeAnswers) is not None


def test_answered_letters_are_told_as_a_part_of_those_handed_over() -> None:
    assert said.answered_share(41, 116) == "35% trong 116 thư đã trao"
    assert said.answered_share(3, 4) == said.ANSWERED_UNDER
    assert said.answered_share(6, 5) == said.ANSWERED_UNDER


def test_long_words_stand_in_full_in_the_chosen_row_and_the_page_alone_scrolls(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    long = "Hẹn thứ Tư mà thứ Sáu mới có. " * 20
    calls = (CallBack(id="cd" * 16, on="2026-11-17", phone="0912 345 678", text=long.strip()),)
    told(desk, tmp_path, (batch(1, 5, ("birth",)),), call_backs=calls)
    page = shown(Window(desk), qapp, qtbot)
    table = page.spoken.table
    high, first = [table.rowHeight(row) for row in range(2)], drawn(table, 0)
    assert high[0] > 4 * high[1], "twenty sentences are read where they stand"
    press(table, Qt.Key.Key_Down)
    assert [table.rowHeight(row) for row in range(2)] == [high[1], high[1]]
    assert drawn(table, 0) != first
    assert table.verticalScrollBar().maximum() == 0
    assert table.height() >= table.horizontalHeader().height() + sum(table.rowHeight(row) for row in range(2))


def drawn(table: QTableView, row: int) -> QImage:
    """What a row looks like."""
    return table.grab(table.visualRect(table.model().index(row, 2))).toImage()


def test_twenty_rows_are_shown_first_and_f8_shows_them_all(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    notes = tuple(Message(id=f"{n:032x}", on="2026-11-17", text=f"Lời nhắn {n}") for n in range(23))
    told(desk, tmp_path, (batch(1, 5, ("birth",)),), messages=notes)
    page = shown(Window(desk), qapp, qtbot)
    spoken = page.spoken
    assert (spoken.table.model().rowCount(), spoken.more.text(), spoken.more.key()) == (20, "Xem cả 24 lời", "F8")
    press(page, Qt.Key.Key_F8)
    assert (spoken.table.model().rowCount(), spoken.more.isVisible()) == (24, False)
    assert (spoken.table.currentIndex().row(), page.focusWidget()) == (20, spoken.table)
    assert spoken.table.verticalScrollBar().maximum() == 0
    press(page, Qt.Key.Key_N)
    assert (spoken.table.model().rowCount(), spoken.table.currentIndex().row()) == (24, 20)
    assert spoken.rows.rows[20].taken, "taking one on folds nothing and moves no bar"
    page.arrive()
    page.refresh()
    assert (spoken.table.model().rowCount(), spoken.more.isVisible()) == (20, True)


def test_in_a_narrow_window_the_number_to_call_stands_under_the_words(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    calls = (CallBack(id="cd" * 16, on="2026-11-17", phone="0912 345 678", text="Hỏi về giấy tờ"),)
    told(desk, tmp_path, (batch(1, 5, ("birth",)),), call_backs=calls)
    page = shown(Window(desk), qapp, qtbot)
    low, words = page.spoken.table.rowHeight(0), page.spoken.rows.index(0, 2)
    assert words.data(Qt.ItemDataRole.AccessibleTextRole) == "Hỏi về giấy tờ"
    page.resize(700, 670)
    assert page.spoken.table.isColumnHidden(3)
    assert page.spoken.table.rowHeight(0) > low
    assert words.data(Qt.ItemDataRole.AccessibleTextRole) == "Hỏi về giấy tờ, 0912 345 678"


def test_slips_are_taken_with_a_digit_and_enter_each(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    dialog = taking(desk, qapp, qtbot)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.trouble.text() == "Chọn mức hài lòng: bấm 1, 2 hoặc 3."
    for digit in ("1", "1", "3"):
        type_text(dialog, digit)
        press(dialog, Qt.Key.Key_Return)
    assert dialog.last.text() == "Vừa ghi: phiếu giấy, chưa hài lòng"
    assert dialog.count.text() == "Ngày 20/11/2026 đã ghi 3: phiếu giấy 3."
    assert desk.voice.of_day(desk.seat.today()) == {"slip": 3}


def test_the_dialog_at_the_counter_is_no_taller_than_what_stands_in_it(
    desk: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, paths.resources())
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(1366, 698)
    wear(behind)
    behind.show()
    dialog = TakeAnswers(Window(desk).around(), behind)
    dialog.open()
    qapp.processEvents()
    under = (
        dialog.keep_button.mapTo(dialog, QPoint()).y()
        - dialog.count.mapTo(dialog, dialog.count.rect().bottomLeft()).y()
    )
    assert 0 < under < 40
    assert dialog.height() < behind.height() - 60
    assert not dialog.findChildren(Scrolled)[0].verticalScrollBar().isVisible()


def test_words_may_hold_digits_and_the_channel_changes_by_its_key(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    dialog = taking(desk, qapp, qtbot)
    press(dialog, Qt.Key.Key_F4)
    type_text(dialog, "2")
    type_text(dialog, "Chờ 3 buổi, bàn số 1")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.last.text() == "Vừa ghi: điện thoại, hài lòng: Chờ 3 buổi, bàn số 1"
    page = dialog.parent()
    assert isinstance(page, RatingsPage)
    assert page.at_desk.text() == "Ghi tại quầy, nêu riêng, không tính vào tỷ lệ: điện thoại 1."
    assert [(line.kind, line.text) for line in page.spoken.rows.rows] == [("desk", "Chờ 3 buổi, bàn số 1")]
    assert page.answered.number.text() == "0", "answers taken at the desk join no share"


def test_the_answer_kept_last_is_taken_back_once(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    dialog = taking(desk, qapp, qtbot)
    press(dialog, Qt.Key.Key_F8)
    for digit in ("1", "3"):
        type_text(dialog, digit)
        press(dialog, Qt.Key.Key_Return)
    for _ in range(2):
        press(dialog, Qt.Key.Key_F8)
    assert dialog.count.text() == "Ngày 20/11/2026 đã ghi 1: phiếu giấy 1."
    assert not dialog.back_button.isVisible()


def test_a_day_that_does_not_exist_is_told_and_the_words_stay(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    dialog = taking(desk, qapp, qtbot)
    dialog.day.setText("31/02/2026")
    type_text(dialog, "1")
    type_text(dialog, "Cảm ơn")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.trouble.text().startswith("Ngày nhận góp ý chưa đúng")
    assert (dialog.comment.text(), desk.voice.of_day(desk.seat.today())) == ("Cảm ơn", {})


def test_esc_asks_before_words_are_lost(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    dialog = taking(desk, qapp, qtbot)
    type_text(dialog, "1")
    type_text(dialog, "Cảm ơn")
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()


def taking(desk: Desk, qapp: QApplication, qtbot: QtBot) -> TakeAnswers:
    page = shown(Window(desk), qapp, qtbot)
    page.act("take-answer")
    dialog = page.findChild(TakeAnswers)
    assert isinstance(dialog, TakeAnswers)
    return dialog


def test_in_the_window_every_key_of_the_page_comes_from_the_one_table(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    calls = (CallBack(id="cd" * 16, on="2026-11-10", phone="0912 345 678", text="Hỏi về giấy tờ"),)
    told(desk, tmp_path, (batch(1, 5, ("birth",)),), call_backs=calls)
    dress(qapp, paths.resources())
    window = MainWindow(desk, Answers(), Jobs(), {"ratings": RatingsPage})
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    page = window.page_widget()
    assert isinstance(page, RatingsPage)
    QTest.keyClick(window, Qt.Key.Key_G)
    assert page.calls.under.text() == "1 đã gọi, 0 chưa gọi"
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert (page.periods.currentText(), page.answered.number.text()) == ("Quý III: 15/06 đến 14/09", "0")
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(TakeAnswers)
    assert isinstance(dialog, TakeAnswers)
    assert dialog.isVisible()
    window.jobs.close()


def test_nothing_is_cut_in_a_small_window_or_with_large_type(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    long = CallBack(id="cd" * 16, on="2026-11-17", phone="0912 345 678", text="Hẹn thứ Tư mà thứ Sáu mới có. " * 9)
    told(desk, tmp_path, (batch(1, 22, ("birth",), 2), batch(2, 9, ("apology", "thanks"), 2)), call_backs=(long,))
    seen = {}
    for percent, wide, tall in (
        (100, 1366, 728),
        (115, 1366, 728),
        (130, 1366, 728),
        (100, 1092, 582),
        (100, 910, 485),
    ):
        dress(qapp, paths.resources(), percent)
        page = RatingsPage(Window(desk).around())
        qtbot.addWidget(page)
        page.resize(wide - 212 * percent // 100, tall - 58 * percent // 100)
        page.show()
        page.arrive()
        page.refresh()
        for _ in range(2):  # cards that come to stand under one another are measured anew
            qapp.processEvents()
        seen[percent, wide] = (clipped(page), page.minimumSizeHint().width() <= wide - 212 * percent // 100)
    dress(qapp, paths.resources())
    assert seen == dict.fromkeys(seen, ([], True))


def test_words_that_somebody_takes_on_become_a_task_with_its_day(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    told(desk, tmp_path, (batch(1, 9, ("birth",), 2),))
    window = Window(desk)
    page = shown(window, qapp, qtbot)
    assert [line.text for line in page.model.lines()] == ["Chờ hơi lâu."]
    press(page.spoken.table, Qt.Key.Key_N)
    (task,) = FollowUps(desk.seat).listed()
    assert (task.source, task.task) == ("comment", "Chờ hơi lâu.")
    assert page.model.lines()[0].taken == said.taken_on(task.due_on, None)
    assert not page.task.isEnabled()
    press(page.spoken.table, Qt.Key.Key_N)
    assert len(FollowUps(desk.seat).listed()) == 1
