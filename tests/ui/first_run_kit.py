"""What tests of the first run share: the door it is given, its page on the screen, a sheet that is read back."""

from __future__ import annotations

import secrets
from pathlib import Path

import pypdfium2
import zxingcpp
from cheap_passwords import cheapen
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from window_kit import Clock, press, type_text

from desk_app.house import Login, World, open_desk, set_up, unit_table
from desk_app.services.communes import find_communes
from desk_app.services.desk import Desk
from desk_app.services.setup import FirstRun as Made
from desk_app.services.setup import Wished
from desk_app.ui.first_run.model import Door
from desk_app.ui.first_run.proof import ASKED
from desk_app.ui.first_run.view import FirstRun

PASSWORD = "đò trăng mít sáo"
WORLD = World(Clock(), secrets.token_bytes, practice=True)
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def door(folder: Path) -> Door:
    """The door of a folder, with passwords that cost nothing."""
    today = WORLD.today()

    def made(wished: Wished, user: str, password: str) -> Made:
        told = set_up(folder, WORLD, Login(user, password), wished)
        cheapen(folder, user, password)
        return told

    def opened(user: str, password: str) -> Desk:
        return open_desk(folder, WORLD, Login(user, password))

    return Door(lambda text: find_communes(unit_table(), text, today), made, opened, folder, today)


def tab(widget: QWidget, times: int = 1) -> None:
    """To the next field."""
    for _ in range(times):
        press(widget, Qt.Key.Key_Tab)


def go_on(widget: QWidget) -> None:
    """Enter, as the primary button shows it."""
    press(widget, Qt.Key.Key_Return)


def type_steps(page: FirstRun, user: str = "Nguyễn Thu Hằng", leader: str = "Phạm Quốc Thịnh") -> None:
    """The first three steps with the keyboard alone, up to the key that makes the register."""
    type_text(page, "xuan dinh, dong nai")
    go_on(page)
    type_text(page, leader)
    tab(page, 2)
    type_text(page, "0200 3555 018")
    go_on(page)
    type_text(page, user)
    tab(page, 3)
    type_text(page, PASSWORD)
    tab(page)
    type_text(page, PASSWORD)
    go_on(page)


def type_groups(page: QWidget, groups: tuple[str, ...], small: bool = False) -> None:
    """The three groups, from the first of their fields on."""
    for place, number in enumerate(ASKED):
        if place:
            tab(page)
        group = groups[number - 1]
        type_text(page, group.lower() if small else group)


def groups_on(paper: Path) -> tuple[str, ...]:
    """The groups of a printed rescue sheet, read by its symbol."""
    with pypdfium2.PdfDocument(paper) as document:
        assert len(document) == 1
        bitmap = document[0].render(scale=200 / 72, grayscale=True)
        picture = Image.frombytes("L", (bitmap.width, bitmap.height), bytes(bitmap.buffer), "raw", "L", bitmap.stride)
        (found,) = zxingcpp.read_barcodes(picture)
    return tuple(found.text.split("-"))
