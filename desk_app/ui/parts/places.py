"""Layouts of lines that change."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout


def clear(places: QBoxLayout, keep: int = 0) -> None:
    """Take everything out but the first `keep`; the widgets go."""
    while places.count() > keep:
        taken = places.takeAt(keep)
        widget = taken.widget() if taken else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
