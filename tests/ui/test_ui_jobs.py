"""Long work beside the window."""

from __future__ import annotations

import gc
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.jobs import Cancelled, Jobs


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_work_runs_beside_and_its_result_arrives_in_the_windows_thread(over: QWidget, qtbot: QtBot) -> None:
    jobs, seen = Jobs(over), []
    jobs.start(lambda step: current_thread(), lambda t: seen.extend((t, current_thread())), seen.append, "Đang làm")
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[0] is not main_thread()
    assert seen[1] is main_thread()
    assert not jobs.busy
    jobs.close()


def test_trouble_arrives_too(over: QWidget, qtbot: QtBot) -> None:
    jobs, seen = Jobs(over), []
    jobs.start(lambda step: 1 // 0, seen.append, seen.append, "Đang làm")
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], ZeroDivisionError)
    jobs.close()


def test_long_work_shows_its_count_and_can_be_stopped(over: QWidget, qtbot: QtBot) -> None:
    jobs, seen, go_on = Jobs(over), [], Event()

    def work(step):  # type: ignore[no-untyped-def]
        for done in range(10**6):
            step(done, 10**6)
            if go_on.wait(0.01):
                return

    jobs.start(work, seen.append, seen.append, "Đang ghi gói")
    qtbot.waitUntil(lambda: over.findChild(QProgressDialog) is not None)
    dialog = over.findChild(QProgressDialog)
    qtbot.waitUntil(lambda: "/1000000" in dialog.labelText())
    dialog.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: bool(seen))
    go_on.set()
    assert isinstance(seen[0], Cancelled)
    jobs.close()


def test_work_that_ends_while_its_count_is_being_shown_takes_the_dialog_with_it(over: QWidget, qtbot: QtBot) -> None:
    jobs, seen, go_on, told = Jobs(over), [], Event(), Event()

    def work(step):  # type: ignore[no-untyped-def]
        go_on.wait(10)
        for done in range(1, 4):
            step(done, 4)
        told.set()

    jobs.start(work, seen.append, seen.append, "Đang ghi gói")
    qtbot.waitUntil(lambda: over.findChild(QProgressDialog) is not None)
    go_on.set()
    assert told.wait(10), "both the count and the end wait for the window now"
    jobs._pool.submit(int).result()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [None]
    jobs.close()


def test_work_is_done_one_after_the_other(over: QWidget, qtbot: QtBot) -> None:
    jobs, seen = Jobs(over), []
    for n in range(5):
        jobs.start(lambda step, n=n: n, seen.append, seen.append, "")
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert seen == list(range(5))
    jobs.close()


def test_after_closing_nothing_is_called_back_and_nothing_begins(over: QWidget) -> None:
    jobs, seen, begun, go_on = Jobs(over), [], Event(), Event()

    def first(step):  # type: ignore[no-untyped-def]
        begun.set()
        go_on.wait(10)

    jobs.start(first, seen.append, seen.append, "")
    jobs.start(lambda step: seen.append("second"), seen.append, seen.append, "")
    begun.wait(10)
    go_on.set()
    jobs.close()
    jobs.start(lambda step: seen.append("third"), seen.append, seen.append, "")
    assert seen == []
    assert not jobs.busy


def test_widgets_are_never_taken_apart_in_the_working_thread(over: QWidget, qtbot: QtBot) -> None:
    taken: list[object] = []

    class Knot:
        """Garbage that only the collector can find, as a closed dialog with its callbacks is."""

        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            taken.append(current_thread())

    jobs, seen = Jobs(over), []

    def work(step):  # type: ignore[no-untyped-def]
        Knot()
        return len([[n] for n in range(200_000)])

    jobs.start(work, seen.append, seen.append, "")
    qtbot.waitUntil(lambda: bool(seen))
    gc.collect()
    assert taken == [main_thread()]
    assert gc.isenabled()
    jobs.close()


def test_esc_on_the_count_stops_the_work_however_it_reaches_the_dialog(over: QWidget, qtbot: QtBot) -> None:
    jobs, seen, go_on = Jobs(over), [], Event()

    def work(step):  # type: ignore[no-untyped-def]
        go_on.wait(20)
        step(1, 2)

    jobs.start(work, seen.append, seen.append, "Đang ghi gói")
    qtbot.waitUntil(lambda: over.findChild(QProgressDialog) is not None)
    over.findChild(QProgressDialog).reject()
    go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], Cancelled)
    jobs.close()
