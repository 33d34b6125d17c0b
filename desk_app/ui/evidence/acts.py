"""What the page Hồ sơ kiểm chứng does: dialogs, files in and out, the yearly pack."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from common.words import evidence_pack as pack_words
from common.words import evidence_page as said
from desk_app.services.evidence import EvidenceFile
from desk_app.services.trouble import Trouble
from desk_app.ui.evidence.model import EvidenceModel
from desk_app.ui.evidence.tying import TIES, WORDS, FileForm
from desk_app.ui.jobs import Cancelled
from desk_app.ui.page import Around
from desk_app.ui.parts.choices import Choices, Group, Question, answers
from desk_app.ui.told import sentence_of, tried

Viewer = Callable[[Path], bool]


def view_file(path: Path) -> bool:
    """Whether this PC has a program that shows the file."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class EvidenceActs(QObject):
    """`done(text)` after anything that changed; `told(tone, text)` for what changed nothing."""

    done = Signal(str)
    told = Signal(str, str)

    def __init__(self, around: Around, model: EvidenceModel, page: QWidget, viewer: Viewer) -> None:
        super().__init__(page)
        self._around, self._model, self._page, self._viewer = around, model, page, viewer
        self._waiting: list[Path] = []

    # ---- files

    def choose(self) -> None:
        """One file from wherever it lies."""
        path = self._around.asker.choose_file(said.CHOOSE, kinds=said.KINDS)
        if path is not None:
            self.take_in([path])

    def take_in(self, paths: Sequence[Path]) -> None:
        """One form after the other for these files; what is not kept is told and left aside."""
        self._waiting = list(paths)
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        path = self._waiting.pop(0)
        if not tried(lambda: self._model.look(path), partial(self.told.emit, "son")):
            self._next()
            return
        start = (self._model.blank(path), partial(self._model.add, path))
        form = FileForm(said.ADD_TITLE.format(file=path.name), (*WORDS, *TIES), self._model, start, self._page)
        form.kept.connect(lambda: self.done.emit(self._model.said))
        form.finished.connect(lambda _: self._next())
        form.open()

    def change(self, one: EvidenceFile) -> None:
        """Other words."""
        start = (self._model.facts(one), partial(self._model.change, one))
        self._ask(FileForm(said.CHANGE_TITLE, WORDS, self._model, start, self._page))

    def tie(self, one: EvidenceFile) -> None:
        """One more thing that it proves."""
        start = ({"kind": self._model.kind or "criterion"}, partial(self._model.tie, one))
        self._ask(FileForm(said.TIE_TITLE, TIES, self._model, start, self._page))

    def untie(self, one: EvidenceFile) -> None:
        """One thing less."""
        names = self._model.proves(one)
        chosen = self._around.asker.choose_one(said.UNTIE_TITLE, said.UNTIE_LABEL, names) if names else None
        if chosen is not None:
            link = one.links[names.index(chosen)]
            self._write(lambda: self._model.untie(one, link))

    def take_back(self, one: EvidenceFile) -> None:
        """With a reason."""
        reason = self._around.asker.ask_text(said.TAKE_TITLE, said.TAKE_LABEL)
        if reason is not None:
            self._write(lambda: self._model.take_back(one, reason))

    def open(self, one: EvidenceFile) -> None:
        """In the program of this PC that shows such files."""
        try:
            path = self._model.open(one)
        except Trouble as trouble:
            self.told.emit("son", sentence_of(trouble))
            return
        if not self._viewer(path):
            self.told.emit("hoe", said.NO_VIEWER)

    def save(self, one: EvidenceFile) -> None:
        """A copy for whoever needs it."""
        path = self._around.asker.save_file(said.SAVE_TITLE, Path(f"{one.id:04}.{one.ending}"))
        if path is None:
            return
        if tried(lambda: self._model.save(one, path), partial(self.told.emit, "son")):
            self.told.emit("sen", said.saved(path.name))

    # ---- the pack of a year

    def pack(self) -> None:
        """Of which year, with or without people; then long work that may be stopped."""
        groups = (
            Group(said.PACK_YEAR, answers(said.taken_of(self._model.years()))),
            Group(said.PACK_PEOPLE, answers(said.PEOPLE)),
        )
        dialog = Choices(Question(said.PACK_TITLE, said.PACK_TEXT, groups, said.PACK_YES, said.LEAVE), self._page)
        dialog.answered.connect(lambda chosen: self._pack(int(chosen[0]), chosen[1] == "out"))
        dialog.open()

    def _pack(self, year: int, leave_out: bool) -> None:
        path = self._around.asker.save_file(said.PACK_TITLE, Path(said.pack_name(year)), said.ZIP)
        if path is not None:
            work = partial(self._model.pack, year, path, leave_out)
            self._around.jobs.start(work, self.done.emit, self._failed, pack_words.STEPS)

    def check(self) -> None:
        """Whether a pack is as it was made."""
        path = self._around.asker.choose_file(said.CHECK_TITLE, kinds=said.ZIP)
        if path is not None:
            work = partial(self._model.check, path)
            self._around.jobs.start(work, self._checked, self._failed, said.CHECKING)

    def _checked(self, seen: tuple[bool, str]) -> None:
        whole, text = seen
        self.told.emit("sen" if whole else "son", text)

    def _failed(self, error: Exception) -> None:
        self.told.emit("hoe" if isinstance(error, Cancelled) else "son", _why(error))

    # ---- parts

    def _ask(self, form: FileForm) -> None:
        form.kept.connect(lambda: self.done.emit(self._model.said))
        form.open()

    def _write(self, act: Callable[[], None]) -> None:
        if tried(act, partial(self.told.emit, "son")):
            self.done.emit(self._model.said)


def _why(error: Exception) -> str:
    return said.STOPPED if isinstance(error, Cancelled) else sentence_of(error)
