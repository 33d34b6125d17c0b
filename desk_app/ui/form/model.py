"""One registration being typed: draft, echo lines, problems, card, saving. No widget, no rule of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from common.dates import NEWEST_SHORT_YEAR, NotADate, PartialDate
from common.names import fold, tidy
from common.words import form as words
from common.words.problems import sentence
from desk_app.domain.drafts import DRAFTS, Draft, event_of
from desk_app.domain.events import Event
from desk_app.domain.form import SEX_WORDS
from desk_app.domain.problems import Level, Problem
from desk_app.services.desk import Desk
from desk_app.services.drafting import Unfinished
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.registering import Entered
from desk_app.ui.form.fields import Field, Section, sections

REASONED = frozenset({"groom-under-age", "bride-under-age"})
"""Errors that a reason turns into warnings."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem as the form shows it: the form field to go to, the sentence, the reason typed so far, and the
    registration it speaks of (0: none)."""

    field: str
    code: str
    level: Level
    sentence: str
    reason: str = ""
    needs_reason: bool = False
    record: int = 0


@dataclass(frozen=True, slots=True)
class Stopped:
    """Nothing was saved; these are all the reasons at once, in the order of the form."""

    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be mended."""
        return tuple(one for one in self.findings if one.level == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What the clerk was asked to look at."""
        return tuple(one for one in self.findings if one.level == "warning")


@dataclass(frozen=True, slots=True)
class Saved:
    """On disk under this number; `letter` is the prepared letter and `covers` the registrations on its sheet, `held`
    what keeps it from being made."""

    id: int
    number: str
    letter: int | None = None
    covers: tuple[int, ...] = ()
    held: tuple[Finding, ...] = ()


class FormModel:
    """The form of one event at an open desk."""

    draft: Draft
    draft_id: str
    kept_at: str
    saved: Saved | None
    _fresh: Draft
    _kept: Draft | None
    _seen: set[tuple[str, str]]

    def __init__(self, desk: Desk, event: Event) -> None:
        self.event: Event = event
        self._desk = desk
        self._begin()

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The table of this form."""
        return sections(self.event)

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Every field by name, in the order of the form."""
        return {field.name: field for section in self.sections for field in section.fields}

    def begin_anew(self) -> None:
        """An empty form for the next registration."""
        self._begin()

    def open_draft(self, unfinished: Unfinished) -> None:
        """Go on with a draft that was kept; ValueError for one of another event."""
        if event_of(unfinished.draft) != self.event:
            raise ValueError(f"a {event_of(unfinished.draft)} draft in a {self.event} form")
        self._begin()
        self.draft, self.draft_id = unfinished.draft, unfinished.id
        self._kept, self.kept_at = unfinished.draft, unfinished.at[11:16]

    # ---- typing

    def text(self, field: str) -> str:
        """What stands in a form field: text, a choice's value, or "1" for a ticked case."""
        if field.startswith("case:"):
            return "1" if field[5:] in self.draft.case.split() else ""
        typed = str(getattr(self.draft, field))
        if self.fields[field].kind == "sex":
            return SEX_WORDS.get(fold(tidy(typed)), "")
        return typed

    def write(self, field: str, text: str) -> None:
        """The clerk typed: the draft now says this."""
        if field.startswith("case:"):
            case = [word for word in self.draft.case.split() if word != field[5:]]
            field, text = "case", " ".join([*case, field[5:]] if text else case)
        self.draft = _with(self.draft, field, text)

    def give_reason(self, code: str, text: str) -> None:
        """Why the clerk goes on in spite of a problem; kept with the registration."""
        reasons = {**self.draft.reasons, code: text}
        self.draft = replace(self.draft, reasons={key: value for key, value in reasons.items() if value.strip()})

    @property
    def untouched(self) -> bool:
        """Whether nothing was typed yet."""
        return self.draft == self._fresh

    def echo(self, field: str) -> str:
        """What the program understood of a date, or nothing."""
        typed = tidy(self.text(field))
        if self.fields[field].kind != "date" or not typed:
            return ""
        newest = self._desk.seat.today().year if field.endswith("born") else NEWEST_SHORT_YEAR
        try:
            return words.echo(typed, PartialDate.parse(typed, newest))
        except NotADate:
            return ""

    # ---- keeping

    def keep(self) -> bool:
        """Keep what was typed in the register; True when there was something new. Raises Trouble, the words stay."""
        if self.saved or self.draft == self._kept or (self.untouched and self._kept is None):
            return False
        if self.untouched:
            self._desk.drafts.drop(self.draft_id)
        else:
            self._desk.drafts.keep(self.draft_id, self.draft)
        self._kept = None if self.untouched else self.draft
        self.kept_at = "" if self.untouched else self._desk.seat.moment()[11:16]
        return True

    # ---- checking and saving

    def check(self) -> tuple[Finding, ...]:
        """Every problem of the draft, in the order of the form."""
        return self._findings(self._desk.register.check(self.draft).problems)

    def save(self) -> Saved | Stopped:
        """Save, or say at once all that is wrong. A warning stops once: the clerk looks at it, then saves again."""
        findings = self.check()
        stopped = Stopped(findings)
        unseen = {(one.field, one.code) for one in stopped.warnings} - self._seen
        self._seen |= unseen
        if stopped.errors or unseen:
            return stopped
        result = self._desk.register.enter(self.draft, self.draft_id)
        if not isinstance(result, Entered):
            return Stopped(self._findings(result))
        self.saved = Saved(result.id, result.number)
        return self.saved

    def save_and_letter(self) -> Saved | Stopped:
        """Save, then prepare the letter; what holds the letter back is told, the registration stays saved."""
        saved = self.saved or self.save()
        return self.prepare_letter() if isinstance(saved, Saved) else saved

    def prepare_letter(self, anyway: str = "") -> Saved:
        """Prepare the letter of what was saved; `anyway` is the reason that opens one held back."""
        if self.saved is None:
            raise ValueError("a letter is prepared of what was saved")
        result = self._desk.letters.prepare(self._sheet(self.saved.id), Wish(anyway=anyway.strip()))
        if isinstance(result, Prepared):
            self.saved = replace(self.saved, letter=result.letter, covers=result.covers, held=())
        else:
            self.saved = replace(self.saved, held=self._findings(result))
        return self.saved

    def _sheet(self, id: int) -> tuple[int, ...]:
        """Twins that wait for their letter share one sheet."""
        if not getattr(self.draft, "twin_group", ""):
            return (id,)
        return next((ids for ids in self._desk.letters.pending() if id in ids), (id,))

    def _begin(self) -> None:
        today = PartialDate.of(self._desk.seat.today()).slashed()
        self._fresh = DRAFTS[self.event](registered_on=today)
        self.draft = self._fresh
        self.draft_id = self._desk.drafts.begin()
        self.kept_at = ""
        self.saved = None
        self._kept = None
        self._seen = set()

    def _findings(self, problems: Iterable[Problem]) -> tuple[Finding, ...]:
        order = list(self.fields)
        found = [self._finding(problem) for problem in problems]
        return tuple(sorted(found, key=lambda one: order.index(one.field) if one.field in order else len(order)))

    def _finding(self, problem: Problem) -> Finding:
        reason = self.draft.reasons.get(problem.code, "")
        told = sentence(problem.code, problem.details)
        needs = problem.code in REASONED
        record = int(problem.details.get("id", "0"))
        return Finding(self._place(problem), problem.code, problem.level, told, reason, needs, record)

    def _place(self, problem: Problem) -> str:
        """The form field where a problem is mended: a case is mended at its box."""
        if problem.field != "case":
            return problem.field
        person = problem.details.get("person", "")
        wanted = f"case:{person}_unknown" if person else "case:abandoned"
        boxes = [name for name in self.fields if name.startswith("case:")]
        return wanted if wanted in boxes else boxes[0]


def _with(draft: Draft, field: str, text: str) -> Draft:
    changed: dict[str, Any] = {field: text}
    return replace(draft, **changed)
