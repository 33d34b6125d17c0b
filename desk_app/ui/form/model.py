"""One registration being typed: draft, links, echo lines, problems, saving. No widget, no rule of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from common.dates import PartialDate
from common.names import fold, tidy
from common.words import form as words
from common.words.form_cases import UNNAMED
from desk_app.domain.drafts import DRAFTS, Draft, event_of
from desk_app.domain.events import Event
from desk_app.domain.form import SEX_WORDS
from desk_app.domain.problems import Problem
from desk_app.services.desk import Desk
from desk_app.services.drafting import Unfinished
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.places import Offer, PlaceOffers
from desk_app.services.registering import Entered
from desk_app.ui.form import circumstances, days
from desk_app.ui.form.fields import Field, Section
from desk_app.ui.form.findings import ALIKE, Finding, Saved, Stopped, findings
from desk_app.ui.form.forms import sections
from desk_app.ui.form.linked import Links, as_kept, chosen, followed, next_twin, to_keep, typed
from desk_app.ui.form.summary import summary_of

__all__ = ["Finding", "FormModel", "Saved", "Stopped"]


class FormModel:
    """The form of one event at an open desk."""

    draft: Draft
    draft_id: str
    kept_at: str
    saved: Saved | None
    links: Links
    free_line: str
    carried: frozenset[str]
    _fresh: Draft
    _kept: tuple[Draft, str, Links] | None
    _seen: set[tuple[str, str]]
    _compared: int
    _places: PlaceOffers

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

    def begin_next(self) -> None:
        """The next registration: after a twin the family, the day and the place are there already."""
        before, links = self.draft, self.links
        self._begin()
        if getattr(before, "twin_group", ""):
            self.draft, self.links = next_twin(before, self._fresh), links
            self.carried = frozenset(self.fields) - {"child_name", "sex"}

    def open_draft(self, unfinished: Unfinished) -> None:
        """Go on with a draft that was kept; ValueError for one of another event."""
        if event_of(unfinished.draft) != self.event:
            raise ValueError(f"a {event_of(unfinished.draft)} draft in a {self.event} form")
        self._begin()
        self.draft, self.draft_id = unfinished.draft, unfinished.id
        links = as_kept(self.draft, unfinished.links)
        self.free_line, self.links = unfinished.free_line, circumstances.linked(self.draft, links)
        self._kept, self.kept_at = (self.draft, self.free_line, self.links), unfinished.at[11:16]

    # ---- typing

    def text(self, field: str) -> str:
        """What stands in a form field: text, a choice's value, or "1" for a ticked box."""
        if field.startswith("pick:"):
            return circumstances.picked(self.draft, self.links, field)
        if field.startswith("case:"):
            return "1" if field[5:] in self._cases() else ""
        written = str(getattr(self.draft, field))
        if field == "born_in_words":
            return written or self._in_words()
        if self.fields[field].kind == "sex":
            return SEX_WORDS.get(fold(tidy(written)), "")
        return written

    def write(self, field: str, text: str) -> tuple[str, ...]:
        """The clerk typed or chose: the draft now says this. The other form fields that changed with it."""
        before = {name: self.text(name) for name in self.fields if name != field}
        if field.startswith("pick:"):
            self._pick(field, text)
        elif field.startswith("case:"):
            case = [word for word in self._cases() if word != field[5:]]
            self._put("case", " ".join([*case, field[5:]] if text else case))
            self.links = circumstances.linked(self.draft, self.links)
        elif field == "born_in_words":
            self._put(field, "" if text == self._in_words() else text)
        else:
            self._put(field, text)
            self.links = typed(self.draft, self.links, field)
        self.draft = followed(self.draft, self.links)
        return tuple(name for name, old in before.items() if self.text(name) != old)

    def settle(self) -> tuple[str, ...]:
        """Days typed without their year get it; the fields that changed."""
        before, self.draft = self.draft, self.settled()
        return tuple(name for name in days.JUST_HAPPENED[self.event] if getattr(before, name) != self._whole(name))

    def settled(self) -> Draft:
        """The draft with its days whole, while they are still being typed."""
        whole: dict[str, Any] = {name: self._whole(name) for name in days.JUST_HAPPENED[self.event]}
        return replace(self.draft, **whole)

    def shown(self, field: str) -> bool:
        """Whether a field is asked for now, as who declares and the special cases have it."""
        return circumstances.asked(self.draft, self.links, field)

    def give_reason(self, code: str, text: str, record: int = 0) -> None:
        """Why the clerk goes on in spite of a problem; kept with the registration. `record`: the one it was compared
        with; the reason stands for no other."""
        self._compared = record if code == ALIKE else self._compared
        reasons = {**self.draft.reasons, code: text}
        self.draft = replace(self.draft, reasons={key: value for key, value in reasons.items() if value.strip()})

    @property
    def goes_on(self) -> str:
        """What belongs to this registration and comes after it: "twin", or nothing."""
        return "twin" if self._is_twin() else ""

    @property
    def untouched(self) -> bool:
        """Whether nothing was typed yet."""
        return self.draft == self._fresh and not self.free_line

    def echo(self, field: str) -> str:
        """What the program understood of a date, or nothing."""
        if self.fields[field].kind != "date":
            return ""
        told = days.echo_of_death if field == "died_on" else days.echo
        return told(self.draft, field, self._desk.seat.today())

    def places(self, field: str, typed: str) -> Sequence[Offer]:
        """What was written into such a field before, the latest first; then units that may be meant."""
        return self._places.offered(field, typed, self._whole("registered_on"))

    def holds(self, section: Section) -> bool:
        """Whether somebody wrote something into a section, or has to."""
        written = [one.name for one in section.fields if getattr(self.draft, one.name, "1")]
        return circumstances.wants(self.draft, section.name) or any(self.text(name) for name in written)

    def summary(self, section: Section) -> str:
        """A finished section in one line."""
        return summary_of(section, self.text, self.links)

    # ---- keeping

    def keep(self) -> bool:
        """Keep what was typed in the register; True when there was something new. Raises Trouble, the words stay."""
        now = (self.draft, self.free_line, self.links)
        if self.saved or now == self._kept or (self.untouched and self._kept is None):
            return False
        if self.untouched:
            self._desk.drafts.drop(self.draft_id)
        else:
            self._desk.drafts.keep(self.draft_id, self.draft, self.free_line, to_keep(self.links))
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
        problems = self._desk.register.check(self.settled()).problems
        alike = alike_of(self._findings(problems))
        if alike and self._compared not in (0, alike.record):
            self.give_reason(ALIKE, "")
        return self._findings(problems)

    def save(self) -> Saved | Stopped:
        """Save, or say at once all that is wrong. A warning stops once: the clerk looks at it, then saves again; what
        may be registered already stops until somebody says why it is another."""
        self.settle()
        stopped = Stopped(self.check())
        alike = alike_of(stopped.findings)
        unseen = {(one.field, one.code) for one in stopped.warnings if one is not alike} - self._seen
        self._seen |= unseen
        if stopped.errors or unseen or (alike and not alike.reason):
            self.links = circumstances.after_stop(self.links, stopped)
            return stopped
        result = self._desk.register.enter(self.draft, self.draft_id, attended=True)
        if not isinstance(result, Entered):
            return Stopped(self._findings(result))
        self.saved = Saved(result.id, result.number)
        self.saved = replace(self.saved, alone=self._is_twin() and len(self._sheet(result.id)) == 1)
        return self.prepare_letter() if self.free_line and not self.saved.alone else self.saved

    def save_and_letter(self) -> Saved | Stopped:
        """Save, then prepare the letter; what holds the letter back is told, the registration stays saved. A twin's
        letter waits for the other twin, unless it is asked for again."""
        before = self.saved
        saved = before or self.save()
        if isinstance(saved, Stopped) or (saved.alone and before is None):
            return saved
        return self.prepare_letter()

    def prepare_letter(self, anyway: str = "") -> Saved:
        """Prepare the letter of what was saved; `anyway` is the reason that opens one held back."""
        if self.saved is None:
            raise ValueError("a letter is prepared of what was saved")
        wish = Wish(anyway=anyway.strip(), free_line=tidy(self.free_line))
        result = self._desk.letters.prepare(self._sheet(self.saved.id), wish)
        if isinstance(result, Prepared):
            self.saved = replace(self.saved, letter=result.letter, covers=result.covers, held=())
        else:
            self.saved = replace(self.saved, held=self._findings(result))
        return self.saved

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
        today = PartialDate.of(self._desk.seat.today()).slashed()
        self._fresh = DRAFTS[self.event](registered_on=today)
        self.draft = self._fresh
        self.draft_id = self._desk.drafts.begin()
        self.kept_at, self.free_line = "", ""
        self.saved, self.links = None, Links()
        self._kept, self._seen, self._compared = None, set(), 0
        self.carried = frozenset()
        self._places = PlaceOffers(self._desk.seat)

    def _pick(self, field: str, text: str) -> None:
        if field == "pick:declarant":
            self.draft, self.links = chosen(self.draft, self.links, text)
        elif field in ("pick:home", "pick:papers"):
            self.links = circumstances.tied(self.links, field, bool(text))
        elif field == "pick:unnamed":
            self._put("deceased_name", UNNAMED if text else "")
        else:
            self._put("twin_group", words.twin_group(self._desk.seat.random(2).hex()) if text else "")

    def _put(self, field: str, text: str) -> None:
        changed: dict[str, Any] = {field: text}
        self.draft = replace(self.draft, **changed)

    def _cases(self) -> list[str]:
        return self.draft.case.split()

    def _is_twin(self) -> bool:
        return bool(getattr(self.draft, "twin_group", "").strip())

    def _whole(self, field: str) -> str:
        return days.whole(self.event, field, str(getattr(self.draft, field)), self._desk.seat.today())

    def _in_words(self) -> str:
        return days.in_words(getattr(self.draft, "born", ""), self._desk.seat.today())

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
