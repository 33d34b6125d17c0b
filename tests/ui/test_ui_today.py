"""Hôm nay: the model bare, then the page in the real window by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, open_copy

from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.services.today import Today
from desk_app.ui.jobs import Jobs
from desk_app.ui.page import Around
from desk_app.ui.parts.button import KeyButton
from desk_app.ui.parts.choices import Choices
from desk_app.ui.parts.glance import Glance
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress
from desk_app.ui.today.model import TodayModel
from desk_app.ui.today.view import TodayPage

from test_services_letters import DEATH  # isort: skip
from test_services_registering import BIRTH, entered  # isort: skip
from test_services_today import WEDDING, sheet  # isort: skip

CTRL = Qt.KeyboardModifier.ControlModifier
OTHER = replace(BIRTH, child_name="Lê Gia Hân", mother_name="Lê Thị Hoa")


class Elsewhere(QWidget):
    """A page that remembers what it was told."""

    title = "Trang"

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.what: dict[str, object] = {}

    def arrive(self, **what: object) -> None:
        self.what = what

    def refresh(self) -> None:
        self.update()

    def act(self, action_id: str) -> bool:
        return False

    def may_leave(self) -> bool:
        return True


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(made: Path, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    opened = open_copy(made, tmp_path / "quầy", clock)
    yield opened
    opened.close()


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp, paths.resources())
    pages = {"today": TodayPage, **dict.fromkeys(("find", "form", "printing", "month"), Elsewhere)}
    opened = MainWindow(desk, Answers(), Jobs(), pages)
    qtbot.addWidget(opened)
    opened.resize(1366, 728)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    yield opened
    opened.jobs.close()


def page(window: MainWindow) -> TodayPage:
    window.go("today")
    found = window.page()
    assert isinstance(found, TodayPage)
    return found


def asked(qtbot: QtBot) -> QWidget:
    """The dialog in front, when it has the keys."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), Choices))
    dialog = QApplication.activeWindow()
    assert dialog is not None
    return dialog


def key(
    qtbot: QtBot, widget: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(QApplication.focusWidget() or widget, which, held)


def where(window: MainWindow) -> tuple[str, dict[str, object]]:
    there = window.page()
    assert isinstance(there, Elsewhere)
    return window.front(), there.what


def test_the_model_keeps_queue_and_row_over_a_refresh(desk: Desk) -> None:
    entered(desk.register.enter(BIRTH))
    model = TodayModel(Today(desk.seat))
    key_of_first = model.queue().rows[0].key
    entered(desk.register.enter(replace(DEATH, registered_on="20/11/2026")))
    model.read()
    assert model.place_of(key_of_first) == 0
    assert model.place_of("registration-99") == 0
    model.choose("look")
    assert (model.queue().id, model.title()) == ("look", ("Cần xem lại", ""))


def test_only_letters_to_print_go_to_the_printing_table(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    model = TodayModel(Today(desk.seat))
    assert model.sheets(model.queue().rows) == ((id,),)
    model.choose("draft")
    assert model.sheets(model.queue().rows) == ()


def test_an_empty_desk_says_where_letters_come_from_and_offers_to_enter_one(window: MainWindow, qtbot: QtBot) -> None:
    today = page(window)
    assert today.rows.nothing.isVisible()
    assert today.rows.nothing.text().startswith("Không có thư nào chờ in.")
    qtbot.mouseClick(today.rows.next["print"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.new_menu.isVisible)
    qtbot.keyClick(window.new_menu, Qt.Key.Key_T)
    assert where(window) == ("form", {"event": "death"})


def test_every_empty_queue_offers_what_to_do_next_and_has_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    today = page(window)
    for digit, queue in zip(range(1, 7), today.tiles, strict=True):
        key(qtbot, today, getattr(Qt.Key, f"Key_{digit}"))
        offered = [id for id, press in today.rows.next.items() if press.isVisible()]
        assert offered == [queue]
        assert today.rows.next[queue].hasFocus()
        assert today.rows.next[queue].key()
        assert today.rows.nothing.text() == today.model.queue().empty
        assert not any(press.isVisible() for press in today.actions_here.values())


def test_x_notes_what_a_person_decided_about_a_letter(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    entered(desk.register.enter(replace(DEATH, born="2015")))
    today = page(window)
    key(qtbot, today, Qt.Key.Key_6)
    key(qtbot, today, Qt.Key.Key_X)
    dialog = asked(qtbot)
    for each in (Qt.Key.Key_1, Qt.Key.Key_Return):
        key(qtbot, dialog, each)
    assert (today.tiles["look"].count(), today.tiles["print"].count()) == (0, 0)
    assert window.focusWidget() is today.rows.next["look"]


def test_control_o_goes_on_with_the_form_that_a_card_tells_of(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.drafts.keep("cd" * 16, WEDDING)
    today = page(window)
    assert {"Ctrl+O", "Alt+0"} <= {press.key() for press in today.reminders.findChildren(KeyButton)}
    key(qtbot, today, Qt.Key.Key_O, CTRL)
    assert where(window) == ("form", {"draft": "cd" * 16})


def test_digits_choose_the_queues_and_the_tiles_tell_their_counts(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    entered(desk.register.enter(BIRTH))
    entered(desk.register.enter(replace(DEATH, born="2015")))
    desk.drafts.keep(desk.drafts.begin(), WEDDING)
    today = page(window)
    assert [tile.count() for tile in today.tiles.values()] == [1, 0, 0, 0, 1, 1]
    for digit, queue in zip(range(1, 7), today.tiles, strict=True):
        key(qtbot, today, getattr(Qt.Key, f"Key_{digit}"))
        assert (today.model.chosen, today.tiles[queue].isChecked()) == (queue, True)
    assert today.rows.table.isColumnHidden(3)


def test_control_p_takes_the_chosen_sheets_to_the_printer(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    ids = tuple(entered(desk.register.enter(draft)).id for draft in (BIRTH, OTHER))
    today = page(window)
    with qtbot.waitSignal(today.print_rows) as told:
        key(qtbot, today, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        key(qtbot, today, Qt.Key.Key_P, CTRL)
    assert told.args == [((ids[0],), (ids[1],))]
    assert where(window) == ("printing", {"registrations": ids})


def test_enter_opens_the_record_and_a_draft_goes_on_in_the_form(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    desk.drafts.keep("ab" * 16, WEDDING)
    today = page(window)
    with qtbot.waitSignal(today.open_row) as told:
        key(qtbot, today, Qt.Key.Key_Return)
    assert (told.args, where(window)) == (["registration", id], ("find", {"show": id}))
    page(window)
    key(qtbot, today, Qt.Key.Key_5)
    key(qtbot, today, Qt.Key.Key_Return)
    assert where(window) == ("form", {"draft": "ab" * 16})


def test_space_shows_the_sheet_and_space_puts_it_away(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    entered(desk.register.enter(BIRTH))
    today = page(window)
    key(qtbot, today, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: today.findChild(Glance) is not None, timeout=10_000)
    shown = today.findChild(Glance)
    assert shown is not None
    assert shown.picture.image() is not None
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: today.findChild(Glance) is None)


def test_a_letter_is_handed_over_by_two_digits_and_enter(
    window: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    letter = sheet(desk, BIRTH)
    desk.letters.printed([letter])
    clock.forward(1)
    today = page(window)
    key(qtbot, today, Qt.Key.Key_3)
    key(qtbot, today, Qt.Key.Key_T, CTRL)
    dialog = asked(qtbot)
    for each in (Qt.Key.Key_2, Qt.Key.Key_6, Qt.Key.Key_Return):
        key(qtbot, dialog, each)
    with desk.seat.reading() as reading:
        kept = reading.letters.get(letter)
    assert kept is not None
    assert (kept.state, kept.way, kept.reaction) == ("delivered", "home", "good")
    assert today.model.queue("hand").count == 0


def test_g_notes_that_a_citizen_was_called(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    from desk_app.db.ratings import Message

    with desk.seat.work() as work:
        work.ratings.keep_message(Message("ab" * 16, date(2026, 11, 20), "call-back", {"phone": "0912", "text": ""}))
        work.commit()
    today = page(window)
    key(qtbot, today, Qt.Key.Key_4)
    assert today.tiles["call"].count() == 1
    key(qtbot, today, Qt.Key.Key_G)
    assert today.tiles["call"].count() == 0


def test_a_draft_is_given_up_only_after_the_question(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.drafts.keep("ab" * 16, WEDDING)
    today = page(window)
    key(qtbot, today, Qt.Key.Key_5)
    key(qtbot, today, Qt.Key.Key_Delete)
    assert today.tiles["draft"].count() == 1
    window.asker.answers.append(0)  # type: ignore[attr-defined]
    key(qtbot, today, Qt.Key.Key_Delete)
    assert today.tiles["draft"].count() == 0
    assert desk.drafts.unfinished() == ()


def test_reminders_lead_to_their_pages_and_the_day_is_summed_up(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    from tools.pretend_office import PretendOffice

    desk.district.enrol(PretendOffice(tmp_path).enrol(desk))
    entered(desk.register.enter(BIRTH))
    today = page(window)
    assert today.summary.title.text() == "Hôm nay đã ghi 1 việc, in 0 thư, trao 0 thư."
    today.reminders.asked.emit("page-month")
    assert window.front() == "month"
