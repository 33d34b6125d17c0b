"""Reading on by keys where nothing is typed: a page or a line further, to the beginning, to the end."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider

_Step = QAbstractSlider.SliderAction
_STEPS: Mapping[Qt.Key, _Step] = {
    Qt.Key.Key_PageDown: _Step.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _Step.SliderPageStepSub,
    Qt.Key.Key_Down: _Step.SliderSingleStepAdd,
    Qt.Key.Key_Up: _Step.SliderSingleStepSub,
    Qt.Key.Key_Home: _Step.SliderToMinimum,
    Qt.Key.Key_End: _Step.SliderToMaximum,
}


def read_on(bar: QAbstractSlider, event: QKeyEvent) -> bool:
    """Scroll by this key; False where it is none of those."""
    key = event.key()
    step = next((step for known, step in _STEPS.items() if known == key), None)
    if step is not None:
        bar.triggerAction(step)
    return step is not None
