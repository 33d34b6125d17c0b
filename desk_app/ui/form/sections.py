"""The form itself: numbered sections of fields under each other, problems under the row they belong to."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from common.words import form_cases
from desk_app.ui.form.boxes import make_box
from desk_app.ui.form.field_box import FieldBox
from desk_app.ui.form.fields import Field, Section
from desk_app.ui.form.findings import ALIKE, Finding
from desk_app.ui.form.place_box import PlaceBox, Places
from desk_app.ui.form.row_grid import RowGrid
from desk_app.ui.form.section_part import SectionPart
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import HOE_CHU, SON_CHU


class SectionsView(QScrollArea):
    """All fields by name in `.boxes`, sections in `.parts`; `written` carries field and text."""

    written = Signal(str, str)
    cases_asked = Signal()

    def __init__(self, table: Sequence[Section], places: Places) -> None:
        super().__init__()
        self.setObjectName("formScroll")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.boxes: dict[str, FieldBox] = {}
        self.parts: dict[str, SectionPart] = {}
        self._places = places
        self._notes: dict[str, QVBoxLayout] = {}
        self._shown: list[QWidget] = []
        self._rows: list[RowGrid] = []
        self._tight = False
        self.body = _Body()
        self.body.setObjectName("formBody")
        column = QVBoxLayout(self.body)
        column.setContentsMargins(16, 8, 14, 10)
        column.setSpacing(8)
        for number, section in enumerate(table, start=1):
            column.addWidget(self._part(number, section))
        column.addStretch(1)
        next(iter(self.parts.values())).put_beside(self._case_button())
        self.setWidget(self.body)

    def lead_with(self, bars: Sequence[QWidget]) -> None:
        """Where the window is too low for them over the fields, what is said about the form scrolls with it."""
        column = self.body.layout()
        if isinstance(column, QVBoxLayout):
            column.setContentsMargins(*((8, 4, 8, 10) if bars else (16, 8, 14, 10)))
            for place, bar in enumerate(bars):
                column.insertWidget(place, bar)

    def let_type(self, on: bool) -> None:
        """Whether the fields take keys; what leads the form in a low window stays as it is."""
        for part in self.parts.values():
            part.setEnabled(on)

    def fill(self, text: Callable[[str], str], echo: Callable[[str], str]) -> None:
        """Show what the draft says, field by field."""
        for name, box in self.boxes.items():
            box.put(text(name))
            box.say(echo(name))
            if isinstance(box, PlaceBox) and box.field.same_as:
                box.show_linked(bool(text(box.field.same_as)))

    def rename(self, labels: Mapping[str, str]) -> None:
        """Fields that are called something else now; all others by their own label."""
        for name, box in self.boxes.items():
            box.call(labels.get(name, ""))

    def forget_steps(self) -> None:
        """Another registration stands here now."""
        for box in self.boxes.values():
            box.forget_steps()

    def ask_only(self, shown: Callable[[str], bool], notes: Mapping[str, str]) -> None:
        """Rows of which no field is asked for now are out of sight, and sections left out keep only their line."""
        for name, part in self.parts.items():
            part.tell(notes.get(name, ""), not any(shown(field.name) for field in part.section.fields))
        for name, box in self.boxes.items():
            row = box.parentWidget()
            if row is not None and row.isHidden() is shown(name):
                row.setVisible(shown(name))

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
            for one in (found for found in here if found.code != ALIKE):
                note = _note(one)
                self._shown.append(note)
                self._notes[name].addWidget(note)
        self.setUpdatesEnabled(True)

    def part_of(self, name: str) -> SectionPart:
        """The section in which a field stands."""
        return next(part for part in self.parts.values() if any(one.name == name for one in part.section.fields))

    def focus(self, name: str) -> None:
        """Go to a field: its section opens, its row comes into sight whole, with its label and sentences."""
        box = self.boxes.get(name)
        if box is None:
            return
        if self.part_of(name).folded:
            self.part_of(name).fold(False)
        row = box.parentWidget()
        if row is not None:
            row.show()
        entry = box.entry
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(entry, QLineEdit) and box.field.kind == "date":
            # A date is typed anew, a name is mended: nothing but a date is ever replaced by the next key.
            entry.selectAll()
        self.reveal(box)
        # What has just been unfolded has its place only after the layout has run.
        QTimer.singleShot(0, self, lambda: self.reveal(box))

    def reveal(self, box: FieldBox) -> None:
        """Scroll so that the box can be seen with its label, and with its heading where it stands right under it."""
        part = self.part_of(box.field.name)
        first = part.section.rows()[0]
        top = box.mapTo(self.body, QPoint(0, 0)).y()
        row = box.parentWidget()
        # With the sentences under its row, where the window is not too low for them.
        whole = row is not None and row.height() + px(8) <= self.viewport().height()
        tall = row.height() if row is not None and whole else box.height()
        self.ensureVisible(0, top + tall, 0, min(px(40), max(self.viewport().height() - tall, 0) // 2))
        if box.field in first:
            top = part.mapTo(self.body, QPoint(0, 0)).y()
        self.ensureVisible(0, top, 0, px(8))

    def show_field(self, name: str) -> None:
        """Bring a field into sight, the keys stay where they are."""
        if name in self.boxes:
            self.part_of(name).fold(False)
            self.reveal(self.boxes[name])

    def focus_last(self) -> None:
        """Back to the field where the keys were."""
        last = self.body.focusWidget()
        if last is None:
            self.focus_first()
        else:
            last.setFocus(Qt.FocusReason.OtherFocusReason)

    def least_width(self) -> int:
        """The narrowest this can be without cutting a field."""
        return self.body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width() + 2

    def fit(self, tight: bool) -> None:
        """In a narrow window fewer fields stand beside each other."""
        if tight != self._tight:
            self._tight = tight
            for row in self._rows:
                row.lay(tight)

    def go_after(self, box: FieldBox, known: Container[str] = ()) -> bool:
        """To the next field in the order of the keys that is not `known` already, or to the heading of a folded
        section; past what is done; False behind the last."""
        part = self.part_of(box.field.name)
        names = [one.name for one in part.section.fields]
        following = names[names.index(box.field.name) + 1 :]
        parts = list(self.parts.values())
        for other in [part, *(one for one in parts[parts.index(part) + 1 :] if not one.done)]:
            fields = following if other is part else [one.name for one in other.section.fields]
            if other.folded and known:
                continue
            if other.folded:
                other.heading.setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(other.heading)
                return True
            name = next((one for one in fields if one not in known and self._in_sight(one)), "")
            if name:
                self.focus(name)
                return True
        return False

    def open_part(self, name: str) -> None:
        """Somebody wants a folded section: its first field."""
        self.focus(self.parts[name].section.fields[0].name)

    def focus_first(self) -> None:
        """The first field, the form seen from its top."""
        self.focus(next(iter(self.boxes)))
        self.verticalScrollBar().setValue(0)

    def _in_sight(self, name: str) -> bool:
        row = self.boxes[name].parentWidget()
        return row is not None and not row.isHidden() and self.boxes[name].field.kind != "told"

    def _case_button(self) -> QWidget:
        asked = quiet_button(form_cases.TITLE, "F5")
        asked.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        asked.setFont(face(10.5, SEMIBOLD))
        asked.setProperty("small", True)
        asked.setFixedHeight(px(28))
        asked.clicked.connect(self.cases_asked)
        return asked

    def _part(self, number: int, section: Section) -> SectionPart:
        part = SectionPart(number, section)
        for row in section.rows():
            part.rows.addWidget(self._row(row))
        part.opened.connect(self.open_part)
        self.parts[section.name] = part
        return part

    def _row(self, row: Sequence[Field]) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        notes = QVBoxLayout()
        notes.setSpacing(2)
        for field in row:
            box = make_box(field, self._places)
            box.written.connect(self.written)
            if isinstance(box, PlaceBox):
                box.linked.connect(lambda on, name=field.same_as: self.written.emit(name, "1" if on else ""))
            self.boxes[field.name], self._notes[field.name] = box, notes
        self._rows.append(RowGrid([self.boxes[field.name] for field in row], [field.width for field in row]))
        column.addLayout(self._rows[-1])
        column.addLayout(notes)
        return widget


class _Body(QWidget):
    """Exactly as tall as its words need at its width: lines that wrap are more than their least height says."""

    def event(self, event: QEvent) -> bool:
        """After every change of width or content."""
        done = super().event(event)
        layout = self.layout()
        if layout is not None and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            tall = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else 0
            if tall > 0 and tall != self.minimumHeight():
                self.setMinimumHeight(tall)
        return done


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
