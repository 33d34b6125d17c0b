"""One letter of thanks or apology at work: strip, problems, fields and letter around one model."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.services.courtesy_preview import CourtesyPreview
from desk_app.services.preview import Preview
from desk_app.ui.courtesy.fields_view import CourtesyFields, KindFields
from desk_app.ui.courtesy.model import CourtesyModel
from desk_app.ui.courtesy.name_card import NameCard
from desk_app.ui.courtesy.side import CourtesySide
from desk_app.ui.courtesy.writing import Writing
from desk_app.ui.courtesy.written_bar import WrittenBar
from desk_app.ui.form.field_box import FieldBox
from desk_app.ui.form.findings import Finding
from desk_app.ui.form.letter_form import NARROWEST, LetterForm
from desk_app.ui.form.live_page import LivePage
from desk_app.ui.form.problems_box import ProblemsBox
from desk_app.ui.page import Around
from desk_app.ui.theme.look import px


class CourtesyForm(LetterForm):
    """What is typed stands in `model`; the fields in front are those of the kind that is chosen."""

    model: CourtesyModel
    bar: WrittenBar
    side: CourtesySide

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.model = CourtesyModel(around.desk)
        self.bar, self.problems = WrittenBar(), ProblemsBox(self.filter.watch)
        self.fields, self.side = CourtesyFields(self.filter.watch), CourtesySide()
        seat = around.desk.seat
        preview = CourtesyPreview(seat)
        drawn = (lambda asked: preview.specimen(asked[0], wish=asked[1]), Preview(seat).prepared)
        self.live = LivePage(*drawn, around.jobs, self)
        self.card, self.writing = NameCard(self), Writing(self)
        self._inside = False
        self._lay_out()
        self._connect()
        self.filter.watch(self)
        self.show_all()

    @property
    def front(self) -> KindFields:
        """The fields of the kind that is chosen."""
        return self.fields.front

    # ---- what the page asks for

    def begin(self, letter: str, **told: str) -> None:
        """An empty form; what was typed before is kept as a draft."""
        self.keep()
        self.model.begin(letter, **told)
        self.show_all()

    def begin_next(self) -> None:
        """After writing: the next letter."""
        self.model.begin_next()
        self.show_all()

    def step_back(self) -> bool:
        """Esc: the free line is left first, a card that could not be read is dropped; False when there was neither."""
        if self.side.leave_line():
            self.front.focus_last()
            return True
        return self.card.drop()

    def show_all(self) -> None:
        """Everything as the model has it."""
        self.checked = False
        self.checking.stop()
        self.fill()
        self.front.forget_steps()
        self.tell(())
        self.bar.hide()
        self.card.drop()
        self.side.begin(self.model.papers, self.model.draft.free_line)
        self.side.paper.show_chosen(self.model.behind.template)
        if self.isVisible():
            self.draw(now=True)
        self.changed.emit()

    def fill(self) -> None:
        """Every field as the model has it, of the kind that is chosen."""
        self.fields.bring(self.model.letter, self.model.draft.kind)
        self.front.fill(self.model.text, self.model.echo)
        self.front.let_type(self.model.saved is None)
        if self._inside:
            self._put_bars(True)

    def tell(self, findings: tuple[Finding, ...]) -> None:
        """Show these problems, at their fields and above them."""
        self.errors = sum(one.level == "error" for one in findings)
        self.front.show_findings(findings)
        self.problems.show_findings(findings)
        self.side.say_blocked(self.errors)
        self.card.show()
        self.changed.emit()

    def choose_paper(self, name: str) -> None:
        """The letter on another of its papers, "" for the usual one."""
        self.model.choose_paper(name)
        self.side.paper.show_chosen(name)
        self.touched()
        self.draw(now=True)

    def next_paper(self) -> None:
        """The letter on the next of its papers, where there are several and it is not written yet."""
        if self.model.saved is None and self.model.next_paper():
            self.choose_paper(self.model.behind.template)

    def like_last(self) -> bool:
        """Fill the empty parts as in the letter written before; False where there is nothing to take over."""
        changed = self.model.like_last()
        if changed:
            self.fill()
            self.side.line.put(self.model.draft.free_line)
            self.touched()
        return bool(changed)

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where fields and letter do not fit beside each other, the letter is a tab."""
        super().resizeEvent(event)
        self.fields.fit(self._tight)
        self.two_sides.fit(self.width(), max(self.front.least_width(), px(NARROWEST)))
        self.problems.fit(self.width(), self.height())
        self._put_bars(self._leave_edges())
        self.card.show()
        self.changed.emit()

    # ---- inside

    def _lay_out(self) -> None:
        left = QWidget()
        self._column = column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (self.bar, self.card.strip, self.problems):
            column.addWidget(each)
        column.addWidget(self.fields, 1)
        self._stand(left, self.side)

    def _put_bars(self, inside: bool) -> None:
        """What is said about the form: over it, or in a very low window at the head of what scrolls."""
        bars = (self.bar, self.card.strip, self.problems)
        if inside:
            self.front.lead_with(bars)
        elif self._inside:
            self.front.lead_with(())
            for place, each in enumerate(bars):
                self._column.insertWidget(place, each)
        self._inside = inside

    def _connect(self) -> None:
        self.fields.written.connect(self._written)
        self.filter.scanned.connect(self.card.scanned)
        self.filter.entered.connect(self._entered)
        self.problems.chosen.connect(self._go_to)
        self.problems.reasoned.connect(self._reasoned)
        self.problems.record_asked.connect(lambda letter: self.around.go("find", show=-letter))
        self.bar.undo_asked.connect(self.writing.undo)
        self.side.line_written.connect(self._line_written)
        self.side.name_chosen.connect(self._go_to)
        self.side.paper.chosen.connect(self.choose_paper)
        self.live.drawn.connect(self.side.show_page)

    def _written(self, field: str, text: str) -> None:
        self.model.write(field, text)
        if field == "kind":
            self._other_kind()
        else:
            self.front.boxes[field].say(self.model.echo(field))
        self.touched()

    def _other_kind(self) -> None:
        """Other fields in front; the keys stay where they were."""
        held = self.front.focusWidget()
        self.fill()
        self.tell(())
        if held is not None:
            self.front.focus("kind")

    def _entered(self, box: FieldBox) -> None:
        box.leave()
        if self.model.settle():
            self.fill()
        if not self.writing.next_problem(box.field.name) and not self.front.go_after(box):
            self.at_end.emit()

    def _line_written(self, text: str) -> None:
        self.model.write("free_line", text)
        self.touched()

    def _go_to(self, field: str) -> None:
        if field == "free_line":
            self.two_sides.bring(1)
            self.side.ask_line()
            return
        self.two_sides.bring(0)
        self.front.focus(field)
