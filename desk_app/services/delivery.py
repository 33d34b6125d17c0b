"""What becomes of an archived letter: sheets in the hand, handed over, come back. For letters of every kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from common.names import tidy
from desk_app.db.handings import Handing
from desk_app.db.letters import KeptLetter
from desk_app.db.register import Work
from desk_app.services.courtesy_behind import fulfil
from desk_app.services.letter_values import GivenBack
from desk_app.services.lines import act_entry
from desk_app.services.seat import Seat
from desk_app.services.stored import live_letter
from desk_app.services.trouble import Mistake


@dataclass(frozen=True, slots=True)
class Given:
    """How letters were handed over: the way, the family's word (seed 002 counts this), who went along, and where the
    evidence lies, as typed (None: what was said before stays)."""

    way: str
    reaction: str
    together: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """The letters of one desk on their way to the families."""

    seat: Seat

    def printed(self, letters: Sequence[int], copies: int = 1, reason: str = "") -> None:
        """State that the sheets of these letters are in the hand; a second time is a reprint, its reason stays home."""
        self.printed_each(dict.fromkeys(letters, copies), dict.fromkeys(letters, reason))

    def printed_each(self, copies: Mapping[int, int], reasons: Mapping[int, str]) -> None:
        """The same with a count of sheets for each letter, and a reason where some were printed twice."""
        self.seat.may("letters")
        with self.seat.work() as work:
            for kept in [live_letter(work, id) for id in copies]:
                self._print(work, kept, copies[kept.id], reasons.get(kept.id, ""))
            work.commit()

    def hand_over(self, letters: Sequence[int], given: Given) -> None:
        """State that these letters were handed over. Said again, it changes all but the day, so that no month already
        reported moves. Raises Mistake("letter-not-printed")."""
        self.seat.may("letters")
        with self.seat.work() as work:
            self.hand_over_in(work, letters, given, self.seat.today())
            work.commit()

    def hand_over_in(self, work: Work, letters: Sequence[int], given: Given, day: date) -> None:
        """The same inside an act of more, on the day on which it was done."""
        before = work.handings.of(letters)
        for kept in [live_letter(work, id) for id in letters]:
            if kept.copies == 0:
                raise Mistake("letter-not-printed", {"id": str(kept.id)})
            self._hand(work, kept, (kept.delivered_on or day, given.way, given.reaction))
            self._keep(work, kept.id, given, before.get(kept.id, Handing()))

    def came_back(self, letters: Sequence[int], why: str) -> None:
        """State that these letters came back today: nobody has them until they are handed over again. Raises
        Mistake("letter-not-delivered")."""
        self.seat.may("letters")
        with self.seat.work() as work:
            before = work.handings.of(letters)
            for kept in [live_letter(work, id) for id in letters]:
                if kept.delivered_on is None:
                    raise Mistake("letter-not-delivered", {"id": str(kept.id)})
                self._take_back(work, kept)
                past = before.get(kept.id, Handing())
                back = Handing(past.together, past.evidence, self.seat.today(), tidy(why))
                work.handings.keep(kept.id, back)
            work.commit()

    def note(self, work: Work, kept: KeptLetter, lost: GivenBack) -> None:
        """Note what was known of a letter that the register lost."""
        if lost.copies:
            self._print(work, kept, lost.copies, "")
        if lost.handed:
            self._hand(work, kept, lost.handed)

    def _print(self, work: Work, kept: KeptLetter, copies: int, reason: str) -> None:
        figures = {"letter": kept.kind, "copies": copies, "reprint": int(kept.copies > 0)}
        work.letters.mark_printed(kept.id, copies, self.seat.today())
        home = {"reason": reason} if reason else {}
        work.journal.append(act_entry(self.seat, "letter-printed", kept.subject, figures, home))

    def _hand(self, work: Work, kept: KeptLetter, handed: tuple[date, str, str]) -> None:
        day, way, reaction = handed
        figures = {"letter": kept.kind, "delivered_on": day.isoformat(), "way": way, "reaction": reaction}
        work.letters.mark_delivered(kept.id, way, reaction, day)
        fulfil(self.seat, work, kept.id)
        work.journal.append(act_entry(self.seat, "letter-delivered", kept.subject, figures, {}))

    def _take_back(self, work: Work, kept: KeptLetter) -> None:
        handed = kept.delivered_on or self.seat.today()
        figures = {
            "letter": kept.kind,
            "delivered_on": handed.isoformat(),
            "way": kept.way,
            "reaction": kept.reaction,
            "returned_on": self.seat.today().isoformat(),
        }
        work.letters.mark_returned(kept.id)
        work.journal.append(act_entry(self.seat, "letter-delivered", kept.subject, figures, {}))

    @staticmethod
    def _keep(work: Work, letter: int, given: Given, before: Handing) -> None:
        """That a letter came back once is remembered."""
        together = before.together if given.together is None else tidy(given.together)
        evidence = before.evidence if given.evidence is None else tidy(given.evidence)
        kept = Handing(together, evidence, before.returned_on, before.returned_why)
        if kept != before:
            work.handings.keep(letter, kept)
