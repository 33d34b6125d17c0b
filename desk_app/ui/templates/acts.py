"""What the page Mẫu thư does with the template under the bar: drafts, the leader's word, files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from common.dates import exact_day
from common.letter_findings import Finding
from common.letter_names import FORMS
from common.words import letter_templates as told
from common.words import templates_page as said
from desk_app.domain.problems import Problem
from desk_app.services.letter_templates import Draft, Listed, Version
from desk_app.ui.page import Around
from desk_app.ui.parts.fields_dialog import FieldOf, FieldsDialog
from desk_app.ui.told import tried


class TemplateActs(QObject):
    """`done(text)` after a change, `opened(Draft)` to write on it, `shown(Listed, Version)` to read a version,
    `troubled(text)` where something could not be done."""

    done = Signal(str)
    opened = Signal(object)
    shown = Signal(object, object)
    troubled = Signal(str)

    def __init__(self, around: Around, page: QWidget) -> None:
        super().__init__(page)
        self._around, self._page, self._templates = around, page, around.desk.templates

    def write(self, row: Listed | None) -> None:
        """The draft of this template, begun where there is none."""
        if row is not None:
            self._try(lambda: self.opened.emit(self._templates.begin(row.name)))

    def new(self) -> None:
        """One more letter, of the form of one that there is."""
        layouts = tuple((name, told.LAYOUT_TITLES[name]) for name in FORMS)
        fields = (
            FieldOf("layout", said.NEW_FIELDS["layout"], choices=layouts, wide=True),
            FieldOf("title", said.NEW_FIELDS["title"], said.NEW_HINT, wide=True),
        )
        begun: list[Draft] = []

        def keep(values: Mapping[str, object]) -> Sequence[Problem]:
            begun.append(self._templates.begin(layout=str(values["layout"]), title=str(values["title"])))
            return ()

        dialog = FieldsDialog(said.NEW_TITLE, fields, {"layout": layouts[0][0]}, keep, self._page)
        dialog.kept.connect(lambda: self.opened.emit(begun[0]))
        dialog.open()

    def older(self, row: Listed | None) -> None:
        """Which version shall be read?"""
        if row is None:
            return
        lines = {one.line: one for one in row.versions}
        chosen = self._around.asker.choose_one(said.OLDER_TITLE, said.OLDER_LABEL, tuple(lines))
        if chosen:
            self.shown.emit(row, lines[chosen])

    def approve(self, row: Listed | None) -> None:
        """The leader's word about the draft, with its first day."""
        if row is None or row.draft is None:
            return
        today = self._around.desk.seat.today()
        fields = (FieldOf("day", said.APPROVE_FIELD, said.APPROVE_HINT, wide=True),)
        keep = partial(self._approved, row.name, row.draft)
        dialog = FieldsDialog(said.APPROVE_TITLE, fields, {"day": said.day(today)}, keep, self._page)
        dialog.kept.connect(lambda: self.done.emit(said.APPROVED_TEXT.format(day=self._day)))
        dialog.open()

    def _approved(self, name: str, draft: Version, values: Mapping[str, object]) -> Sequence[Problem]:
        day = exact_day(str(values["day"]))
        if day is None:
            return (Problem("day", "template-day", "error"),)
        found = self._templates.approve(name, draft.version, day)
        if not isinstance(found, Version):
            return (Problem("day", "template-unsound", "error", {"what": found[0].sentence}),)
        self._day = said.day(day)
        return ()

    def out(self, row: Listed | None) -> None:
        """The version in force goes, with a reason."""
        now = row.in_force if row else None
        if row is None or now is None:
            return
        reason = self._around.asker.ask_text(said.OUT_TITLE, said.OUT_WHY)
        if reason is not None:
            self._write(lambda: self._templates.withdraw(row.name, now.version, reason), said.WITHDRAWN_TEXT)

    def drop(self, row: Listed | None) -> None:
        """The draft goes, after a question."""
        draft = row.draft if row else None
        if row is None or draft is None:
            return
        if self._around.asker.ask(said.DROP_TITLE, said.DROP_TEXT, (said.DROP_YES, said.DROP_NO)) == 0:
            self._write(lambda: self._templates.drop(row.name, draft.version), said.DROPPED_TEXT)

    def keep_file(self, row: Listed | None) -> None:
        """The draft, or the version in force, as a file."""
        one = (row.draft or row.in_force) if row else None
        if row is None or one is None:
            return
        path = self._around.asker.save_file(said.KEEP_TITLE, Path(f"{row.name}.txt"), said.FILE_KINDS)
        if path is not None:
            self._write(lambda: self._templates.write_out(row.name, one.version, path), said.FILE_KEPT)

    def take(self) -> None:
        """A file of another desk as a draft."""
        path = self._around.asker.choose_file(said.TAKE_TITLE, None, said.FILE_KINDS)
        if path is None:
            return

        def act() -> None:
            found = self._templates.take_in(path)
            if isinstance(found, Draft):
                self.done.emit(said.TAKEN)
                self.opened.emit(found)
            else:
                self.troubled.emit(_first(found))

        self._try(act)

    def _write(self, act: Callable[[], object], text: str) -> None:
        if self._try(act):
            self.done.emit(text)

    def _try(self, act: Callable[[], object]) -> bool:
        return tried(act, self.troubled.emit)


def _first(found: Sequence[Finding]) -> str:
    return f"{found[0].place}: {found[0].sentence}"
