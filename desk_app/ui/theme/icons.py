"""Tabler outline icons in the colour of the text beside them."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desk_app import paths
from desk_app.ui.theme.tokens import MUC, Ink

_SIZES = (18, 20, 24, 36, 40, 48)
_STROKE = ('stroke-width="2"', 'stroke-width="1.75"')


def icon(name: str, colour: Ink = MUC, selected: str | Ink = "#FFFFFF") -> QIcon:
    """The icon in one colour, and in another on a selected row. Raises FileNotFoundError for a name we do not ship."""
    return _icon(name, colour.name(), QColor(selected).name())


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, selected: str) -> QIcon:
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Selected, selected)):
        renderer = QSvgRenderer(QByteArray(_svg(name, ink)))
        for size in _SIZES:
            made.addPixmap(_rendered(renderer, size, size), mode)
    return made


def picture(name: str, size: int, colour: Ink = MUC, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` px for a label."""
    pixels = round(size * ratio)
    pixmap = drawn(_svg(name, colour.name()), pixels, pixels)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def ornament(name: str, height: int, ratio: float = 1.0) -> QPixmap:
    """One of our own drawings (resources/ornaments) at this height in px."""
    raw = (paths.resources() / "ornaments" / f"{name}.svg").read_bytes()
    box = QSvgRenderer(QByteArray(raw)).viewBoxF()
    pixmap = drawn(raw, round(height * ratio * box.width() / box.height()), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def drawn(svg: bytes, width: int, height: int) -> QPixmap:
    """A drawing on nothing, `width` by `height` pixels."""
    return _rendered(QSvgRenderer(QByteArray(svg)), width, height)


def _rendered(renderer: QSvgRenderer, width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return pixmap


@cache
def _svg(name: str, colour: str) -> bytes:
    text = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).replace(*_STROKE).encode()
