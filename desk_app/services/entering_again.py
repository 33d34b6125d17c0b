"""What a person does about things that a restore took away: say which record it is now, say that none is needed, give a
letter back that its family holds, repeat what was noted of a letter."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from common.words import lacking as words
from desk_app.db.register import Work
from desk_app.services.courtesy_desk import CourtesyDesk
from desk_app.services.courtesy_letters import COURTESIES, MOST, addressees
from desk_app.services.lacking import MARKS, Lacking, entered_since, everything, waiting
from desk_app.services.letter_desk import GivenBack, LetterDesk, Prepared
from desk_app.services.lines import act_entry
from desk_app.services.naming import names_of
from desk_app.services.office import fitting
from desk_app.services.reasons import reason_given
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record entered since, that may be the lost one: its id and how it is told."""

    id: int
    words: str


@dataclass(frozen=True, slots=True)
class EnteringAgain:
    """Acts on what was lost; each leaves a line of the journal that stays at home."""

    seat: Seat

    def all(self) -> tuple[Lacking, ...]:
        """Everything lost, what is done with included."""
        with self.seat.reading() as reading:
            return everything(reading)

    def waiting(self) -> tuple[Lacking, ...]:
        """What is still to be entered again."""
        with self.seat.reading() as reading:
            return waiting(reading)

    def candidates(self, one: Lacking) -> tuple[Candidate, ...]:
        """Live records of the same event entered since the restore that stand for no other lost one; those of the same
        day of registration first. For a letter: those that no letter covers; for thanks and apologies the letters
        written since."""
        if one.kind == "letter" and one.event in COURTESIES:
            return self._written_since(one)
        with self.seat.reading() as reading:
            taken = {each.told for each in everything(reading) if each.state in ("entered", "matched")}
            if one.kind == "letter":
                taken = set()
            lines = [line for line in entered_since(reading, one.after) if line.figures.get("event") == one.event]
            ids = [reading.overview.registration_at(line.position) for line in lines if line.subject not in taken]
            rows = reading.registrations.several([id for id in ids if id is not None])
            rows = tuple(row for row in rows if row.state == "live")
            if one.kind == "letter":
                rows = tuple(row for row in rows if not _covered(reading.letters.of_registration(row.id)))
        day = one.day
        near = sorted(rows, key=lambda row: (row.registration.registered_on.isoformat() != day, row.id))
        return tuple(
            Candidate(row.id, words.candidate(row.registration.number, names_of(row.registration))) for row in near
        )

    def _written_since(self, one: Lacking) -> tuple[Candidate, ...]:
        """Letters of this kind with another serial, still to be printed."""
        with self.seat.reading() as reading:
            letters = reading.overview.letters_prepared(MOST)
            own = [letter for letter in letters if letter.kind == one.event]
            named = addressees(reading, [letter.id for letter in own])
            return tuple(Candidate(letter.id, named[letter.id].who) for letter in own if letter.id in named)

    def entered(self, id: str, record: int) -> None:
        """This lost registration stands in the register again, as that record. Raises Mistake("not-lacking" | …)."""
        self.seat.may("register")
        with self.seat.work() as work:
            _waits(work, id)
            kept = work.registrations.get(record)
            if kept is None or kept.state != "live":
                raise Mistake("no-such-registration", {"id": str(record)})
            self._mark(work, id, ("entered", kept.subject), {"act": "entered-again", "lost": id})
            work.commit()

    def dismiss(self, id: str, reason: str) -> None:
        """This need not be entered again; raises Mistake("reason-empty" | "not-lacking")."""
        self.seat.may("register")
        reason = reason_given(fitting("reason", reason))
        with self.seat.work() as work:
            _waits(work, id)
            self._mark(work, id, ("dismissed", reason), {"act": "not-entered-again", "lost": id, "reason": reason})
            work.commit()

    def give_back(self, id: str, record: int) -> Prepared:
        """The letter that the family holds belongs to this record again: same serial and code, with the days and the
        word that were noted. It is written anew from the record for the archive; nothing has to be printed. Of thanks
        and apologies `record` is the letter written anew, which the one given back replaces.

        Raises Mistake("not-lacking" | "letter-not-given-back" | …)."""
        one = next((each for each in self.waiting() if each.id == id and each.kind == "letter"), None)
        if one is None:
            raise Mistake("not-lacking")
        given = _noted(one)
        courtesy = one.event in COURTESIES
        result = (
            CourtesyDesk(self.seat).give_back(record, given)
            if courtesy
            else LetterDesk(self.seat).give_back([record], given)
        )
        if not isinstance(result, Prepared):
            raise Mistake("letter-not-given-back")
        with self.seat.work() as work:
            self._mark(work, id, ("entered", str(result.letter)), {"act": "letter-given-back", "lost": id})
            work.commit()
        return result

    def repeat(self, id: str) -> None:
        """Note again of a letter that we have what was noted of it: printed, handed over, how it was taken."""
        one = next((each for each in self.waiting() if each.id == id and each.kind == "handed"), None)
        if one is None or one.letter is None:
            raise Mistake("not-lacking")
        LetterDesk(self.seat).note_again(one.letter, _noted(one))
        with self.seat.work() as work:
            # Its lines may stand in the journal again by now; then there is nothing to remember.
            if any(each.id == id for each in waiting(work)):
                self._mark(work, id, ("entered", ""), {"act": "noted-again", "lost": id})
            work.commit()

    def _mark(self, work: Work, id: str, told: tuple[str, str], home: dict[str, object]) -> None:
        marks = json.loads(work.office.get(MARKS) or "{}")
        marks[id] = {"state": told[0], "told": told[1]}
        work.office.put(MARKS, json.dumps(marks, ensure_ascii=False, sort_keys=True))
        work.journal.append(act_entry(self.seat, "local", self.seat.subject(), {}, home))


def _waits(work: Work, id: str) -> Lacking:
    for one in waiting(work):
        if one.id == id:
            return one
    raise Mistake("not-lacking")


def _covered(letters: tuple[object, ...]) -> bool:
    return any(getattr(letter, "state", "void") != "void" for letter in letters)


def _noted(one: Lacking) -> GivenBack:
    """The letter with how many copies were printed, and the day, way and word of the hand-over."""
    copies = sum(int(line.figures["copies"]) for line in one.lines if line.kind == "letter-printed")
    handed = [line.figures for line in one.lines if line.kind == "letter-delivered"]
    last = handed[-1] if handed and "returned_on" not in handed[-1] else None
    told = (date.fromisoformat(last["delivered_on"]), last["way"], last["reaction"]) if last else None
    return GivenBack(one.serial, date.fromisoformat(one.lines[0].on), copies, told)
