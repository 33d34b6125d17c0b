"""One form at work: strip, problems, fields and letter around one model. What may be saved is the model's to say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.domain.events import Event
from desk_app.services.preview import Preview
from desk_app.ui.form.alike_bar import AlikeBar
from desk_app.ui.form.case_sheet import Circumstances
from desk_app.ui.form.field_box import FieldBox
from desk_app.ui.form.findings import ALIKE, Finding
from desk_app.ui.form.giving import Giving
from desk_app.ui.form.letter_form import LOW, NARROWEST, LetterForm
from desk_app.ui.form.live_page import LivePage
from desk_app.ui.form.model import FormModel, alike_of
from desk_app.ui.form.problems_box import ProblemsBox
from desk_app.ui.form.saved_bar import SavedBar
from desk_app.ui.form.saving import Saving
from desk_app.ui.form.scan_strip import ScanStrip
from desk_app.ui.form.scanning import CardScan
from desk_app.ui.form.sections import SectionsView
from desk_app.ui.form.side import Side
from desk_app.ui.form.wishing import Wishing
from desk_app.ui.page import Around
from desk_app.ui.theme.look import px

_TOLD_ELSEWHERE = ("father_residence", "registration_type", "died_at", "died_on")


class EventForm(LetterForm):
    """`saved` carries the id of what was saved, `to_print` the registrations whose letter should go to the printer,
    `to_record` a registration to look at."""

    model: FormModel
    side: Side
    saved = Signal(int)
    to_print = Signal(tuple)
    to_record = Signal(int)

    def __init__(self, around: Around, event: Event) -> None:
        super().__init__(around)
        self.model = FormModel(around.desk, event)
        self.scan = CardScan(self.model, around.desk.seat)
        self._make()
        self._lay_out()
        self._connect()
        self.filter.watch(self)
        self.show_all()

    @property
    def front(self) -> SectionsView:
        """The sections of this event."""
        return self.sections

    # ---- what the page asks for

    def begin_anew(self) -> None:
        """An empty form; what was typed before is kept as a draft."""
        self.keep()
        self.model.begin_anew()
        self.show_all()

    def begin_next(self) -> None:
        """After saving: the next registration, a twin's family already there."""
        self.model.begin_next()
        self.show_all()
        if self.model.carried:
            self.saving.fold_finished({"child_name"})

    def step_back(self) -> bool:
        """Esc: a card that waits is dropped first, then the free line is left; False when there was nothing of that."""
        if self.side.leave_line():
            self.sections.focus_last()
            return True
        dropped = self.scan.drop()
        self.show_strip()
        return dropped

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where fields and letter do not fit beside each other, the letter is a tab."""
        super().resizeEvent(event)
        self.sections.fit(self._tight)
        fields = max(self.sections.least_width(), self.strip.minimumSizeHint().width(), px(NARROWEST))
        self.two_sides.fit(self.width(), fields)
        self.problems.fit(self.width(), self.height())
        self._put_bars(self._leave_edges())
        self.show_strip()
        self.changed.emit()

    # ---- what saving asks for

    def show_all(self) -> None:
        """Everything as the model has it."""
        self.checked = False
        self.checking.stop()
        self.sections.let_type(True)
        self.fill()
        self.sections.forget_steps()
        for part in self.sections.parts.values():
            part.fold(part.section.rare and not self.model.holds(part.section))
        self.tell(())
        self.scan.drop()
        self.bar.hide()
        self.show_strip()
        self.side.begin(self.model.wish, self.model.papers)
        if self.isVisible():
            self.draw(now=True)
        self.changed.emit()

    def tell(self, findings: tuple[Finding, ...]) -> None:
        """Show these problems, at their fields and above them."""
        self.errors = sum(one.level == "error" for one in findings)
        self.sections.show_findings(findings)
        self.problems.show_findings([one for one in findings if one.code != ALIKE])
        self.alike.show_finding(alike_of(findings))
        self.side.say_blocked(self.errors)
        self.show_strip()
        self.changed.emit()

    # ---- making

    def _make(self) -> None:
        self.bar = SavedBar()
        self.strip = ScanStrip(self.scan.targets)
        self.problems = ProblemsBox(self.filter.watch)
        self.alike = AlikeBar()
        self.sections = SectionsView(self.model.sections, self.model.places)
        self.cases = Circumstances(self.model, self.sections, self.filter.watch)
        self.side = Side()
        preview = Preview(self.around.desk.seat)
        drawn = (lambda asked: preview.specimen(asked[0], wish=asked[1]), preview.prepared)
        self.live = LivePage(*drawn, self.around.jobs, self)
        self.saving, self.giving, self.wishing = Saving(self), Giving(self), Wishing(self)

    def _lay_out(self) -> None:
        left = QWidget()
        self._column = column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        # In a low window what is told above keeps its room first.
        self.sections.setMinimumHeight(px(32))
        column.addWidget(self.sections, 1)
        self._put_bars(False)
        self._stand(left, self.side)

    def _put_bars(self, inside: bool) -> None:
        """What is said about the form: over it, or in a very low window at the head of what scrolls."""
        bars = (self.bar, self.strip, self.problems, self.alike)
        if self.sections.isAncestorOf(self.bar) is inside and self.bar.parentWidget() is not None:
            return
        if inside:
            self.sections.lead_with(bars)
        else:
            self.sections.lead_with(())
            for place, each in enumerate(bars):
                self._column.insertWidget(place, each)

    def _connect(self) -> None:
        self.sections.written.connect(self._written)
        self.cases.written.connect(self._written)
        self.filter.scanned.connect(self.giving.scanned)
        self.filter.entered.connect(self._entered)
        self.strip.given.connect(self.giving.hand)
        self.strip.home_asked.connect(self.giving.new_home)
        self.strip.dropped.connect(self.step_back)
        self.problems.chosen.connect(self.sections.focus)
        self.problems.reasoned.connect(self._reasoned)
        self.problems.record_asked.connect(self.to_record)
        self.alike.asked.connect(self.saving.compare)
        self.bar.undo_asked.connect(self.saving.undo)
        self.side.name_chosen.connect(self._name_chosen)
        self.wishing.connect_side()
        self.live.drawn.connect(self.side.show_page)

    # ---- what happens

    def show_strip(self) -> None:
        """The card as it is now. It is always seen; that one may be scanned is said where there is room for it."""
        self.strip.show_strip(self.scan.strip)
        waits = not self.scan.strip.asks
        told = self.problems.isVisibleTo(self) or self.alike.isVisibleTo(self)
        crowded = told or self.height() < px(LOW) or self.bar.isVisibleTo(self)
        self.strip.setVisible(not (waits and crowded))

    def fill(self) -> None:
        """Every field as the model has it."""
        self.sections.fill(self.model.text, self.model.echo)
        self.cases.show()

    def _written(self, field: str, text: str) -> None:
        followed = self.model.write(field, text)
        if followed or field.startswith(("pick:", "case:")) or field in _TOLD_ELSEWHERE:
            self.fill()
        elif field in self.sections.boxes:
            self.sections.boxes[field].say(self.model.echo(field))
        self.touched()

    def _name_chosen(self, field: str) -> None:
        self.two_sides.bring(0)
        self.sections.focus(field)

    def _entered(self, box: FieldBox) -> None:
        box.leave()
        if self.model.settle():
            self.fill()
        if not self.saving.next_problem(box.field.name) and not self.sections.go_after(box, self.model.carried):
            self.at_end.emit()
