"""Entering, amending, voiding and finding registrations: one act, one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from common.dates import latest_day
from common.units import UnitTable
from desk_app.db.book_counts import BookKey
from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading, Work
from desk_app.db.registrations import Kept
from desk_app.db.search import Asked, Found
from desk_app.domain.drafts import Draft, draft_from, draft_values, event_of
from desk_app.domain.events import AnyRegistration
from desk_app.domain.problems import Outcome, Problem
from desk_app.domain.reading import draft_of, read_draft
from desk_app.domain.rules import Rules
from desk_app.domain.sought import read_sought
from desk_app.services.access_notes import seen, sought_digits
from desk_app.services.alike import ALIKE, alike, alike_as_far, likenesses
from desk_app.services.brief_life import OTHER, begin_other, drop_begun, told_beside
from desk_app.services.closings import CLOSED, book_of, refusal
from desk_app.services.decided import no_longer_twice, note_alike
from desk_app.services.lines import act_entry, registration_entry
from desk_app.services.office import own_unit, read_letterhead
from desk_app.services.opt_outs import OPTED_OUT, change_wish, keep_wish, unsay_wish
from desk_app.services.own_names import code_named
from desk_app.services.reasons import reason_given
from desk_app.services.register_values import Amended, Entered, Voided
from desk_app.services.seat import Seat
from desk_app.services.stored import any_registration, live_registration
from desk_app.services.wishing import forget_waiting

__all__ = ["Amended", "Entered", "Registering", "Stops", "Voided"]
Stops = Callable[[Sequence[Problem]], bool]
"""Whoever sits before it looks at the problems: whether nothing is to be entered yet."""


@dataclass(frozen=True, slots=True)
class Registering:
    """The register of births, marriages and deaths as a clerk uses it."""

    seat: Seat

    def check(self, draft: Draft) -> Outcome[AnyRegistration]:
        """All problems of a draft at once, those that only the register knows included."""
        with self.seat.reading() as reading:
            return self._check(reading, draft)

    def enter(
        self, draft: Draft, draft_id: str = "", attended: bool = False, stops: Stops | None = None
    ) -> Entered | tuple[Problem, ...]:
        """Enter the draft, or say everything that is wrong with it. On disk when this returns, the kept draft gone.

        `attended`: somebody sits before it who can decide. What may stand in the register already, and came there a
        moment ago, then stops the save inside its own transaction unless a reason is kept; unattended it is told and
        waits on Hôm nay. `stops`: whoever sits there judges the problems instead, as they stand in that act."""
        self.seat.may("register")
        still = replace(self, seat=self.seat.still())
        with still.seat.work() as work:
            judge = stops or (partial(_undecided, reasons=draft.reasons) if attended else None)
            entered = still.enter_within(work, draft, draft_id, judge)
            if isinstance(entered, Entered):
                work.commit()
        return entered

    def enter_within(
        self, work: Work, draft: Draft, draft_id: str, stops: Stops | None
    ) -> Entered | tuple[Problem, ...]:
        """The same as a part of an act under way; on disk with the act's commit. `stops` is asked with the problems as
        they stand in this act (None: unattended)."""
        outcome = self._check(work, draft)
        if (stops and stops(outcome.problems)) or outcome.value is None:
            return outcome.problems
        subject = self.seat.subject()
        added = work.registrations.add(outcome.value, subject, draft.reasons)
        registration = replace(outcome.value, number=added.number)
        work.drafts.drop(draft_id)
        note_alike(work, added.id, outcome.problems, bool(draft.reasons.get(ALIKE)))
        drop_begun(self.seat, work, registration, registration.event)
        follows = begin_other(self.seat, work, registration) if stops else ""
        if OPTED_OUT in registration.cases:
            keep_wish(self.seat, work, registration)
        work.journal.append(registration_entry(self.seat, "registered", (subject, 1), registration))
        other = told_beside(work, registration)
        return Entered(added.id, added.number, outcome.warnings, follows, other[1] if other[0] else "")

    def amend(
        self, id: int, values: Mapping[str, object], reason: str, attended: bool = False
    ) -> Amended | tuple[Problem, ...]:
        """Write a new version: `values` replace those of the old draft, the rest stays. The old version is kept.
        `attended` as for `enter`: a record that the change makes look like another stops it until a reason is kept.

        Raises Mistake("reason-empty")."""
        self.seat.may("register")
        reason = reason_given(reason)
        with self.seat.work() as work:
            kept = live_registration(work, id)
            draft, outcome = self._amending(work, kept, values, reason)
            told = values.get("reasons")
            decided = told if isinstance(told, Mapping) else {}
            if outcome.value is None or (attended and _undecided(outcome.problems, decided)):
                return outcome.problems
            version = work.registrations.amend(id, outcome.value, reason, draft.reasons)
            change_wish(self.seat, work, id, (kept.registration, outcome.value))
            work.journal.append(registration_entry(self.seat, "amended", (kept.subject, version), outcome.value))
            letters = tuple(letter.id for letter in standing_letters(work, id))
            note_alike(work, id, outcome.problems, bool(draft.reasons.get(ALIKE)))
            work.commit()
        return Amended(id, version, letters, outcome.warnings)

    def look_at_amendment(self, id: int, values: Mapping[str, object]) -> Outcome[AnyRegistration]:
        """Everything there is to say of a change before it is written."""
        with self.seat.reading() as reading:
            kept = live_registration(reading, id)
            return self._amending(reading, kept, values, "")[1]

    def _amending(
        self, store: Reading | Work, kept: Kept, values: Mapping[str, object], reason: str
    ) -> tuple[Draft, Outcome[AnyRegistration]]:
        """The draft that a change makes of a record, and its problems; a likeness that was there before is none."""
        before = {**draft_values(draft_of(kept.registration)), "reasons": kept.reasons}
        draft = draft_from(kept.event, {**before, **values})
        # A number left empty stays: in another book somebody may hold it.
        draft = replace(draft, number=draft.number.strip() or kept.registration.number)
        # Whoever moves it into a closed book has just said why.
        said = replace(draft, reasons={CLOSED: reason, **draft.reasons}) if reason else draft
        outcome = self._check(store, said, itself=kept.id)
        if outcome.value is None:
            return draft, outcome
        known = {one.kept.id for one in likenesses(store, kept.registration, kept.id)}
        fresh = any(one.kept.id not in known for one in likenesses(store, outcome.value, kept.id))
        found = alike(store, outcome.value, kept.id) if fresh else ()
        return draft, Outcome(outcome.value, (*outcome.problems, *found))

    def void(self, id: int, reason: str) -> Voided:
        """Take a registration out of every count, with its reason; nothing is deleted.

        Raises Mistake("reason-empty")."""
        self.seat.may("register")
        reason = reason_given(reason)
        with self.seat.work() as work:
            letters = self.void_within(work, id, reason)
            work.commit()
        return Voided(id, letters)

    def void_within(self, work: Work, id: int, reason: str) -> tuple[int, ...]:
        """The same as a part of an act under way; the letters that no longer count."""
        kept = live_registration(work, id)
        work.registrations.void(id, reason)
        no_longer_twice(work, id)
        work.journal.append(act_entry(self.seat, "voided", kept.subject, {}, {"reason": reason}))
        return self._void_letters(work, id)

    def take_back(self, id: int, reason: str) -> bool:
        """Void what was entered a moment ago, and with it a wish for no letter that came along; False, and nothing
        done, once a letter over it was printed."""
        self.seat.may("register")
        with self.seat.work() as work:
            if any(letter.copies for letter in standing_letters(work, id)):
                return False
            taken = live_registration(work, id).registration
            self.void_within(work, id, reason_given(reason))
            if OPTED_OUT in taken.cases:
                unsay_wish(self.seat, work, id, taken)
            drop_begun(self.seat, work, taken, OTHER.get(taken.event, ""))
            work.commit()
        return True

    def show(self, id: int) -> Kept:
        """One registration with its state and reasons; raises Mistake("no-such-registration")."""
        with self.seat.reading() as reading:
            kept = any_registration(reading, id)
        seen(self.seat, "record-opened", id)
        return kept

    def find(self, text: str, limit: int = 20) -> tuple[Found, ...]:
        """Registrations by whatever is known of them, as in the window; exact marks first."""
        asked = read_sought(text, self.seat.today())
        sought_digits(self.seat, asked)
        with self.seat.reading() as reading:
            return reading.search.found(Asked(asked, limit, further=True))

    def _check(self, store: Reading | Work, draft: Draft, itself: int | None = None) -> Outcome[AnyRegistration]:
        draft = self._filled(store, draft)
        today = self.seat.today()
        ours = own_unit(read_letterhead(store.office), self.seat.units, today).code
        outcome = read_draft(draft, rules_of(self.seat.units, ours), today)
        told = (self._number_taken(store, draft, itself), self._book_refuses(store, draft, itself))
        found = tuple(problem for problem in told if problem)
        value = None if any(problem.level == "error" for problem in found) else outcome.value
        problems = (*outcome.problems, *found)
        if itself is not None:
            return Outcome(value, problems)
        return Outcome(value, (*problems, *(alike(store, value) if value else alike_as_far(store, draft))))

    def _filled(self, store: Reading | Work, draft: Draft) -> Draft:
        """The office's own book when the clerk left it empty, under the unit that it was on the day of registration."""
        head = read_letterhead(store.office)
        day = latest_day(draft.registered_on) or self.seat.today()
        ours = own_unit(head, self.seat.units, day).code
        today = own_unit(head, self.seat.units, self.seat.today()).code
        unit = code_named(self.seat.units, today, draft.unit) or ours
        return replace(draft, book=draft.book or head.book or f"01/{day.year}", unit=unit)

    def _number_taken(self, store: Reading | Work, draft: Draft, itself: int | None) -> Problem | None:
        year = _year_of(draft.registered_on)
        if not draft.number.strip() or year is None:
            return None
        holder = store.registrations.taken(event_of(draft), draft.unit, draft.book, draft.number, year)
        if holder is None or holder == itself:
            return None
        details = {"number": draft.number, "book": draft.book, "id": str(holder), "name": _name_of(store, holder)}
        return Problem("number", "number-taken", "error", details)

    def _book_refuses(self, store: Reading | Work, draft: Draft, itself: int | None) -> Problem | None:
        year = _year_of(draft.registered_on)
        if year is None:
            return None
        key = book_of(event_of(draft), (draft.unit, draft.book), draft.number, year)
        kept = store.registrations.get(itself) if itself is not None else None
        if kept is not None and key == _book_where(kept):
            return None
        return refusal(store, key, draft.number, draft.reasons)

    def _void_letters(self, work: Work, id: int) -> tuple[int, ...]:
        touched = standing_letters(work, id)
        for letter in touched:
            figures = {"letter": letter.kind, "covers": 1}
            work.journal.append(act_entry(self.seat, "letter-voided", letter.subject, figures, {}))
            if not any(_stands(work, other) for other in letter.covers if other != id):
                work.letters.mark_void(letter.id)
        forget_waiting(work, [id])
        return tuple(letter.id for letter in touched)


def rules_of(units: UnitTable, unit: str) -> Rules:
    """The law, and the names this commune has had: old residences name the communes it was made of."""
    names = {known.full_name for code in units.ancestry(unit) for known in units.known(code)}
    return Rules.standard(unit, sorted(names))


def standing_letters(work: Reading | Work, id: int) -> tuple[KeptLetter, ...]:
    """The letters over a registration that still count; one that a newer letter replaced is void already."""
    return tuple(letter for letter in work.letters.of_registration(id) if letter.state != "void")


def _undecided(problems: Sequence[Problem], reasons: Mapping[str, str]) -> bool:
    """Whether it may be there already and nobody has said why it is another one."""
    return any(one.code == ALIKE for one in problems) and not reasons.get(ALIKE, "").strip()


def _stands(store: Reading | Work, id: int) -> bool:
    kept = store.registrations.get(id)
    return kept is not None and kept.state != "void"


def _name_of(store: Reading | Work, id: int) -> str:
    kept = store.registrations.get(id)
    return ", ".join(name.text for name in kept.registration.principals()) if kept else ""


def _book_where(kept: Kept) -> BookKey:
    """The book in which it stands: whoever amends it there may do so after the closing."""
    one = kept.registration
    return book_of(kept.event, (one.unit, one.book), one.number, one.registered_on.year)


def _year_of(text: str) -> int | None:
    day = latest_day(text)
    return day.year if day else None
