"""One registration being typed: kept, checked, saved, and what comes after. No widget, no rule of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from common.words import form as words
from desk_app.domain.courtesy_drafts import ApologyDraft, ThanksDraft
from desk_app.domain.drafts import Draft, event_of
from desk_app.domain.events import Event
from desk_app.domain.problems import Problem
from desk_app.services.brief_life import OTHER
from desk_app.services.choosing import Choosing, Option, Options
from desk_app.services.desk import Desk
from desk_app.services.drafting import Unfinished, kind_of_draft
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.register_values import Entered
from desk_app.services.with_letter import Both, WithLetter
from desk_app.ui.form import circumstances
from desk_app.ui.form.findings import ALIKE, Finding, Saved, Stopped, findings
from desk_app.ui.form.linked import Links, as_kept, next_twin, to_keep
from desk_app.ui.form.typed_form import TypedForm

__all__ = ["Finding", "FormModel", "Saved", "Stopped"]


class FormModel(TypedForm):
    """The form of one event at an open desk: what was typed is kept, checked and saved."""

    draft_id: str
    kept_at: str
    saved: Saved | None
    wish: Wish
    papers: tuple[Option, ...]
    carried: frozenset[str]
    _kept: tuple[Draft, Mapping[str, Any], Links] | None
    _seen: set[tuple[str, str]]
    _compared: int

    def __init__(self, desk: Desk, event: Event) -> None:
        super().__init__(desk, event)
        self._begin()

    def begin_anew(self) -> None:
        """An empty form for the next registration."""
        self._begin()

    def begin_next(self) -> None:
        """The next registration: after a twin the family, the day and the place are there already."""
        before, links, wish = self.draft, self.links, self.wish
        self._begin()
        if getattr(before, "twin_group", ""):
            self.wish = wish
            self.draft, self.links = next_twin(before, self._fresh), links
            self.carried = frozenset(self.fields) - {"child_name", "sex"}

    def open_draft(self, unfinished: Unfinished) -> None:
        """Go on with a draft that was kept; ValueError for one of another event."""
        draft = unfinished.draft
        if isinstance(draft, ThanksDraft | ApologyDraft) or event_of(draft) != self.event:
            raise ValueError(f"a {kind_of_draft(draft)} draft in a {self.event} form")
        self._begin()
        self.draft, self.draft_id = draft, unfinished.id
        links = as_kept(self.draft, unfinished.links)
        self.wish, self.links = unfinished.wish, circumstances.linked(self.draft, links)
        self._kept, self.kept_at = (self.draft, self.wish.body, self.links), unfinished.at[11:16]

    def give_reason(self, code: str, text: str, record: int = 0) -> None:
        """Why the clerk goes on in spite of a problem; kept with the registration. `record`: the one it was compared
        with; the reason stands for no other."""
        self._compared = record if code == ALIKE else self._compared
        reasons = {**self.draft.reasons, code: text}
        self.draft = replace(self.draft, reasons={key: value for key, value in reasons.items() if value.strip()})

    @property
    def free_line(self) -> str:
        """The letter's own line."""
        return self.wish.free_line

    def say(self, line: str) -> None:
        """The letter's own line, as it is typed."""
        self.wish = replace(self.wish, free_line=line)

    def next_template(self) -> bool:
        """The letter on the next of its papers; False where there is only one."""
        names = [one.code for one in self.papers]
        now = names.index(self.wish.template) if self.wish.template in names else 0
        self.wish = replace(self.wish, template=names[(now + 1) % len(names)] if now + 1 < len(names) else None)
        return len(names) > 1

    def options(self) -> Options | None:
        """What may be chosen for the letter; None while too little is typed."""
        return Choosing(self._desk.seat).of_draft(self.settled())

    @property
    def goes_on(self) -> str:
        """What belongs to this registration and comes after it: the "birth" or "death" of a child that lived under 24
        hours, "twin", or nothing."""
        if self.saved and self.saved.follows:
            return OTHER[self.event]
        return "twin" if self.twin else ""

    @property
    def twin(self) -> bool:
        """Whether it is one of twins."""
        return self._is_twin()

    @property
    def untouched(self) -> bool:
        """Whether nothing was typed yet."""
        return self.draft == self._fresh and not self.wish.body

    # ---- keeping

    def keep(self) -> bool:
        """Keep what was typed in the register; True when there was something new. Raises Trouble, the words stay."""
        now = (self.draft, self.wish.body, self.links)
        if self.saved or now == self._kept or (self.untouched and self._kept is None):
            return False
        if self.untouched:
            self._desk.drafts.drop(self.draft_id)
        else:
            self._desk.drafts.keep(self.draft_id, self.draft, self.wish, to_keep(self.links))
        self._kept = None if self.untouched else now
        self.kept_at = "" if self.untouched else self._desk.seat.moment()[11:16]
        return True

    def give_up(self) -> None:
        """Forget what was typed: it is in the register already."""
        self._desk.drafts.drop(self.draft_id)
        self._begin()

    # ---- checking and saving

    def check(self) -> tuple[Finding, ...]:
        """Every problem of the draft, in the order of the form."""
        return self._looked_at(self._desk.register.check(self.settled()).problems)

    def save(self) -> Saved | Stopped:
        """Save, or say at once all that is wrong. A warning stops once: the clerk looks at it, then saves again; what
        may be registered already stops until somebody says why it is another."""
        return self._save(letter=bool(self.wish.body))

    def save_and_letter(self) -> Saved | Stopped:
        """Save, and prepare the letter with it; what holds the letter back is told, the registration stays saved. A
        twin's letter waits for the other twin, unless it is asked for again."""
        return self.prepare_letter() if self.saved else self._save(letter=True)

    def prepare_letter(self, anyway: str = "") -> Saved:
        """Prepare the letter of what was saved; `anyway` is the reason that opens one held back."""
        if self.saved is None:
            raise ValueError("a letter is prepared of what was saved")
        return self._with(self._desk.letters.prepare(self._sheet(self.saved.id), self._wished(anyway.strip())))

    def undo(self) -> bool:
        """Take back what was just saved: the record is void, its words stand here as a draft again. False once its
        letter was printed."""
        if self.saved is None or not self._desk.register.take_back(self.saved.id, words.UNDONE_REASON):
            return False
        self.saved, self._kept = None, None
        self.draft_id = self._desk.drafts.begin()
        self.keep()
        return True

    # ---- inside

    def _begin(self) -> None:
        self._clear()
        self.draft_id = self._desk.drafts.begin()
        self.kept_at, self.wish, self.saved = "", Wish(), None
        self.papers = Choosing(self._desk.seat).templates(self.event)
        self._kept, self._seen, self._compared = None, set(), 0
        self.carried = frozenset()

    def _save(self, letter: bool) -> Saved | Stopped:
        self.settle()
        # A twin may share a sheet with what is registered: that is looked for once it is registered itself.
        at_once = letter and not self._is_twin()
        both = self._enter(at_once)
        if not isinstance(both.entered, Entered):
            stopped = Stopped(self._findings(both.entered))
            self.links = circumstances.after_stop(self.links, stopped)
            return stopped
        entered = both.entered
        self.saved = Saved(entered.id, entered.number, self.event, follows=entered.follows, beside=entered.beside)
        self.saved = replace(self.saved, alone=self._is_twin() and len(self._sheet(entered.id)) == 1)
        if both.letter is not None:
            return self._with(both.letter)
        if self._waits() and self.wish.body:
            self._desk.letters.keep_wish((entered.id,), self.wish)
        return self.prepare_letter() if letter and not self._waits() else self.saved

    def _enter(self, with_letter: bool) -> Both:
        """One look at everything and one act, the letter with it where there may be one already."""
        if with_letter:
            return WithLetter(self._desk.seat).enter(self.draft, self.draft_id, self._wished(), self._stops)
        return Both(self._desk.register.enter(self.draft, self.draft_id, stops=self._stops))

    def _stops(self, problems: Iterable[Problem]) -> bool:
        """Whether something has to be mended, looked at or decided before this is saved."""
        stopped = Stopped(self._looked_at(problems))
        alike = alike_of(stopped.findings)
        unseen = {(one.field, one.code) for one in stopped.warnings if one is not alike} - self._seen
        self._seen |= unseen
        return bool(stopped.errors or unseen or (alike and not alike.reason))

    def _looked_at(self, problems: Iterable[Problem]) -> tuple[Finding, ...]:
        """The problems as findings; why the clerk goes on counts for the record it was compared with alone."""
        alike = alike_of(self._findings(problems))
        if alike and self._compared not in (0, alike.record):
            self.give_reason(ALIKE, "")
        return self._findings(problems)

    def _wished(self, anyway: str = "") -> Wish:
        return replace(self.wish, anyway=anyway, whole=bool(self.wish.body))

    def _with(self, letter: Prepared | tuple[Problem, ...]) -> Saved:
        assert self.saved is not None
        if isinstance(letter, Prepared):
            self.saved = replace(self.saved, letter=letter.letter, covers=letter.covers, held=())
        else:
            self.saved = replace(self.saved, held=self._findings(letter))
        return self.saved

    def _waits(self) -> bool:
        """Whether something else comes before the letter."""
        return bool(self.saved and (self.saved.alone or self.saved.follows))

    def _sheet(self, id: int) -> tuple[int, ...]:
        """Twins that wait for their letter share one sheet."""
        if not self._is_twin():
            return (id,)
        return next((ids for ids in self._desk.letters.pending() if id in ids), (id,))

    def _findings(self, problems: Iterable[Problem]) -> tuple[Finding, ...]:
        told = [one for one in problems if not (self.links.parent and one.field.startswith("declarant_"))]
        return findings(told, self.fields, self.draft.reasons)


def alike_of(found: Iterable[Finding]) -> Finding | None:
    """The warning that this may be registered already."""
    return next((one for one in found if one.code == ALIKE), None)
