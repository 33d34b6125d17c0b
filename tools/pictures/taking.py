"""One walk through everything, a picture at each stop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu

from desk_app import paths
from desk_app.ui.theme import tokens
from desk_app.ui.theme.look import dress
from tools.pictures.doors_walk import Doors
from tools.pictures.index import write_index
from tools.pictures.invented import LONGEST, USUAL, Cast
from tools.pictures.register import Registers
from tools.pictures.stage import SCREEN, Stage
from tools.pictures.window_walk import empty_walk, practice_walk, window_walk

_SHADE, _SWATCH = 90, 8
_PAUSE_MS = 160
"""Longer than any page waits before it draws its letter."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where to, which names, the type in per cent, the screen's scale, and whether names shall be as long as can be."""

    out: Path
    only: tuple[str, ...] = ()
    percent: int = 100
    scale: float = 1.0
    longest: bool = False


def take(wanted: Wanted) -> list[str]:
    """The names of the pictures taken."""
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("no window can be opened here")
    dress(app, paths.resources(), wanted.percent)
    wanted.out.mkdir(parents=True, exist_ok=True)
    taken = []
    with TemporaryDirectory(prefix="pictures-") as place:
        screen = (round(SCREEN[0] / wanted.scale), round(SCREEN[1] / wanted.scale))
        made = Registers(_sub(place, "sổ"), _cast(wanted))
        for name, standing in every(made, _sub(place, "bàn"), _PAUSE_MS, screen):
            if not wanted.only or any(part in name for part in wanted.only):
                standing.settle()
                save(picture(standing), wanted.out / f"window-{name}.png")
                taken.append(name)
    whole = not wanted.only and wanted.percent == 100 and wanted.scale == 1.0 and not wanted.longest
    if whole:
        write_index(wanted.out, taken)
    return taken


def _sub(place: str, name: str) -> Path:
    folder = Path(place) / name
    folder.mkdir()
    return folder


def _cast(wanted: Wanted) -> Cast:
    return LONGEST if wanted.longest else USUAL


def every(made: Registers, folder: Path, pause: int, screen: tuple[int, int] = SCREEN) -> Iterator[tuple[str, Any]]:
    """Each state by its name, and the Stage or the Doors that stand in it; reached in a window of this size."""
    doors = Doors(made, folder, pause, screen)
    yield from ((name, doors) for name in doors.walk())
    doors.close()
    (folder / "usb").mkdir()
    desk = made.filled(folder / "quầy")
    stage = Stage(desk, folder, pause, screen)
    yield from ((name, stage) for name in window_walk(stage, made.above, made.cast))
    stage.close()
    for other, walk in ((made.practice(desk), practice_walk), (made.empty(folder / "mới"), empty_walk)):
        stage = Stage(other, folder, pause, screen)
        yield from ((name, stage) for name in walk(stage))
        stage.close()
        other.close()
    desk.close()


def picture(standing: Any) -> QPixmap:
    """The window and what lies over it: a list hangs where it opened, a dialog stands in the middle."""
    whole: QPixmap = standing.frame.grab()
    corner = standing.frame.mapToGlobal(QPoint(0, 0))
    for over in standing.dialogs():
        painter = QPainter(whole)
        if isinstance(over, QMenu):
            painter.drawPixmap(over.mapToGlobal(QPoint(0, 0)) - corner, over.grab())
        else:
            painter.fillRect(standing.frame.rect(), QColor(28, 35, 38, _SHADE))
            painter.drawPixmap(standing.frame.rect().center() - over.rect().center(), over.grab())
        painter.end()
    return whole


def save(shown: QPixmap, path: Path) -> None:
    """A PNG of at most 256 colours, those of the design among them however small their spot is."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shown.save(buffer, "PNG")
    whole = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    colours = sorted({ink.name() for ink in tokens.inks().values()})
    swatches = Image.new("RGB", (whole.width, whole.height + _SWATCH * len(colours)))
    swatches.paste(whole, (0, 0))
    for place, colour in enumerate(colours):
        top = whole.height + place * _SWATCH
        swatches.paste(colour, (0, top, whole.width, top + _SWATCH))
    few = swatches.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.crop((0, 0, *whole.size)).save(path, optimize=True)
