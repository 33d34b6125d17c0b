"""Other choices in a list that is chosen from."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox


def refill(box: QComboBox, choices: Iterable[tuple[str, object]], chosen: object = None) -> None:
    """These words with what stands behind each; what is `chosen` in front, else the first. Nobody who listens to the
    list is told."""
    box.blockSignals(True)
    while box.count():
        box.removeItem(0)
    for told, behind in choices:
        box.addItem(told, behind)
    box.setCurrentIndex(max(0, box.findData(chosen)) if box.count() else -1)
    box.blockSignals(False)
