"""Erasing by law: what a registration says of people goes, the bare number and the chain of the journal stay."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from common.names import fold, tidy
from desk_app.db.journal import Entry
from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading, Work
from desk_app.db.registrations import Kept
from desk_app.domain.events import AnyRegistration
from desk_app.services.ceremony_order import forget_readings
from desk_app.services.erased_reasons import forget_reasons
from desk_app.services.erasing_words import forget_words, words_to_go
from desk_app.services.lines import act_entry
from desk_app.services.print_question import PrintQuestion
from desk_app.services.privacy_copies import StillHeld, copies_since
from desk_app.services.reasons import reason_given
from desk_app.services.seat import Seat
from desk_app.services.stored import any_registration
from desk_app.services.trouble import Mistake
from desk_app.services.wishing import forget_waiting


@dataclass(frozen=True, slots=True)
class Prospect:
    """What an erasure would take: the number to type as confirmation, letters whose page goes (`shared` of them also
    speak of somebody else), and the messages that name these people."""

    id: int
    number: str
    event: str
    versions: int
    letters: int
    shared: int
    messages: int
    copies: tuple[StillHeld, ...]


@dataclass(frozen=True, slots=True)
class Erased:
    """An erasure that is on disk: when (ISO), at which line of the journal, and where the data still lies."""

    id: int
    number: str
    event: str
    at: str
    position: int
    letters: int
    messages: int
    reason: str
    copies: tuple[StillHeld, ...]
    scrubbed: bool = True
    """Whether the file was written anew; False: the disk had no room, old pages wait to be overwritten."""


@dataclass(frozen=True, slots=True)
class Erasing:
    """For leader and administrator alone."""

    seat: Seat

    def look(self, id: int) -> Prospect:
        """What would go. Raises Mistake: no-such-registration, and what stands in the way (see `erase`)."""
        self.seat.may("erase")
        with self.seat.reading() as reading:
            kept = any_registration(reading, id)
            _refuse_unfinished(self.seat, reading, kept)
            letters = reading.letters.of_registration(id)
            history = reading.registrations.history(id)
            return Prospect(
                id=id,
                number=kept.registration.number,
                event=kept.event,
                versions=len(history),
                letters=len(letters),
                shared=sum(len(letter.covers) > 1 for letter in letters),
                messages=_spoken(reading, [version.registration for version in history]),
                copies=copies_since(self.seat, reading, history[0].at),
            )

    def erase(self, id: int, reason: str, typed: str) -> Erased:
        """Erase for good; `typed` repeats the number of the record. On disk, and the file rewritten, when this returns.

        Raises Mistake: reason-empty, erase-reason-names, erase-not-confirmed, erase-draft-open, erase-sheets-open,
        erase-bundle-begun."""
        prospect = self.look(id)
        reason = reason_given(reason)
        if tidy(typed) != prospect.number:
            raise Mistake("erase-not-confirmed", {"number": prospect.number})
        with self.seat.work() as work:
            kept = any_registration(work, id)
            bodies = [version.registration for version in work.registrations.history(id)]
            if _names(reason, bodies):
                raise Mistake("erase-reason-names")
            letters = work.letters.of_registration(id)
            position = self._forget(work, kept, letters)
            forget_reasons(work, lambda text: _names(text, bodies))
            messages = _messages(work, bodies)
            for message in messages:
                work.ratings.drop_message(message)
            said = len(messages) + forget_words(work, lambda text: _names(text, bodies))
            home = {"act": "erased", "what": str(id), "reason": reason}
            work.journal.append(act_entry(self.seat, "local", self.seat.subject(), {}, home))
            work.search.rewrite_words()
            work.commit()
        told = (prospect.number, prospect.event, self.seat.moment(), position)
        return Erased(id, *told, len(letters), said, reason, prospect.copies, self.seat.scrubbed())

    def _forget(self, work: Work, kept: Kept, letters: Sequence[KeptLetter]) -> int:
        position = work.journal.append(_erased_line(self.seat, kept.subject))
        work.journal.forget(kept.subject)
        for letter in letters:
            self._forget_letter(work, letter)
        forget_readings(work, kept.id)
        work.registrations.erase(kept.id)
        forget_waiting(work, [kept.id])
        return position

    def _forget_letter(self, work: Work, letter: KeptLetter) -> None:
        """The page names everybody on it. A letter never printed is taken back, so that the others on it get their own;
        one that was printed counts on."""
        if letter.state == "prepared":
            figures = {"letter": letter.kind, "covers": len(letter.covers)}
            work.letters.mark_void(letter.id)
            work.journal.append(act_entry(self.seat, "letter-voided", letter.subject, figures, {}))
        work.letters.erase_page(letter.id)
        work.journal.append(_erased_line(self.seat, letter.subject))
        work.journal.forget(letter.subject)


def _erased_line(seat: Seat, subject: str) -> Entry:
    # Its own home part would go with all the others of the subject: who and why stand in a line of the office.
    return Entry("erased", seat.today(), subject, 1, {})


def _refuse_unfinished(seat: Seat, reading: Reading, kept: Kept) -> None:
    registration = [kept.registration]
    if any(_names(draft.values_json, registration) for draft in reading.drafts.all()):
        raise Mistake("erase-draft-open")
    question = PrintQuestion(seat).open()
    letters = {letter.id for letter in reading.letters.of_registration(kept.id)}
    if question and letters & set(question.letters):
        raise Mistake("erase-sheets-open")
    if reading.bundles.unfinished():
        raise Mistake("erase-bundle-begun")


def _messages(reading: Reading, registrations: Sequence[AnyRegistration]) -> tuple[str, ...]:
    told = ((one.message_id, json.dumps(dict(one.body), ensure_ascii=False)) for one in reading.ratings.messages())
    return tuple(id for id, text in told if _names(text, registrations))


def _spoken(reading: Reading, registrations: Sequence[AnyRegistration]) -> int:
    """How many messages and answers at the desk name them."""
    said = words_to_go(reading, lambda text: _names(text, registrations))
    return len(_messages(reading, registrations)) + said


def _names(text: str, registrations: Sequence[AnyRegistration]) -> bool:
    """Whether a text names one of the people, or gives their personal number."""
    folded, people = f" {fold(text)} ", [person for one in registrations for person in one.people()]
    numbers = [person.citizen_id.digits for person in people if person.citizen_id]
    return any(person.name.folded in folded for person in people) or any(number in text for number in numbers)
