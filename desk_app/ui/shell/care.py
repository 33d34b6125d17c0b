"""Backing up, checking, and the register in the ministry's columns, from the menu Tệp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from common.words import take_back
from common.words import window as said
from desk_app.services.care import Copied
from desk_app.ui.page import Around
from desk_app.ui.told import sentence_of

if TYPE_CHECKING:
    from desk_app.ui.find.export import MinistryExport


class CareActs:
    """Long work on the whole register, each with its question before and its answer after."""

    def __init__(self, around: Around, over: QWidget) -> None:
        self._around, self._over = around, over
        self._export: MinistryExport | None = None

    def back_up(self) -> None:
        """Ask for a folder, write a copy there, say what was counted in it."""
        folder = self._around.asker.choose_folder(said.BACKUP_WHERE)
        if folder is None:
            return
        care = self._around.desk.care
        self._around.jobs.start(lambda step: care.backup(folder), self._copied, self._failed, said.BACKUP_RUNS)

    def check(self) -> None:
        """Look at every page and the whole journal."""
        care = self._around.desk.care
        self._around.jobs.start(lambda step: care.check(), self._checked, self._not_whole, said.CHECK_RUNS)

    def export(self) -> None:
        """Which days, what and why, then a file in the ministry's columns."""
        # Asked for once a month: not read when the window opens.
        from desk_app.ui.find.export import MinistryExport

        self._export = self._export or MinistryExport(self._around, self._over)
        self._export.ask()

    def _copied(self, copied: Copied) -> None:
        self._around.changed()
        told = said.backed_up(copied.path.name, copied.registrations, copied.letters)
        self._around.asker.tell(said.BACKUP_DONE, told)

    def _checked(self, lines: int) -> None:
        self._around.asker.tell(said.CHECK_DONE, said.checked(lines))

    def _not_whole(self, error: Exception) -> None:
        """Damage that was found leads to the copies, unless the person waits with that."""
        if not take_back.ails(getattr(error, "code", "")):
            self._failed(error)
            return
        ways = (take_back.TITLE, take_back.LATER)
        if self._around.asker.ask(take_back.NOT_WHOLE, sentence_of(error), ways) == 0:
            self._around.do("take-back")

    def _failed(self, error: Exception) -> None:
        self._around.asker.tell(said.TROUBLE, sentence_of(error))
