"""The main window over a real desk, with pages that only remember what they were told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Answers

from common.words import window as said
from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.services.outlook import Outlook
from desk_app.ui.actions import ACTIONS, AT_THE_DOOR, BY_ID
from desk_app.ui.jobs import Jobs
from desk_app.ui.page import Around
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.shell.guide import GuideWindow
from desk_app.ui.shell.key_card import KeyCard, card_groups
from desk_app.ui.shell.model import status_parts, title
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

PAGES = (
    "today",
    "find",
    "form",
    "courtesy",
    "printing",
    "ceremony",
    "ratings",
    "reports",
    "month",
    "settings",
    "books",
    "numbers",
    "deliveries",
    "round",
    "papers",
    "genuine",
    "templates",
    "intake",
    "copies",
    "about-person",
    "access-log",
    "scanner",
    "draws",
    "follow-ups",
    "surveys",
    "yearlog",
    "sessions",
    "evidence",
    "criteria",
)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Remembering(QWidget):
    title = "Trang"
    actions = frozenset(action.id for action in ACTIONS if action.here and not action.told)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.told: list[object] = []
        self.leaves = True
        QVBoxLayout(self).addWidget(PageHead("Trang"))

    def arrive(self, **what: object) -> None:
        self.told.append(what)

    def refresh(self) -> None:
        self.told.append("refresh")

    def act(self, action_id: str) -> bool:
        self.told.append(action_id)
        return True

    def may_leave(self) -> bool:
        return self.leaves


@pytest.fixture
def asker() -> Answers:
    return Answers()


@pytest.fixture
def window(desk: Desk, asker: Answers, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp, paths.resources())
    opened = MainWindow(desk, asker, Jobs(), dict.fromkeys(PAGES, Remembering))
    qtbot.addWidget(opened)
    opened.resize(1366, 728)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    yield opened
    opened.jobs.close()


def told(window: MainWindow) -> list[object]:
    return window.page_widget().told  # type: ignore[attr-defined, no-any-return]


def test_the_first_page_stands_in_front_and_its_row_is_marked(window: MainWindow) -> None:
    assert window.front() == "today"
    assert window.side.rows.currentItem().text() == "Hôm nay"
    assert told(window) == [{}, "refresh"]


def test_every_action_reaches_its_page(window: MainWindow) -> None:
    for action in (a for a in ACTIONS if a.page and not a.here and a.id != "new"):
        window.actions_shown[action.id].trigger()
        assert window.front() == action.page, action.id
        assert dict(action.what) in told(window), action.id
        assert (action.id in told(window)) == action.does


def test_an_action_of_a_page_works_there_and_is_not_seen_elsewhere(window: MainWindow) -> None:
    for action in (a for a in ACTIONS if a.here and not a.told):
        window.go(next(page for page in PAGES if page != action.page))
        assert not window.actions_shown[action.id].isEnabled()
        assert not window.actions_shown[action.id].isVisible()
        window.go(action.page)
        window.actions_shown[action.id].trigger()
        assert told(window)[-1] == action.id


def test_keys_go_to_pages(window: MainWindow, qtbot: QtBot) -> None:
    plain = Qt.KeyboardModifier.NoModifier
    for key, held, page in (
        (Qt.Key.Key_3, ALT, "printing"),
        (Qt.Key.Key_F3, plain, "find"),
        (Qt.Key.Key_8, ALT, "settings"),
    ):
        qtbot.keyClick(window.page_widget(), key, held)
        assert window.front() == page


def test_the_same_key_does_one_thing_in_the_form_and_another_at_the_printer(window: MainWindow, qtbot: QtBot) -> None:
    window.go("form")
    qtbot.keyClick(window.page_widget(), Qt.Key.Key_P, CTRL)
    assert told(window)[-1] == "save-print"
    window.go("printing")
    qtbot.keyClick(window.page_widget(), Qt.Key.Key_P, CTRL)
    assert told(window)[-1] == "print"


def test_ctrl_n_then_h_begins_a_marriage(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.page_widget(), Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(window.new_menu.isVisible)
    qtbot.keyClick(window.new_menu, Qt.Key.Key_H)
    assert window.front() == "form"
    assert {"event": "marriage"} in told(window)


def test_a_page_that_would_lose_something_stays_in_front(window: MainWindow) -> None:
    window.go("form")
    window.page_widget().leaves = False  # type: ignore[attr-defined]
    assert not window.go("today")
    assert window.front() == "form"
    assert not window.may_close()


def test_pages_that_are_not_built_are_not_offered(desk: Desk, asker: Answers, qtbot: QtBot) -> None:
    small = MainWindow(desk, asker, Jobs(), {"today": Remembering})
    qtbot.addWidget(small)
    assert "page-month" not in small.actions_shown
    assert small.side.rows.count() == 1
    assert not small.side.new_entry.isVisibleTo(small)
    assert not small.go("month")
    small.jobs.close()


def test_counts_stand_beside_their_pages_and_are_said_aloud(window: MainWindow) -> None:
    window.side.show_counts({"printing": 5})
    spoken = [
        window.side.rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(window.side.rows.count())
    ]
    assert "Thư và in 5 Alt+3" in spoken


def test_backing_up_writes_a_copy_and_the_status_line_says_when(
    window: MainWindow, asker: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.status.texts()[0] == "Chưa sao lưu lần nào"
    asker.answers = [tmp_path / "usb"]
    window.actions_shown["backup-now"].trigger()
    qtbot.waitUntil(lambda: asker.asked[-1][0] == said.BACKUP_DONE)
    assert window.status.texts()[0].endswith("hôm nay")
    assert len(list((tmp_path / "usb").glob("SAO-LUU_*/register.db"))) == 1


def test_checking_tells_how_many_lines_hold(window: MainWindow, asker: Answers, qtbot: QtBot) -> None:
    window.actions_shown["check-data"].trigger()
    qtbot.waitUntil(lambda: bool(asker.asked))
    assert asker.asked[-1][0] == said.CHECK_DONE


def test_closing_while_work_runs_asks_first_and_waits_for_a_safe_end(
    window: MainWindow, asker: Answers, qtbot: QtBot
) -> None:
    begun, go_on = Event(), Event()
    steps: list[int] = []

    def work(step):  # type: ignore[no-untyped-def]
        begun.set()
        go_on.wait(10)
        step(1, 2)
        steps.append(1)

    window.jobs.start(work, lambda result: steps.append(2), lambda error: steps.append(3), "Đang ghi")
    begun.wait(10)
    stays = QCloseEvent()
    window.closeEvent(stays)
    assert not stays.isAccepted()
    asker.answers = [1]
    go_on.set()
    goes = QCloseEvent()
    window.closeEvent(goes)
    assert goes.isAccepted()
    assert steps == []
    assert not window.jobs.busy


def test_the_card_of_keys_shows_every_key_that_is_built(window: MainWindow, qtbot: QtBot) -> None:
    shown = {action.id for _, actions in card_groups(window.built()) for action in actions}
    assert shown == {action.id for action in ACTIONS if action.key and action.page not in AT_THE_DOOR}
    assert [title for title, _ in card_groups({"lock", "print"})] == ["Ở mọi nơi", "Ở bàn in"]
    qtbot.keyClick(window.page_widget(), Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    card = window.findChild(KeyCard)
    assert card is not None
    assert card.isVisible()
    assert card.height() <= 728
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    qtbot.keyClick(window.page_widget(), Qt.Key.Key_F1)
    (guide,) = window.findChildren(GuideWindow)
    assert guide.page().id == window.front()


def test_the_lock_is_asked_for_by_key(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.lock_asked):
        qtbot.keyClick(window.page_widget(), Qt.Key.Key_L, CTRL)


def test_everything_that_can_be_reached_has_an_accessible_name(window: MainWindow) -> None:
    assert window.side.rows.accessibleName() == said.NAVIGATION
    assert window.side.new_entry.accessibleName() == BY_ID["new"].words
    assert window.status.accessibleName() == said.STATUS


NOW = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)


def seen(**changed: object) -> Outlook:
    usual: dict[str, object] = {
        "unit": "xã An Liên",
        "practice": False,
        "backed_up": datetime(2026, 11, 20, 10, 30, tzinfo=UTC),
        "tie": "tied",
        "bundle": 10,
        "bundle_month": "2026-10",
        "receipt_on": date(2026, 11, 4),
        "lines_waiting": 37,
        "month": 11,
    }
    return Outlook(**(usual | changed))  # type: ignore[arg-type]


def test_the_status_line_speaks_as_designed() -> None:
    assert [part.text for part in status_parts(seen(), NOW)] == [
        "Sao lưu lúc 10:30 hôm nay",
        "Gói tháng 10 đã gửi, đã có biên nhận 04/11",
        "37 dòng chờ gói tháng 11",
    ]


def test_what_somebody_should_look_at_is_said_and_marked() -> None:
    old = seen(backed_up=datetime(2026, 11, 12, 8, tzinfo=UTC), receipt_on=None, bundle=14)
    parts = status_parts(old, NOW)
    assert [part.text for part in parts[:2]] == ["Chưa sao lưu 8 ngày", "Chờ biên nhận gói số 14"]
    assert {part.tone for part in parts} == {"hoe"}
    assert status_parts(seen(tie="", bundle=0), NOW)[1].text == said.NO_DISTRICT
    assert status_parts(seen(tie="waiting", bundle=0), NOW)[1].text == said.WORDS_WAIT
    assert status_parts(seen(training=True, backed_up=None), NOW)[0].text == said.NO_COPY_HERE


def test_practice_stands_in_the_title() -> None:
    assert title(seen()) == "Một Cửa Thân Thiện - UBND xã An Liên"
    assert title(seen(practice=True)).endswith("TẬP")
