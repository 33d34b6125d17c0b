"""What the tests of the month end share: a desk tied to a level above, its page, sticks, and keys to press."""

from __future__ import annotations

from pathlib import Path

from cheap_passwords import cheapen
from file_printers import FilePrinters
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Clock, Window, open_copy, press

from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.ui.month.view import MonthPage
from desk_app.ui.theme.look import dress
from exchange.bundle import OpenedBundle, Sender, open_bundle
from tools.pretend_office import PretendOffice

from test_services_registering import BIRTH, entered  # isort: skip

OTHER, PASSWORD = "Vàng A Lâm", "đò trăng mít sáo"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


class MonthKit:
    """One desk in `folder`, one window, one page; `tied` to a level above that takes figures."""

    def __init__(self, made: Path, folder: Path, qtbot: QtBot, tied: bool = True) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dress(app, paths.resources())
        self.folder, self.qtbot, self.clock = folder, qtbot, Clock()
        self.desk: Desk = open_copy(made, folder / "quầy", self.clock)
        self.office = PretendOffice(folder)
        if tied:
            self.desk.district.enrol(self.office.enrol(self.desk))
        self.window, self.printers = Window(self.desk), FilePrinters(folder)

    def close(self) -> None:
        self.window.jobs.close()
        self.desk.close()

    def birth(self) -> int:
        return entered(self.desk.register.enter(BIRTH)).id

    def second_person(self) -> None:
        """The switch is on, and there is somebody else."""
        self.desk.people.add(OTHER, "clerk", PASSWORD)
        cheapen(self.desk.seat.folder, OTHER, PASSWORD)
        self.desk.settings.put("second-person", "on")

    def page(self, width: int = 1154, height: int = 640) -> MonthPage:
        page = MonthPage(self.window.around(), self.printers)
        self.qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.refresh()
        return page

    def stick(self, name: str = "usb") -> Path:
        path = self.folder / name
        path.mkdir()
        return path

    def answer(self, *answers: object) -> None:
        self.window.asker.answers = list(answers)

    def written(self, page: MonthPage) -> Path:
        """Enter writes the bundle; where it lies."""
        stick = self.stick()
        self.answer(stick)
        press(page, ENTER)
        self.qtbot.waitUntil(lambda: page.shown() is page.result)
        (bundle,) = stick.glob("GOI-*.mctt")
        return bundle

    def opened(self, path: Path) -> OpenedBundle:
        assert self.office.card is not None
        card = self.office.card.card
        return open_bundle(
            path.read_bytes(),
            self.office.keys,
            lambda key: Sender(card.keys.verify, card.unit, 7, card.register, profile="register"),
        )

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.jobs.busy)
