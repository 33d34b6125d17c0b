"""The form itself: numbered sections of fields under each other, problems under the row they belong to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desk_app.ui.form.field_box import FieldBox, make_box
from desk_app.ui.form.fields import COLUMNS, Field, Section
from desk_app.ui.form.model import Finding
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import HOE_CHU, SON_CHU


class SectionsView(QScrollArea):
    """All fields by name in `.boxes`; `written` carries field and text."""

    written = Signal(str, str)

    def __init__(self, table: Sequence[Section]) -> None:
        super().__init__()
        self.setObjectName("formScroll")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.boxes: dict[str, FieldBox] = {}
        self._notes: dict[str, QVBoxLayout] = {}
        self._shown: list[QWidget] = []
        self.body = QWidget()
        self.body.setObjectName("formBody")
        column = QVBoxLayout(self.body)
        column.setContentsMargins(16, 10, 14, 12)
        column.setSpacing(8)
        for number, section in enumerate(table, start=1):
            column.addWidget(_heading(number, section))
            for row in section.rows():
                column.addWidget(self._row(row))
        column.addStretch(1)
        self.setWidget(self.body)

    def fill(self, text: Callable[[str], str], echo: Callable[[str], str]) -> None:
        """Show what the draft says, field by field."""
        for name, box in self.boxes.items():
            box.put(text(name))
            box.say(echo(name))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Edges and sentences at the fields; those that are no longer there go away."""
        self.setUpdatesEnabled(False)
        for shown in self._shown:
            shown.setParent(None)
            shown.deleteLater()
        self._shown = []
        for name, box in self.boxes.items():
            here = [one for one in findings if one.field == name]
            state = "wrong" if any(one.level == "error" for one in here) else "look" if here else ""
            box.mark(state)
            for one in here:
                note = _note(one)
                self._shown.append(note)
                self._notes[name].addWidget(note)
        self.setUpdatesEnabled(True)

    def focus(self, name: str) -> None:
        """Go to a field: its row comes into sight whole, with its label and sentences."""
        box = self.boxes.get(name)
        if box is None:
            return
        entry = box.entry
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(entry, QLineEdit) and box.field.kind == "date":
            # A date is typed anew, a name is mended: nothing but a date is ever replaced by the next key.
            entry.selectAll()
        self.reveal(box)

    def reveal(self, box: FieldBox) -> None:
        """Scroll so that the box can be seen with its label."""
        top = box.mapTo(self.body, QPoint(0, 0)).y()
        self.ensureVisible(0, top, 0, px(8))
        self.ensureVisible(0, top + box.height(), 0, px(40))

    def least_width(self) -> int:
        """The narrowest this can be without cutting a field."""
        return self.body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width() + 2

    def after(self, box: FieldBox) -> FieldBox | None:
        """The next field in the order of the keys, None behind the last."""
        names = list(self.boxes)
        place = names.index(box.field.name) + 1
        return self.boxes[names[place]] if place < len(names) else None

    def focus_first(self) -> None:
        """The first field, the form seen from its top."""
        self.focus(next(iter(self.boxes)))
        self.verticalScrollBar().setValue(0)

    def _row(self, row: Sequence[Field]) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        notes = QVBoxLayout()
        notes.setSpacing(2)
        place = 0
        for field in row:
            box = make_box(field)
            box.written.connect(self.written)
            self.boxes[field.name], self._notes[field.name] = box, notes
            grid.addWidget(box, 0, place, 1, field.width)
            place += field.width
        for each in range(COLUMNS):
            grid.setColumnStretch(each, 1)
            grid.setColumnMinimumWidth(each, 1)
        column.addLayout(grid)
        column.addLayout(notes)
        return widget


def _heading(number: int, section: Section) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 2, 0, 0)
    row.setSpacing(8)
    badge = QLabel(str(number))
    badge.setObjectName("sectionNumber")
    badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
    badge.setFont(face(9.5, SEMIBOLD))
    badge.setFixedSize(px(24), px(24))
    row.addWidget(badge)
    row.addWidget(block_title(section.title))
    if section.note:
        note = words(section.note, "second", 10)
        note.setWordWrap(False)
        row.addWidget(note)
    rule = QFrame()
    rule.setObjectName("sectionRule")
    rule.setFixedHeight(1)
    row.addWidget(rule, 1)
    return widget


def _note(finding: Finding) -> QWidget:
    wrong = finding.level == "error"
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    mark = sign("alert-circle" if wrong else "alert-triangle", SON_CHU if wrong else HOE_CHU, 16)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    sentence = words(finding.sentence, "wrong" if wrong else "look", 10, bold=True)
    sentence.setTextFormat(Qt.TextFormat.PlainText)
    sentence.setObjectName(f"problem:{finding.field}")
    row.addWidget(sentence, 1)
    return widget
