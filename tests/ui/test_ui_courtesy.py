"""Letters of thanks and apology in the real window, by keyboard alone: written, mended, kept, found, written anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, open_copy

from desk_app import paths
from desk_app.app.loading import pages
from desk_app.domain.courtesy_drafts import courtesy_from
from desk_app.services.desk import Desk
from desk_app.services.people import Called
from desk_app.ui.courtesy.view import CourtesyPage
from desk_app.ui.find.view import FindPage
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.choices import Choices
from desk_app.ui.printing.view import PrintingPage
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

CTRL, ENTER = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return
CARD = "001198000002|012345678|Trần Thị Ngọc Lan|14031998|Nữ|Thôn Bến Trà, Xã An Liên|20062021"


class Clerk:
    """Hands on the keyboard of the real window."""

    def __init__(self, window: MainWindow, bot: QtBot, before: int) -> None:
        self.window, self.bot, self.before = window, bot, before

    @property
    def desk(self) -> Desk:
        return self.window.desk

    @property
    def page(self) -> Any:
        return self.window.page_widget()

    def chord(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, keys)

    def digit(self, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(QApplication.focusWidget() or self.window, event)

    def type(self, text: str) -> None:
        """As UniKey commits words."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget() or self.window, event)

    def enter(self, *answers: str) -> None:
        """Each answer, then Enter: a digit chooses, words are typed."""
        for answer in answers:
            (self.digit if len(answer) == 1 else self.type)(answer)
            self.chord(ENTER)

    def begin(self, letter: Qt.Key) -> CourtesyPage:
        """Ctrl+N, then C or X."""
        self.chord(Qt.Key.Key_N, CTRL)
        self.bot.waitUntil(self.window.new_menu.isVisible)
        self.bot.keyClick(self.window.new_menu, letter)
        with self.bot.waitActive(self.window):
            self.window.activateWindow()
        assert isinstance(self.page, CourtesyPage)
        return self.page

    def at(self) -> str:
        held = QApplication.focusWidget()
        return held.objectName() if held else ""

    def letters(self) -> list[tuple[str, str]]:
        """Kind and name of every standing letter of this test, oldest first."""
        with self.desk.seat.reading() as reading:
            newest = reading.overview.letters_newest(50)
            found = sorted((one for one in newest if one.id > self.before), key=lambda one: one.id)
            bodies = dict(reading.papers.courtesies([one.id for one in found]))
        return [(one.kind, bodies[one.id]["to_name"]) for one in found]


@pytest.fixture(scope="module")
def one_window(made: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[MainWindow]:
    """One window for all of these: a morning at one desk."""
    dress(qapp, paths.resources())
    desk = open_copy(made, tmp_path_factory.mktemp("courtesy") / "quầy", Clock())
    desk.people.call("clerk", Called("Nguyễn Thu Hằng", "chị", ""))
    opened = MainWindow(desk, Answers(), Jobs(), pages())
    opened.resize(1366, 698)
    opened.show()
    yield opened
    opened.hide()
    opened.jobs.close()
    desk.close()


@pytest.fixture
def clerk(one_window: MainWindow, qtbot: QtBot) -> Iterator[Clerk]:
    with qtbot.waitActive(one_window):
        one_window.activateWindow()
    with one_window.desk.seat.reading() as reading:
        before = reading.overview.letters()
    yield Clerk(one_window, qtbot, before)
    one_window.go("today")
    for draft in one_window.desk.drafts.unfinished():
        one_window.desk.drafts.drop(draft.id)


def test_thanks_are_written_by_keys_alone_and_go_to_the_printer(clerk: Clerk) -> None:
    page = clerk.begin(Qt.Key.Key_C)
    assert (page.title, clerk.at()) == ("Thư cảm ơn mới", "kind:gift")
    clerk.enter("1", "2", "Đinh Văn Sơn")
    clerk.chord(Qt.Key.Key_Space)
    clerk.chord(ENTER)
    clerk.enter("Con đường thôn Bến Trà rộng thêm hai mét", "120 mét vuông đất vườn đã hiến tặng")
    assert QApplication.focusWidget() is page.foot.print
    clerk.chord(Qt.Key.Key_G, CTRL)
    clerk.type("Con đường rộng, lòng người càng rộng.")
    clerk.chord(Qt.Key.Key_Return, CTRL)
    assert page.form.model.saved
    assert clerk.letters() == [("thanks", "Đinh Văn Sơn")]
    assert page.form.bar.title.text() == "Đã viết thư cảm ơn gửi gia đình ông Đinh Văn Sơn."
    clerk.bot.waitUntil(lambda: page.form.side.picture.image() is not None)
    clerk.chord(Qt.Key.Key_P, CTRL)
    assert isinstance(clerk.page, PrintingPage)
    assert [row.title for row in clerk.page.model.rows if clerk.page.model.ticked(row)] == ["Gia đình ông Đinh Văn Sơn"]


def test_five_apologies_in_a_row_and_only_what_differs_is_typed_again(clerk: Clerk) -> None:
    page = clerk.begin(Qt.Key.Key_X)
    names = ("Hoàng Thị Vân", "Lê Văn Tám", "Y Bhiăk Niê", "Trần Thị Mai", "H’Hen Niê Êban")
    for number, name in enumerate(names):
        if number == 0:
            clerk.chord(ENTER)
        clerk.enter("3", name)
        clerk.chord(ENTER)
        if number == 0:
            clerk.enter("Cấp bản sao trích lục hộ tịch")
        else:
            clerk.chord(Qt.Key.Key_M, CTRL)
            page.form.front.focus("file_code")
            page.form.front.boxes["file_code"].entry.selectAll()
        clerk.enter(f"H99.12-261112-00{number:02d}")
        if number == 0:
            clerk.enter("18/11", "24/11", "Sổ của xã cũ đang chuyển về.")
            assert page.form.model.text("officer") == "Chị Nguyễn Thu Hằng, điện thoại 0200 3555 018"
        clerk.chord(Qt.Key.Key_Return, CTRL)
        assert page.form.model.saved, [one.sentence for one in page.form.model.check()]
        assert (page.form.model.text("promised"), page.form.model.text("again")) == ("18/11/2026", "24/11/2026")
        clerk.chord(Qt.Key.Key_Return, CTRL)
        assert clerk.at() == "to_address:cụ"
    assert clerk.letters() == [("apology", name) for name in names]


def test_what_must_be_mended_leads_to_its_field_and_goes_away(clerk: Clerk) -> None:
    page = clerk.begin(Qt.Key.Key_X)
    clerk.digit("2")
    clerk.chord(ENTER)
    clerk.enter("4", "Y Bhiăk Niê")
    clerk.chord(Qt.Key.Key_Return, CTRL)
    told = [link.accessibleName() for link in page.form.problems.findChildren(QPushButton)]
    assert told == ["Ghi ngày tiếp đón, đủ ngày, tháng, năm", "Ghi việc của người dân"]
    assert (clerk.at(), page.foot.print.isEnabled(), page.form.model.draft.kind) == ("on", False, "manner")
    clerk.enter("hôm qua", "Làm thủ tục chứng thực")
    clerk.bot.waitUntil(lambda: page.form.errors == 0)
    clerk.chord(Qt.Key.Key_Return, CTRL)
    assert page.form.model.saved is None
    clerk.chord(Qt.Key.Key_Return, CTRL)
    assert clerk.letters() == [("apology", "Y Bhiăk Niê")]
    assert not page.form.front.boxes["errand"].entry.isEnabled()
    clerk.chord(Qt.Key.Key_Z, CTRL)
    assert (clerk.letters(), page.form.model.text("errand")) == ([], "Làm thủ tục chứng thực")
    assert page.form.front.boxes["errand"].entry.isEnabled()


def test_another_kind_asks_other_things_and_no_word_is_lost(clerk: Clerk) -> None:
    page = clerk.begin(Qt.Key.Key_X)
    clerk.chord(ENTER)
    clerk.enter("5", "Lê Văn Tám")
    page.form.front.focus("why")
    clerk.type("Máy hỏng")
    page.form.front.focus("kind")
    clerk.digit("3")
    clerk.bot.waitUntil(lambda: page.form.model.draft.kind == "paper")
    assert "why" not in page.form.front.boxes
    assert page.form.front.boxes["to_name"].entry.text() == "Lê Văn Tám"
    clerk.digit("1")
    clerk.bot.waitUntil(lambda: page.form.model.draft.kind == "late")
    assert page.form.front.boxes["why"].entry.toPlainText() == "Máy hỏng"


def test_esc_leaves_every_word_in_a_draft_that_opens_again_from_today(clerk: Clerk) -> None:
    page = clerk.begin(Qt.Key.Key_C)
    clerk.chord(ENTER)
    clerk.enter("3", "Hoàng Thị Vân")
    clerk.bot.waitUntil(lambda: len(clerk.desk.drafts.unfinished()) == 1)
    clerk.type("\n")
    page.form.front.focus("outcome")
    clerk.type("Đường làng\nsạch hơn")
    clerk.chord(Qt.Key.Key_Escape)
    assert clerk.window.front() == "today"
    clerk.chord(Qt.Key.Key_O, CTRL)
    assert clerk.window.front() == "courtesy"
    assert page.form.model.text("to_name") == "Hoàng Thị Vân"
    assert (page.form.model.text("outcome").split(), clerk.at()) == (["Đường", "làng", "sạch", "hơn"], "deed")


def test_a_scanned_card_fills_the_name_and_nothing_else_of_it_is_kept(clerk: Clerk) -> None:
    page = clerk.begin(Qt.Key.Key_X)
    page.form.front.focus("why")
    for sign in f"{CARD}\n":
        key = ENTER if sign == "\n" else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "\r" if key else sign)
            QApplication.sendEvent(QApplication.focusWidget(), event)
    clerk.bot.waitUntil(lambda: page.form.model.text("to_name") == "Trần Thị Ngọc Lan")
    assert page.form.model.text("why") == ""
    clerk.bot.waitUntil(lambda: len(clerk.desk.drafts.unfinished()) == 1)
    with clerk.desk.seat.reading() as reading:
        (kept,) = reading.drafts.all()
    assert [part for part in ("001198000002", "14031998", "Bến Trà") if part in kept.values_json] == []


def test_a_letter_found_is_written_anew_then_taken_back(clerk: Clerk) -> None:
    page = clerk.begin(Qt.Key.Key_C)
    page.form.begin("thanks", kind="opinion", name="Hoàng Thị Vân", words="quầy số 2 không có ghế")
    for field, text in (("to_address", "bà"), ("said_on", "2/11"), ("since", "9/11"), ("mended", "đã có ghế")):
        page.form.fields.written.emit(field, text)
    clerk.chord(Qt.Key.Key_Return, CTRL)
    assert page.form.model.saved, [one.sentence for one in page.form.model.check()]
    find = _find(clerk, "hoang van")
    assert find.column.record.title == "Bà Hoàng Thị Vân"
    clerk.chord(Qt.Key.Key_F2)
    assert (clerk.page.title, clerk.page.form.model.text("matter")) == ("Viết lại thư cảm ơn", "quầy số 2 không có ghế")
    clerk.page.form.fields.written.emit("mended", "quầy nào cũng có ghế")
    clerk.chord(Qt.Key.Key_Return, CTRL)
    assert (clerk.letters(), clerk.page.form.model.behind.itself > clerk.before) == (
        [("thanks", "Hoàng Thị Vân")],
        True,
    )
    find = _find(clerk, "hoang van")
    clerk.chord(Qt.Key.Key_B, CTRL)
    (dialog,) = find.findChildren(Choices)
    dialog.answered.emit(("Ghi nhầm", ""))
    dialog.close()
    assert clerk.letters() == []
    assert ("Thư không còn tính", "Ghi nhầm") in [(done.what, done.more) for done in find.column.record.done]


def test_a_letter_is_erased_by_law_from_where_everything_held_is_seen(clerk: Clerk) -> None:
    values = {"kind": "manner", "to_address": "bác", "to_name": "Đoàn Quỳnh Khuê", "on": "19/11/2026"}
    clerk.desk.courtesy.prepare(courtesy_from("apology", {**values, "errand": "làm thủ tục"}))
    _find(clerk, "doan quynh khue")
    clerk.chord(Qt.Key.Key_X, CTRL | Qt.KeyboardModifier.ShiftModifier)
    page = clerk.page
    clerk.bot.waitUntil(lambda: "Bác Đoàn Quỳnh Khuê" in page.lines.text())
    clerk.window.asker.answers = ["Người nhận đề nghị", "đoàn quỳnh khuê"]
    page.erase.click()
    clerk.bot.waitUntil(lambda: clerk.letters() == [])
    assert _find(clerk, "doan quynh khue").letter_rows.rows == ()


def _find(clerk: Clerk, text: str) -> FindPage:
    clerk.chord(Qt.Key.Key_F3)
    page = clerk.page
    assert isinstance(page, FindPage)
    page.box.setText(text)
    page.search_now()
    page.letters.setFocus()
    return page


def test_an_own_letter_of_thanks_is_one_key_away_and_stays_with_what_is_typed(clerk: Clerk) -> None:
    desk = clerk.desk
    draft = desk.templates.begin(layout="thanks-card", title="Thư cảm ơn nhà hảo tâm")
    desk.templates.save(draft.name, draft.version, draft.text.replace("tấm lòng ấy", "tấm lòng vàng ấy"))
    assert not isinstance(desk.templates.approve(draft.name, draft.version), tuple)
    page = clerk.begin(Qt.Key.Key_C)
    side = page.form.side
    assert side.paper.box.isVisible()
    clerk.enter("1", "2", "Hồ Thị Nhạn")
    clerk.chord(Qt.Key.Key_4, CTRL)
    assert side.paper.text() == "Thư cảm ơn nhà hảo tâm, thẻ A5"
    clerk.chord(Qt.Key.Key_Escape)
    (kept,) = desk.drafts.unfinished()
    clerk.window.go("courtesy", draft=kept.id)
    assert page.form.model.behind.template == draft.name
    page.form.front.focus("outcome")
    clerk.enter("Lớp mầm non có thêm sách", "tủ sách đã tặng")
    clerk.chord(Qt.Key.Key_Return, CTRL)
    assert page.form.model.saved
    with desk.seat.reading() as reading:
        kept_letter = reading.letters.get(page.form.model.saved.letter)
    assert kept_letter
    assert kept_letter.template == draft.name
    desk.templates.withdraw(draft.name, draft.version, "thử thôi")
    page.form.begin("thanks")
    assert not side.paper.box.isVisible()
