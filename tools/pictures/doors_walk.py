"""What is seen before there is a window: the lock and the first run."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from common.words.take_back import ailing
from desk_app.house import World, look_at_copy, open_desk, take_back, unit_table
from desk_app.services.communes import find_communes
from desk_app.services.doorstep import Doorstep, Resident, read_doorstep
from desk_app.services.setup import FirstRun as Made
from desk_app.services.setup import Wished
from desk_app.services.taking_back import copies_at_hand
from desk_app.ui.first_run.model import Door
from desk_app.ui.first_run.proof import ASKED
from desk_app.ui.first_run.view import FirstRun
from desk_app.ui.frame import Frame
from desk_app.ui.lock.view import LockScreen
from desk_app.ui.take_back.model import Ways
from desk_app.ui.take_back.view import TakeBack
from tools.pictures import invented
from tools.pictures.register import FIRST_PASSWORD, HERE, Clock, Registers, printed
from tools.pictures.salvage_walk import salvage_stops
from tools.pictures.stage import SCREEN, Answering, Paper, WatchedJobs, keys, rest, until

NOW = datetime(2026, 11, 20, 11, 47, tzinfo=HERE)


class Doors:
    """A frame that holds a lock, then a first run."""

    def __init__(self, made: Registers, folder: Path, pause: int = 400, screen: tuple[int, int] = SCREEN) -> None:
        self.made, self.folder, self.cast, self.pause = made, folder, made.cast, pause
        self.frame, self.jobs = Frame(lambda: True, lambda: None), WatchedJobs()
        self.frame.resize(*screen)
        self.frame.show()
        self.frame.activateWindow()

    def close(self) -> None:
        """The frame goes."""
        self.jobs.close()
        self.frame.close()
        self.frame.deleteLater()

    def settle(self) -> None:
        """As a stage does."""
        until(lambda: not self.jobs.waiting)
        rest(self.pause)

    def dialogs(self) -> list[QWidget]:
        """Nothing lies over these."""
        return []

    def walk(self) -> Iterator[str]:
        """Every picture's name."""
        yield from self._lock()
        yield from self._take_back()
        yield from salvage_stops(self.folder / "hỏng máy", self.jobs, self.frame.show_only, self.settle)
        yield from self._first_run()

    def _lock(self) -> Iterator[str]:
        lock = LockScreen(self._doorstep(), lambda: 100.0, "1.0")
        lock.put(self._doorstep(), NOW)
        self.frame.show_only(lock)
        lock.password.setFocus()
        self.settle()
        yield "34-lock"
        lock.refuse()
        self.settle()
        yield "34-lock-wrong"
        lock.let_in()
        lock.lock("hang", "11:32", True)
        self.settle()
        yield "34-lock-pin"
        lock.lock("hang", "11:32", False)
        lock.offer_pin()
        self.settle()
        yield "34-lock-offer"
        lock.let_in()
        lock.trouble(ailing("register-damaged", 12, NOW), ways=True)
        self.settle()
        yield "34-lock-damaged"
        self.frame.drop(lock)

    def _take_back(self) -> Iterator[str]:
        desk = self.made.filled(self.folder / "hỏng máy")
        folder, sheet = desk.seat.folder, self.made.first.recovery_code
        desk.care.look_after()
        printed(
            desk, replace(invented.birth(self.cast), number="213", child_name="Lý Khánh Vy", mother_name="Lý Thị Sen")
        )
        desk.close()
        page = TakeBack(self._ways(folder), Answering(), self.jobs)
        self.frame.show_only(page)
        self.settle()
        yield "35-take-back"
        keys(page, "\n")
        self.settle()
        yield "35-take-back-password"
        keys(page, "sai\n")
        self.settle()
        yield "35-take-back-wrong"
        page.prove.other.click()
        keys(page, sheet)
        self.settle()
        yield "35-take-back-sheet"
        page.prove.other.click()
        keys(page, f"{FIRST_PASSWORD}\n")
        self.settle()
        yield "35-take-back-look"
        page.take.click()
        self.settle()
        yield "35-take-back-done"
        self.frame.drop(page)
        page = TakeBack(self._ways(self.folder / "máy trống"), Answering(), self.jobs, trial=True)
        self.frame.show_only(page)
        self.settle()
        yield "35-take-back-empty"
        self.frame.drop(page)

    def _ways(self, folder: Path) -> Ways:
        world = World(self.made.clock, secrets.token_bytes, practice=True)
        return Ways(
            folder=folder,
            copies=lambda also: copies_at_hand(folder, also),
            look=lambda copy, key, step: look_at_copy(folder, world, copy, key, step),
            take=lambda copy, key, step: take_back(folder, world, copy, key, step),
            doorstep=read_doorstep(folder),
            seconds=lambda: 100.0,
        )

    def _doorstep(self) -> Doorstep:
        people = (
            Resident("hang", self.cast.clerk, "chị Hằng", "cán bộ một cửa", 1),
            Resident("lam", self.cast.second, "anh Lâm", "tư pháp - hộ tịch"),
            Resident("ha", "Vũ Thị Thanh Hà", "bà Hà", "Phó Chủ tịch, xem và duyệt"),
        )
        saved = NOW.replace(minute=30)
        return Doorstep("26461", "xã Xuân Định", "thành phố Đồng Nai", "0251 3555 000", saved, people, "hang")

    def _first_run(self) -> Iterator[str]:
        place = self.folder / "máy mới"
        page = FirstRun(_door(self.made, place), Answering(), self.jobs, Paper(self.folder))
        self.frame.show_only(page)
        self.frame.activateWindow()
        page.commune.typed.setFocus()
        self.settle()
        yield "32-first-run"
        keys(page, "xuan dinh")
        self.settle()
        yield "32-first-run-unit"
        keys(page, ", dong nai\n")
        keys(page, f"{self.cast.leader}\t\t0251 3555 018")
        self.settle()
        yield "32-first-run-signer"
        keys(page, "\n")
        keys(page, f"{self.cast.clerk}\t\t\t{FIRST_PASSWORD}\t{FIRST_PASSWORD}")
        self.settle()
        yield "33-first-run-user"
        keys(page, "\n")
        until(page.keys.isVisible)
        self.settle()
        yield "33-first-run-keys"
        self._prove(page)
        yield "33-first-run-proved"
        keys(page, "\n")
        self.settle()
        yield "33-first-run-done"
        page.leave()
        self.frame.drop(page)

    def _prove(self, page: FirstRun) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            held = Qt.KeyboardModifier.ControlModifier
            QApplication.sendEvent(page.focusWidget() or page, QKeyEvent(kind, Qt.Key.Key_P, held))
        self.settle()
        fields = page.keys.sheet.proof.fields
        for place, number in enumerate(ASKED):
            fields[place].setFocus()
            keys(page, page.model.proof.groups[number - 1])
        self.settle()


def _door(made: Registers, folder: Path) -> Door:
    """A set-up that was made beforehand: the wraps of a new register take seconds."""

    def set_up(wished: Wished, user: str, password: str) -> Made:
        made.empty(folder).close()
        return made.first

    world = World(Clock(NOW), secrets.token_bytes, practice=True)
    return Door(
        find=lambda text: find_communes(unit_table(), text, world.today()),
        set_up=set_up,
        open=lambda user, password: open_desk(folder, world, made.login),
        folder=folder,
        today=world.today(),
    )
