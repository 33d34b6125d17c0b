"""The words of a letter, section by section, in the order in which they stand on the page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import templates_page as said
from desk_app.ui.parts.card import words
from desk_app.ui.templates.chip_text import ChipText
from desk_app.ui.templates.whole_text import Section, first_lines, offset_in, sections_of, whole_of


class Writing(QWidget):
    """`whole()` is the file; `edited` tells of every change. The section that was in last takes what is inserted."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._head, self.texts = "", dict[str, ChipText]()
        self._last = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(3)

    def put(self, whole: str, locked: bool = False) -> None:
        """Show a template; `locked` ones can be read and copied only."""
        self._head, sections = sections_of(whole)
        if tuple(self.texts) != tuple(one.name for one in sections):
            self._make(sections)
        for one in sections:
            text = self.texts[one.name]
            text.put_source(one.text)
            text.setReadOnly(locked)

    def whole(self) -> str:
        """The file as it is written now."""
        return whole_of(self._head, self._sections())

    def take_focus(self) -> None:
        """The keys to the section that had them, or to the first words of the letter itself."""
        names = list(self.texts)
        first = next((name for name in names if name.startswith("lời")), names[0] if names else "")
        target = self.texts.get(self._last) or self.texts.get(first)
        if target is not None:
            target.setFocus()

    def last(self) -> ChipText | None:
        """The section in which something was written last."""
        return next((one for one in self.texts.values() if one.hasFocus()), self.texts.get(self._last))

    def go_to(self, line: int, column: int) -> None:
        """To a line and a column of the file, counted from 1; to the beginning where no section is there."""
        sections = self._sections()
        starts = first_lines(self._head, sections)
        found = [(place, one) for place, one in zip(starts, sections, strict=True) if place <= line + 1]
        if found:
            start, section = found[-1]
            self._last = section.name
            self.texts[section.name].go_to(offset_in(section.text, line - start + 1, column))

    def place_of(self, line: int) -> tuple[str, int]:
        """The section in which a line of the file stands and which line of it that is; "" and 0 before the first."""
        sections = self._sections()
        starts = first_lines(self._head, sections)
        within = [
            (one.name, line - start + 1) for start, one in zip(starts, sections, strict=True) if start <= line + 1
        ]
        return (within[-1][0], max(within[-1][1], 1)) if within else ("", 0)

    def _sections(self) -> tuple[Section, ...]:
        return tuple(Section(name, text.source()) for name, text in self.texts.items())

    def _make(self, sections: tuple[Section, ...]) -> None:
        while self._column.count():
            held = self._column.takeAt(0)
            widget = held.widget() if held else None
            if widget is not None:
                widget.deleteLater()
        self.texts = {}
        for one in sections:
            label, text = words(said.section(one.name), "second", 10), ChipText(said.section(one.name))
            label.setBuddy(text)
            text.edited.connect(self.edited)
            text.cursorPositionChanged.connect(lambda name=one.name: self._came_to(name))
            self.texts[one.name] = text
            self._column.addWidget(label)
            self._column.addWidget(text)
            self._column.addSpacing(5)
        self._column.addStretch(1)

    def _came_to(self, name: str) -> None:
        if self.texts[name].hasFocus():
            self._last = name
