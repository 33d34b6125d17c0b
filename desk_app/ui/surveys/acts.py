"""What the page Khảo sát does: dialogs, closing, papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from common.words import surveys as told
from common.words import surveys_page as said
from desk_app.services.files import write_file
from desk_app.services.survey_papers import paper, result_table
from desk_app.services.survey_results import PlaceRow
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.choices import Choices, Group, Question, answers
from desk_app.ui.parts.fields_dialog import FieldsDialog
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.printer import Printery
from desk_app.ui.surveys.fields import place_fields, plan_fields
from desk_app.ui.surveys.model import SurveysModel
from desk_app.ui.surveys.typing import Typing
from desk_app.ui.surveys.typing_dialog import TypeSlips
from desk_app.ui.told import sentence_of, tried


class SurveyActs(QObject):
    """`done(text)` after anything that changed, with what is said of it; `troubled(text)` when it could not be done."""

    done = Signal(str)
    troubled = Signal(str)

    def __init__(self, around: Around, model: SurveysModel, page: QWidget, printery: Printery | None) -> None:
        super().__init__(page)
        self._around, self._model, self._page, self._printery = around, model, page, printery
        self._desk = around.desk.surveys

    # ---- the survey

    def make(self) -> None:
        """A new one."""
        held, self._model.shown = self._model.shown, None
        fields, blank = plan_fields(self._model.choices()), self._model.blank()
        self._model.shown = held
        dialog = FieldsDialog(said.NEW_TITLE, fields, blank, self._model.begin, self._page)
        dialog.kept.connect(lambda: self.done.emit(""))
        dialog.open()

    def change(self) -> None:
        """Other facts."""
        keep = partial(self._desk.change, self._model.survey.id)
        fields = plan_fields(self._model.choices())
        dialog = FieldsDialog(said.FACTS_TITLE, fields, self._model.facts(), keep, self._page)
        dialog.kept.connect(lambda: self.done.emit(""))
        dialog.open()

    def drop(self) -> None:
        """It goes, after a question."""
        ways = (said.DROP_YES, said.LEAVE)
        if self._around.asker.ask(said.DROP_TITLE, said.DROP_TEXT, ways) == 0:
            self._write(lambda: self._desk.drop(self._model.survey.id), said.DROPPED)

    # ---- places

    def add_place(self) -> None:
        """One more."""
        id = self._model.survey.id

        def keep(values: object) -> tuple[object, ...]:
            kept = self._desk.add_place(id, values)  # type: ignore[arg-type]
            return kept if isinstance(kept, tuple) else ()

        self._ask_place(said.ADD_PLACE, {}, keep)

    def change_place(self, row: PlaceRow | None) -> None:
        """The place under the bar."""
        if row is None:
            return
        values = {name: str(getattr(row, name)) for name in said.PLACE_FIELDS}
        self._ask_place(said.CHANGE_PLACE, values, partial(self._desk.change_place, self._model.survey.id, row.id))

    def drop_place(self, row: PlaceRow | None) -> None:
        """Slips never went there."""
        if row is not None:
            self._write(lambda: self._desk.drop_place(self._model.survey.id, row.id), said.PLACE_DROPPED)

    def _ask_place(self, title: str, values: dict[str, str], keep: Callable[..., object]) -> None:
        dialog = FieldsDialog(title, place_fields(), values, keep, self._page)  # type: ignore[arg-type]
        dialog.kept.connect(lambda: self.done.emit(""))
        dialog.open()

    # ---- slips

    def type_slips(self, at: int) -> None:
        """One after the other, beginning with the place under the bar."""
        if not self._model.survey.places:
            self.troubled.emit(said.NO_PLACE_YET)
            return
        dialog = TypeSlips(self._around, Typing(self._around.desk, self._model.survey.id, at), self._page)
        # Not after every slip: the page counts all of them anew.
        dialog.finished.connect(lambda _: self.done.emit(""))
        dialog.open()

    # ---- its end

    def close(self) -> None:
        """After a look at what is missing."""
        one = self._model.survey
        told_first = said.ask_close(one.spread.n, one.handed, one.returned)
        text = "\n\n".join(filter(None, (told_first, self._model.missing())))
        seen = bool(one.differences)
        ways = (said.CLOSE_ANYWAY if seen else said.CLOSE_YES, said.CLOSE_NO)
        if self._around.asker.ask(said.CLOSE_TITLE, text, ways) != 0:
            return
        try:
            closed = self._desk.close(one.id, seen)
        except Trouble as trouble:
            self.troubled.emit(sentence_of(trouble))
            return
        self._around.changed()
        self.done.emit(told.closed_told(closed.n, closed.version))

    def reopen(self) -> None:
        """With a reason."""
        reason = self._around.asker.ask_text(said.REOPEN_TITLE, said.REOPEN_WHY)
        if reason is not None:
            self._write(lambda: self._desk.reopen(self._model.survey.id, reason), told.REOPENED)

    # ---- paper

    def papers(self, row: PlaceRow | None) -> None:
        """Which one goes to the printer."""
        groups = [Group(said.PAPERS_WHAT, answers(said.PAPERS_OFFERED))]
        if row is not None:
            names = (("", said.WITHOUT_PLACE), (row.name, said.with_place(row.name)))
            groups.append(Group(said.PLACE_ON_SLIP, answers(names)))
        question = Question(said.PAPERS_TITLE, "", tuple(groups), said.PAPERS_YES, said.PAPERS_NO)
        dialog = Choices(question, self._page)
        dialog.answered.connect(lambda chosen: self._print(chosen[0], chosen[1] if row else ""))
        dialog.open()

    def _print(self, what: str, place: str) -> None:
        seat, id = self._around.desk.seat, self._model.survey.id

        def drawn(pdf: bytes) -> None:
            print_here(self._around, Paper(pdf, said.PAPER_NAMES[what], said.PAPER_FILES[what]), self._printery)

        failed = self._failed
        self._around.jobs.start(lambda step: paper(seat, id, what, place), drawn, failed, "")

    def save(self) -> None:
        """The result as a table of real numbers, or as it prints."""
        seat, one = self._around.desk.seat, self._model.survey
        path = self._around.asker.save_file(said.SAVE_TITLE, Path(said.SAVE_FILE), said.SAVE_KINDS)
        if path is None:
            return
        try:
            raw = paper(seat, one.id, "result") if path.suffix.lower() == ".pdf" else result_table(seat, one.id)
            write_file(path, raw)
        except Exception as error:
            self._failed(error)
            return
        self.done.emit(said.saved(path.name))

    def _failed(self, error: Exception) -> None:
        self.troubled.emit(sentence_of(error))

    def _write(self, act: Callable[[], object], text: str) -> None:
        if tried(act, self.troubled.emit):
            self.done.emit(text)
