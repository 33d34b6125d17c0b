"""PySide6 6.12.0 on Python 3.11 dies after some 570 signals and some 6,000 paint calls (docs/adr/0002)."""

import PySide6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPainter, QPen


class Bell(QObject):
    rang = Signal(bool)


def test_pyside_is_older_than_the_version_that_dies():
    assert tuple(int(part) for part in PySide6.__version__.split(".")[:2]) < (6, 12)


def test_a_signal_is_emitted_three_thousand_times(qapp):
    heard = []
    bell = Bell()
    bell.rang.connect(heard.append)
    for _ in range(3000):
        bell.rang.emit(True)
    assert len(heard) == 3000


def test_a_painter_is_called_twelve_thousand_times(qapp):
    picture = QImage(16, 16, QImage.Format.Format_Grayscale8)
    painter = QPainter(picture)
    pen = QPen()
    for _ in range(6000):
        painter.setPen(pen)
        painter.drawLine(0, 0, 15, 15)
    painter.end()
    assert not picture.isNull()
