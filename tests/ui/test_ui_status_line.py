"""The status line is true at all times: each part follows what happened, also where nobody told the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, open_copy

from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.services.people import Called
from desk_app.ui.jobs import Jobs
from desk_app.ui.page import Around
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress
from tools.pretend_office import PretendOffice

from test_services_registering import BIRTH, entered  # isort: skip


class Blank(QWidget):
    """A page with nothing on it."""

    title, actions = "Trang", frozenset[str]()  # type: ignore[assignment]

    def __init__(self, around: Around) -> None:
        super().__init__()

    def arrive(self, **what: object) -> None:
        self.what = what

    def refresh(self) -> None:
        self.update()

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
    opened = MainWindow(desk, Answers(), Jobs(), {"month": Blank})
    qtbot.addWidget(opened)
    yield opened
    opened.jobs.close()


def told(window: MainWindow) -> tuple[str, str, str]:
    """What stands there a minute later; nothing but the clock tells the window anything."""
    window.minute.timeout.emit()
    copy, tie, lines = window.status.texts()
    return copy, tie, lines


def test_every_part_follows_what_happens(window: MainWindow, desk: Desk, clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    copy, tie, lines = told(window)
    assert (copy, tie) == ("Chưa sao lưu lần nào", "Chưa nối với cấp trên")
    assert lines.endswith("dòng giữ trong máy này")
    office = PretendOffice(tmp_path)
    waiting = desk.district.enrol(office.enrol(desk), hold=True)
    assert told(window)[1] == "Chờ so sáu chữ với cấp trên"
    desk.district.confirm(" ".join(waiting.words().words))
    assert told(window)[1] == "Chưa gửi gói nào"
    before = int(told(window)[2].split()[0])
    entered(desk.register.enter(BIRTH))
    assert told(window)[2] == f"{before + 1} dòng chờ gói tháng 11"
    desk.care.backup(tmp_path / "usb")
    assert told(window)[0] == "Sao lưu lúc 09:30 hôm nay"
    (bundle,) = desk.month.close(tmp_path / "usb")
    assert told(window)[1:] == ("Chờ biên nhận gói số 1", "Không có dòng nào chờ gửi")
    opened = office.opened(bundle.path.read_bytes())
    desk.month.receive(office.receipt(opened, verdict="waiting", upto=0, digest_at_upto=_start(desk)))
    assert told(window)[1] == "Cấp trên để chờ gói số 1, xem biên nhận"
    desk.month.receive(office.receipt(opened))
    assert told(window)[1:] == ("Gói tháng 11 đã gửi, đã có biên nhận 20/11", "Không có dòng nào chờ gửi")
    desk.people.call("clerk", Called("Nguyễn Thu Hằng", "chị", "cán bộ một cửa"))
    told(window)
    assert window.status._who.text() == "Nguyễn Thu Hằng, cán bộ một cửa"


def test_the_days_move_it_and_a_month_that_ended_is_named(
    window: MainWindow, desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    desk.district.enrol(PretendOffice(tmp_path).enrol(desk))
    (tmp_path / "usb").mkdir()
    desk.care.backup(tmp_path / "usb")
    desk.month.close(tmp_path / "usb")
    entered(desk.register.enter(BIRTH))
    assert told(window)[2] == "1 dòng chờ gói tháng 11", "the bundle of this month went already, the rest follows"
    clock.forward(1)
    assert told(window)[0] == "Sao lưu lúc 09:30 hôm qua"
    clock.forward(10)
    assert told(window)[::2] == ("Chưa sao lưu 11 ngày", "1 dòng chờ gói tháng 12")
    clock.moment -= timedelta(days=40)
    assert told(window)[0] == "Đồng hồ máy chỉ 22/10/2026, xem lại"


def _start(desk: Desk) -> str:
    with desk.seat.reading() as reading:
        return (reading.journal.digest_at(0) or b"").hex()
