"""One letter of thanks or apology being typed: kept, checked, written, and what comes after. No widget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from common.dates import NotADate, PartialDate
from common.names import tidy
from common.words import form as form_words
from common.words.courtesy import to_whom
from desk_app.domain.courtesy_drafts import (
    COURTESY_DRAFTS,
    DAYS,
    KINDS,
    PARTS,
    ApologyDraft,
    CourtesyDraft,
    ThanksDraft,
    asked_parts,
    letter_kind,
)
from desk_app.domain.courtesy_reading import whole_day
from desk_app.domain.problems import Problem
from desk_app.services.choosing import Choosing, Option
from desk_app.services.courtesy_behind import Behind, behind
from desk_app.services.desk import Desk
from desk_app.services.drafting import Unfinished
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.ui.courtesy.table import sections_of
from desk_app.ui.form.fields import Field, Section, first_blank
from desk_app.ui.form.findings import Finding, Stopped, findings

CARRIED = ("kind", "officer", "care")
"""What the next letter of a morning begins with."""
_WORDS_INTO = {"gift": "deed", "opinion": "matter", "late": "why", "manner": "errand", "paper": "mistake"}


@dataclass(frozen=True, slots=True)
class Written:
    """A letter on disk: its id, its code ("" without one), to whom it goes."""

    letter: int
    code: str
    who: str


class CourtesyModel:
    """The form of thanks or of apology at an open desk."""

    letter: str
    draft: CourtesyDraft
    draft_id: str
    kept_at: str
    saved: Written | None
    behind: Behind
    papers: tuple[Option, ...]
    _kept: tuple[CourtesyDraft, Behind] | None

    def __init__(self, desk: Desk, letter: str = "thanks") -> None:
        self._desk = desk
        self._last: CourtesyDraft | None = None
        self.begin(letter)

    # ---- beginning

    def begin(self, letter: str, **told: str) -> None:
        """An empty form of this letter; `told`: kind, name and words that somebody knows already, and the `task` behind
        it."""
        kind = told.get("kind", "")
        values: dict[str, Any] = {"kind": kind if kind in KINDS[letter] else KINDS[letter][0]}
        if told.get("name"):
            values["to_name"] = told["name"]
        if told.get("words"):
            values[_WORDS_INTO[values["kind"]]] = told["words"]
        if letter == "apology":
            values["officer"] = self._desk.courtesy.officer()
        self._start(letter, values)
        self.behind = Behind(task=int(told.get("task") or 0))

    def begin_next(self) -> None:
        """The next letter: what the same cause brings along is there already."""
        before, paper = self.draft, self.behind.template
        self._start(self.letter, {name: getattr(before, name) for name in CARRIED if hasattr(before, name)})
        self.behind = Behind(template=paper)

    def open_draft(self, unfinished: Unfinished) -> None:
        """Go on with a draft that was kept; ValueError for one of a registration."""
        draft = unfinished.draft
        if not isinstance(draft, ThanksDraft | ApologyDraft):
            raise ValueError("a draft of a registration in a form of letters")
        self._start(letter_kind(draft), {})
        self.draft = draft if draft.kind else replace(draft, kind=KINDS[self.letter][0])
        self.draft_id, self.behind = unfinished.id, behind(unfinished.links)
        self._kept, self.kept_at = (self.draft, self.behind), unfinished.at[11:16]

    def like_last(self) -> tuple[str, ...]:
        """Fill every empty part as in the letter written before; the fields that changed."""
        last = self._last
        if last is None or letter_kind(last) != self.letter or self.saved:
            return ()
        names = (*PARTS[self.draft.kind], "free_line") if last.kind == self.draft.kind else ()
        changed: dict[str, Any] = {
            name: getattr(last, name) for name in names if not getattr(self.draft, name) and getattr(last, name)
        }
        self.draft = replace(self.draft, **changed)
        return tuple(changed)

    # ---- what is typed

    @property
    def sections(self) -> tuple[Section, ...]:
        """The table of this kind of letter."""
        return sections_of(self.letter, self.draft.kind)

    @property
    def fields(self) -> Mapping[str, Field]:
        """Every field by name, in the order of the form."""
        return {field.name: field for section in self.sections for field in section.fields}

    def text(self, field: str) -> str:
        """What stands in a field."""
        return str(getattr(self.draft, field))

    def write(self, field: str, text: str) -> None:
        """Somebody typed or chose."""
        changed: dict[str, Any] = {field: text}
        self.draft = replace(self.draft, **changed)

    def settle(self) -> bool:
        """Days typed without their year get it; whether one did."""
        before, self.draft = self.draft, self.settled()
        return before != self.draft

    def settled(self) -> CourtesyDraft:
        """The draft with its days whole, while they are still being typed."""
        whole: dict[str, Any] = {name: self._whole(name) for name in asked_parts(self.draft) if name in DAYS}
        return replace(self.draft, **whole)

    def echo(self, field: str) -> str:
        """What the program understood of a day, or nothing."""
        typed = tidy(self.text(field)) if field in DAYS else ""
        if not typed:
            return ""
        try:
            return form_words.echo(typed, PartialDate.parse(tidy(self._whole(field))))
        except NotADate as wrong:
            return form_words.which_of(wrong.code, wrong.readings)

    def give_reason(self, code: str, text: str) -> None:
        """Why the clerk goes on in spite of a problem; kept with the letter."""
        reasons = {**self.draft.reasons, code: text}
        self.draft = replace(self.draft, reasons={key: value for key, value in reasons.items() if value.strip()})

    @property
    def first_blank(self) -> str:
        """The first field that has to be filled in and is not, or the first of all."""
        return first_blank(self.fields, self.text)

    @property
    def has_last(self) -> bool:
        """Whether a letter of this sort was written before, in this sitting."""
        return self._last is not None and letter_kind(self._last) == self.letter

    @property
    def untouched(self) -> bool:
        """Whether nothing was typed yet."""
        return replace(self.draft, kind="") == replace(self._fresh, kind="")

    # ---- its paper

    @property
    def wish(self) -> Wish:
        """The paper that was chosen; the free line is the draft's own."""
        return Wish(template=self.behind.template or None)

    def choose_paper(self, name: str) -> None:
        """Another of the papers, "" for the usual one."""
        self.behind = replace(self.behind, template=name)

    def next_paper(self) -> bool:
        """The letter on the next of its papers; False where there is only one."""
        names = ["", *(one.code for one in self.papers[1:])]
        now = names.index(self.behind.template) if self.behind.template in names else 0
        self.choose_paper(names[(now + 1) % len(names)])
        return len(names) > 1

    # ---- keeping, checking, writing

    def keep(self) -> bool:
        """Keep what was typed in the register; True when there was something new. Raises Trouble, the words stay."""
        now = (self.draft, self.behind)
        if self.saved or now == self._kept or (self.untouched and self._kept is None):
            return False
        if self.untouched:
            self._desk.drafts.drop(self.draft_id)
        else:
            self._desk.courtesy.keep(self.draft_id, self.draft, self.behind)
        self._kept = None if self.untouched else now
        self.kept_at = "" if self.untouched else self._desk.seat.moment()[11:16]
        return True

    def check(self) -> tuple[Finding, ...]:
        """Every problem of the draft, in the order of the form."""
        return self._findings(self._desk.courtesy.check(self.settled(), self.behind.itself).problems)

    def save(self) -> Written | Stopped:
        """Write the letter, or say at once all that is wrong. A warning stops once: the clerk looks at it, then saves
        again."""
        self.settle()
        stopped = Stopped(self.check())
        unseen = {(one.field, one.code) for one in stopped.warnings} - self._seen
        self._seen |= unseen
        if stopped.errors or unseen:
            return stopped
        if self.behind.task:
            self.keep()
        result = self._desk.courtesy.prepare(self.draft, self.draft_id, self.wish, self.behind.itself)
        if not isinstance(result, Prepared):
            return Stopped(self._findings(result))
        self.saved = Written(result.letter, result.code, self._who())
        self._last = self.draft
        return self.saved

    def undo(self) -> bool:
        """Take back what was just written: its words stand here as a draft again. False once it was printed."""
        if self.saved is None or not self._desk.courtesy.undo(self.saved.letter):
            return False
        self.saved, self._kept, self.behind = None, None, replace(self.behind, itself=0)
        self.draft_id = self._desk.drafts.begin()
        self.keep()
        return True

    # ---- inside

    def _start(self, letter: str, values: Mapping[str, Any]) -> None:
        self.letter = letter
        self._fresh = COURTESY_DRAFTS[letter](**values)
        self.draft = self._fresh
        if values.get("to_name") or any(values.get(name) for name in _WORDS_INTO.values()):
            self._fresh = COURTESY_DRAFTS[letter](kind=self.draft.kind)
        self.draft_id = self._desk.drafts.begin()
        self.kept_at, self.saved, self.behind = "", None, Behind()
        self._kept = None
        self.papers = Choosing(self._desk.seat).templates(letter)
        self._seen: set[tuple[str, str]] = set()

    def _whole(self, field: str) -> str:
        return whole_day(field, tidy(self.text(field)), self._desk.seat.today())

    def _who(self) -> str:
        return to_whom(self.draft.to_address, tidy(self.draft.to_name), bool(self.draft.household))

    def _findings(self, problems: Iterable[Problem]) -> tuple[Finding, ...]:
        return findings(problems, self.fields, self.draft.reasons)
