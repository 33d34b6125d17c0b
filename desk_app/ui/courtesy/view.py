"""The page of letters of thanks and apology: head, the form, foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from common.words import courtesy as words
from desk_app.ui.courtesy.foot import CourtesyFoot
from desk_app.ui.courtesy.form import CourtesyForm
from desk_app.ui.form.letter_page import LetterPage
from desk_app.ui.page import Around
from desk_app.ui.theme.look import px

_ACTS: Mapping[str, Callable[[CourtesyPage], None]] = {
    "write-letter": lambda page: page.save(),
    "write-print": lambda page: page.form.writing.save_and_print(),
    "zoom-letter": lambda page: page.form.side.zoom(),
    "letter-side": lambda page: page.turn(),
    "letter-line": lambda page: page.change_words(),
    "letter-paper": lambda page: page.form.next_paper(),
    "undo-letter": lambda page: page.form.writing.undo(),
    "like-last": lambda page: page.like_last(),
}
_TOLD = ("kind", "name", "words", "task")
_ROOMY = 800
"""From this width on there is room for a word beside the title."""
_TAB_SAYS_IT = 560
"""Under this width the tab over the fields is the only way to the letter."""


class CourtesyPage(LetterPage):
    """`arrive(letter="thanks"|"apology")` begins one, with `kind`, `name`, `words` where somebody knows them already;
    `arrive(draft=…)` goes on with a draft (its id, or the draft that was kept). What was typed is kept as a draft, so
    leaving never asks."""

    actions: ClassVar[frozenset[str]] = frozenset(_ACTS)  # type: ignore[assignment]

    def __init__(self, around: Around) -> None:
        super().__init__(around, words.TITLES["thanks"])
        self._form, self.foot = CourtesyForm(around), CourtesyFoot()
        self._lay_out()
        self._connect()
        self._read()

    @property
    def form(self) -> CourtesyForm:
        """The one form of both letters."""
        return self._form

    # ---- the protocol of pages

    def arrive(self, **what: object) -> None:
        """Begin a letter, or go on with a draft; neither: what stands here goes on."""
        draft = self._draft(what.get("draft"))
        letter = what.get("letter")
        if draft is not None:
            self.form.open_draft(draft)
        elif letter in words.TITLES:
            told = {name: str(what[name]) for name in _TOLD if what.get(name)}
            self.form.begin(str(letter), **told)
        first = self.form.model.first_blank if draft or len(what) > 1 else ""
        if first:
            self.form.front.focus(first)
        else:
            self.form.front.focus_first()

    def refresh(self) -> None:
        """The form changes only by its keys: read head and foot again."""
        self._read()

    def act(self, action_id: str) -> bool:
        """What the keys of this page do."""
        if action_id in _ACTS:
            _ACTS[action_id](self)
        return action_id in _ACTS

    def save(self) -> None:
        """Look at everything, then write; after that the same key begins the next one."""
        if self.form.model.saved:
            self.form.begin_next()
            self.form.front.focus("to_address")
            return
        if self.form.writing.save():
            self.foot.print.setFocus()

    def like_last(self) -> None:
        """The empty parts as in the letter written before."""
        self._around.say(words.LIKE_LAST_DONE if self.form.like_last() else words.NOTHING_LIKE)

    # ---- inside

    def _read(self) -> None:
        form, model = self.form, self.form.model
        self.title = (words.TITLES_AGAIN if model.behind.itself else words.TITLES)[model.letter]
        context = words.REPLACES if model.behind.itself else words.CONTEXT[model.letter]
        self.head.say(self.title, context if self.width() >= px(_ROOMY) else "")
        self._see.setVisible(form.two_sides.narrow and self.width() >= px(_TAB_SAYS_IT))
        like = model.has_last and model.saved is None
        self.foot.read((model.kept_at, form.trouble), form.errors, model.saved is not None, like, self.width())

    def _connect(self) -> None:
        self.form.changed.connect(self._read)
        self.form.at_end.connect(self.foot.print.setFocus)
        for press, act in (
            (self.foot.save, "write-letter"),
            (self.foot.print, "write-print"),
            (self.foot.like, "like-last"),
        ):
            press.clicked.connect(lambda checked=False, act=act: self.act(act))
        self.foot.leave.clicked.connect(self.leave)
        for part in (self.head, self.foot):
            self.form.filter.watch(part)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.head, self.form, self.foot):
            column.addWidget(each, 1 if each is self.form else 0)
