"""`python -m tools.package.icon`: the icon of the program in every size, drawn from the mark among our ornaments."""

from __future__ import annotations

import os
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice
from PySide6.QtWidgets import QApplication

from desk_app.ui.theme.icons import ornament

TOP = Path(__file__).resolve().parents[2]
SIZES = (256, 128, 64, 48, 40, 32, 24, 20, 16)
"""What Windows asks for, from a desktop with large icons to a title bar at 100 %."""
ICON, PICTURE = TOP / "packaging" / "mot-cua.ico", TOP / "packaging" / "mot-cua.png"


@cache
def _off_screen() -> QCoreApplication:
    """Qt draws nothing without an application."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication.instance() or QApplication([])


def drawn(size: int) -> Image.Image:
    """The mark, `size` pixels high and wide."""
    _off_screen()
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    ornament("dau-hieu", size).toImage().save(buffer, "PNG")
    return Image.open(BytesIO(bytes(raw.data()))).convert("RGBA")


def main() -> None:
    """Write both files."""
    pictures = [drawn(size) for size in SIZES]
    sizes = [picture.size for picture in pictures]
    pictures[0].save(ICON, format="ICO", sizes=sizes, append_images=pictures[1:])
    pictures[0].save(PICTURE, optimize=True)
    print(f"{ICON.relative_to(TOP)}, {PICTURE.relative_to(TOP)}: {', '.join(str(size) for size in SIZES)} px")


if __name__ == "__main__":
    main()
