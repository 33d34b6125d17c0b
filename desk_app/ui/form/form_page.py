"""The page of the three forms: one form in front, head above it, foot beneath."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from common.words import form as said
from desk_app.domain.events import EVENTS, Event
from desk_app.services.drafting import kind_of_draft
from desk_app.ui.copy_out.opening import CopyOut
from desk_app.ui.form.event_form import EventForm
from desk_app.ui.form.findings import Saved
from desk_app.ui.form.form_foot import FormFoot
from desk_app.ui.form.letter_page import LetterPage
from desk_app.ui.page import Around

_ACTS: Mapping[str, Callable[[FormPage], None]] = {
    "save": lambda page: page.save(),
    "save-print": lambda page: page.form.saving.save_and_print(),
    "zoom": lambda page: page.form.side.zoom(),
    "letter-tab": lambda page: page.turn(),
    "template": lambda page: page.form.wishing.next_template(),
    "choose-words": lambda page: page.form.wishing.choose(),
    "copy-saved": lambda page: page.copy_out(),
    "to-held": lambda page: page.form.side.to_held(),
    "free-line": lambda page: page.change_words(),
    "compare": lambda page: page.form.saving.compare(),
    "undo-save": lambda page: page.form.saving.undo(),
    "cases": lambda page: page.form.cases.ask(),
    "same-home": lambda page: page.form.cases.link_home(),
    "card-mother": lambda page: page.form.giving.by_key("F6"),
    "card-father": lambda page: page.form.giving.by_key("F7"),
    "card-declarant": lambda page: page.form.giving.by_key("F8"),
    "card-home": lambda page: page.form.giving.new_home(),
}


class FormPage(LetterPage):
    """`arrive(event=…)` begins a form, `arrive(draft=…)` goes on with a draft (its id, or the draft that was kept).
    Whatever was typed before is kept as a draft, so leaving never asks."""

    actions: ClassVar[frozenset[str]] = frozenset(_ACTS)  # type: ignore[assignment]

    def __init__(self, around: Around) -> None:
        super().__init__(around, said.TITLES["birth"])
        self._copying = CopyOut(around, self)
        self._forms: dict[Event, EventForm] = {}
        self._stack = QStackedWidget()
        self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.head, self._stack, self.foot):
            column.addWidget(each, 1 if each is self._stack else 0)
        self._bring("birth")

    # ---- the protocol of pages

    @property
    def form(self) -> EventForm:
        """The form in front."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, EventForm)
        return shown

    def arrive(self, **what: object) -> None:
        """Begin a form, or go on with a draft."""
        draft = self._draft(what.get("draft"))
        event = kind_of_draft(draft.draft) if draft else what.get("event")
        for known in EVENTS:
            if event == known:
                self._bring(known)
                if draft:
                    self.form.open_draft(draft)
                else:
                    self.form.begin_anew()
        self.form.sections.focus_first()

    def refresh(self) -> None:
        """A form changes only by its keys: read the foot again."""
        self._read_foot()

    def act(self, action_id: str) -> bool:
        """What the keys of this page do."""
        if action_id in _ACTS:
            _ACTS[action_id](self)
        return action_id in _ACTS

    def save(self) -> None:
        """Look at everything, then save; after that the same key begins the next one."""
        form = self.form
        if form.model.saved:
            self._go_on(form.model.saved)
            return
        form.saving.save()
        if form.model.saved:
            (self.foot.save if self._goes_on() else self.foot.print).setFocus()

    def _goes_on(self) -> str:
        """What comes after what was saved: behind the death of a twin the birth of the other one."""
        told, birth = self.form.model.goes_on, self._forms.get("birth")
        saved = birth.model.saved if birth and birth.model.twin and self.form is not birth else None
        return told or ("twin" if saved and saved.follows else "")

    def _go_on(self, saved: Saved) -> None:
        if saved.follows:
            self.arrive(draft=saved.follows)
            self.form.sections.focus(self.form.model.first_blank)
            return
        if self._goes_on() == "twin":
            self._bring("birth")
        self.form.begin_next()
        self.form.sections.focus_first()

    def copy_out(self) -> None:
        """What was saved, field by field into the ministry's software."""
        saved = self.form.model.saved
        if saved is not None:
            self._copying.open(saved.id, saved.event)

    # ---- inside

    def _bring(self, event: Event) -> None:
        if self._stack.currentWidget() is not None:
            self.form.keep()
        if event not in self._forms:
            made = EventForm(self._around, event)
            made.changed.connect(self._read_foot)
            made.at_end.connect(self.foot.print.setFocus)
            made.bar.copy.clicked.connect(self.copy_out)
            made.to_print.connect(lambda covers: self._around.go("printing", registrations=covers))
            made.to_record.connect(lambda record: self._around.go("find", show=record))
            # A scanner types wherever the focus is: its Enter must not press what stands in head or foot either.
            for part in (self.head, self.foot):
                made.filter.watch(part)
            self._forms[event] = made
            self._stack.addWidget(made)
        self._stack.setCurrentWidget(self._forms[event])
        self.title = said.TITLES[event]
        self.head.say(self.title)
        self._read_foot()

    def _make_foot(self) -> None:
        self.foot = FormFoot()
        self.foot.leave.clicked.connect(self.leave)
        self.foot.save.clicked.connect(lambda: self.act("save"))
        self.foot.print.clicked.connect(lambda: self.act("save-print"))

    def _read_foot(self) -> None:
        if self._stack.currentWidget() is None:
            return
        self._see.setVisible(self.form.two_sides.narrow)
        self.foot.read(self.form, self.width(), self._goes_on())
