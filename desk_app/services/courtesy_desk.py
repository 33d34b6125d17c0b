"""Letters of thanks and apology: checked, written, written anew, taken back. Each act one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace

from common.words import courtesy as words
from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading, Work
from desk_app.domain.courtesy import Courtesy
from desk_app.domain.courtesy_drafts import CourtesyDraft, letter_kind
from desk_app.domain.courtesy_reading import read_courtesy
from desk_app.domain.problems import Outcome, Problem
from desk_app.letters.order import TEMPLATES_OF, Composed
from desk_app.services.archiving import ToArchive, archive, link_for, link_of, printed_code
from desk_app.services.courtesy_behind import Behind, behind, let_go, take_on, tasks_of
from desk_app.services.courtesy_erasing import erase_courtesy, look_at_erasing
from desk_app.services.courtesy_letters import COURTESIES, body_of, draft_in
from desk_app.services.courtesy_sheets import at_their_parts, courtesy_order, twice
from desk_app.services.delivery import Delivery
from desk_app.services.drafting import Drafting
from desk_app.services.erasing import Erased, Prospect
from desk_app.services.letter_values import GivenBack, Prepared, Wish
from desk_app.services.lines import act_entry
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.people import shown
from desk_app.services.reasons import reason_given
from desk_app.services.seat import Seat
from desk_app.services.signed import signs_no_more
from desk_app.services.stored import any_letter, live_letter
from desk_app.services.trouble import Mistake
from desk_app.services.wishing import wish_of
from desk_app.sync.link import IN_FORCE, read_link


@dataclass(frozen=True, slots=True)
class CourtesyDesk:
    """Thanks and apologies of one desk. A letter of this kind covers no registration and counts as one."""

    seat: Seat

    def check(self, draft: CourtesyDraft, itself: int = 0) -> Outcome[Courtesy]:
        """All problems of a draft at once, a letter that stands already included; `itself`: the one it replaces."""
        with self.seat.reading() as reading:
            return self._check(reading, draft, itself)

    def prepare(
        self, draft: CourtesyDraft, draft_id: str = "", wish: Wish | None = None, itself: int = 0
    ) -> Prepared | tuple[Problem, ...]:
        """Write and archive the letter, or say everything that is wrong with it. On disk when this returns, the kept
        draft gone, the letter that it replaces taken back. Raises Mistake: no-such-letter, letter-already-delivered."""
        self.seat.may("letters")
        return replace(self, seat=self.seat.still())._prepare(draft, draft_id, wish or Wish(), itself)

    def _prepare(self, draft: CourtesyDraft, draft_id: str, wish: Wish, itself: int) -> Prepared | tuple[Problem, ...]:
        with self.seat.work() as work:
            outcome = self._check(work, draft, itself)
            if outcome.value is None:
                return outcome.problems
            kind, today = letter_kind(draft), self.seat.today()
            link = link_for(self.seat, work, kind)
            order = courtesy_order(self.seat, work, (outcome.value, draft), today, wish)
            composed: Outcome[Composed] = self.seat.press().compose(replace(order, code=printed_code(link)))
            if composed.value is None:
                return at_their_parts(draft, composed.problems)
            tasks = tasks_of(work, draft_id, itself)
            # Taken back since: its words are written all the same.
            if itself and any_letter(work, itself).state != "void":
                self._void(work, itself, "")
            prepared = archive(self.seat, work, ToArchive(kind, composed.value, link, today, wish=wish.body))
            body = body_of(outcome.value, draft)
            work.papers.keep_courtesy(prepared.letter, body["to_name"], body)
            take_on(work, prepared.letter, tasks)
            work.drafts.drop(draft_id)
            work.commit()
        return prepared

    def standing(self, letter: int) -> Prepared | tuple[Problem, ...]:
        """The letter as it waits for the printer; written anew in its place where whoever was to sign it does so no
        more."""
        with self.seat.reading() as reading:
            kept, body = live_letter(reading, letter), reading.papers.courtesy(letter)
            if body is None or not signs_no_more(reading, kept, self.seat.today()):
                return Prepared(kept.id, kept.kind, (), kept.code, _link(reading, kept), (), again=True)
            wish = wish_of(reading, kept)
        return self.prepare(draft_in(body), wish=wish, itself=letter)

    def take_back(self, letter: int, reason: str) -> None:
        """The letter no longer counts; its sheet, if there is one, is for the shredder. Raises Mistake: reason-empty,
        letter-void, letter-already-delivered, not-a-courtesy."""
        self.seat.may("letters")
        told = reason_given(reason)
        with self.seat.work() as work:
            self._void(work, letter, told)
            work.commit()

    def undo(self, letter: int) -> bool:
        """Take back what was written a moment ago; False, and nothing done, once it was printed."""
        self.seat.may("letters")
        with self.seat.work() as work:
            if live_letter(work, letter).copies:
                return False
            self._void(work, letter, "")
            work.commit()
        return True

    def reopen(self, letter: int) -> str:
        """The id of a draft with everything that was typed for a letter; the letter stands until the new one takes its
        place. Raises Mistake: letter-void, letter-already-delivered, not-a-courtesy."""
        self.seat.may("letters")
        drafts = Drafting(self.seat)
        with self.seat.reading() as reading:
            kept = self._open_to_change(reading, letter)
            body = reading.papers.courtesy(letter)
        begun = next((one.id for one in drafts.unfinished() if behind(one.links).itself == letter), "")
        if begun or body is None:
            return begun
        id = drafts.begin()
        paper = "" if kept.template == TEMPLATES_OF[kept.kind][0] else kept.template
        drafts.keep(id, draft_in(body), links=Behind(letter, template=paper).links)
        return id

    def give_back(self, letter: int, lost: GivenBack) -> Prepared | tuple[Problem, ...]:
        """Archive a lost letter under its old serial in the place of this one, which says the same, with what was noted
        of it: its family holds it on paper, so nothing is printed. Raises Mistake as `reopen`."""
        self.seat.may("letters")
        with self.seat.work() as work:
            kept, body = self._open_to_change(work, letter), work.papers.courtesy(letter)
            link = link_of(work, kept.kind, lost.serial) if lost.serial is not None else None
            draft = draft_in(body or {})
            outcome = read_courtesy(draft, kept.dated)
            if outcome.value is None:
                return outcome.problems
            order = courtesy_order(self.seat, work, (outcome.value, draft), lost.dated)
            composed = self.seat.press().compose(replace(order, code=printed_code(link)))
            if composed.value is None:
                return composed.problems
            self._void(work, letter, "")
            prepared = archive(self.seat, work, ToArchive(kept.kind, composed.value, link, lost.dated))
            work.papers.keep_courtesy(prepared.letter, draft.to_name, body or {})
            Delivery(self.seat).note(work, any_letter(work, prepared.letter), lost)
            work.commit()
        return prepared

    def look_at_erasing(self, letter: int) -> Prospect:
        """What the law would have erased with this letter."""
        return look_at_erasing(self.seat, letter)

    def erase(self, letter: int, reason: str, typed: str) -> Erased:
        """Erase by law, for leader and administrator; `typed` repeats what Prospect.number says."""
        return erase_courtesy(self.seat, letter, reason, typed)

    def keep(self, id: str, draft: CourtesyDraft, told: Behind | None = None) -> None:
        """Keep what is typed, and what stands behind it."""
        Drafting(self.seat).keep(id, draft, links=told.links if told else "")

    def officer(self) -> str:
        """Who sits here as an apology names the person in charge: name and the office's telephone; "" for a login that
        nobody gave a name."""
        me = shown(self.seat)
        if me.name == me.login:
            return ""
        with self.seat.reading() as reading:
            phone = office_on(read_letterhead(reading.office), self.seat.units, self.seat.today()).phone
        return words.officer(f"{me.address} {me.name}".strip(), phone)

    def _check(self, reading: Reading, draft: CourtesyDraft, itself: int) -> Outcome[Courtesy]:
        outcome = read_courtesy(draft, self.seat.today())
        if outcome.value is None:
            return outcome
        problems = (*outcome.problems, *twice(reading, draft, outcome.value, itself))
        stops = any(one.level == "error" for one in problems)
        return Outcome(None if stops else outcome.value, problems)

    def _void(self, work: Work, letter: int, reason: str) -> None:
        kept = self._open_to_change(work, letter)
        work.letters.mark_void(letter)
        let_go(work, letter)
        home = {"reason": reason} if reason else {}
        figures = {"letter": kept.kind, "covers": 1}
        work.journal.append(act_entry(self.seat, "letter-voided", kept.subject, figures, home))

    @staticmethod
    def _open_to_change(store: Reading, letter: int) -> KeptLetter:
        kept = live_letter(store, letter)
        if kept.kind not in COURTESIES:
            raise Mistake("not-a-courtesy", {"id": str(letter)})
        if kept.state == "delivered":
            raise Mistake("letter-already-delivered", {"id": str(letter)})
        return kept


def _link(store: Reading, kept: KeptLetter) -> str:
    tie = read_link(store.office.get(IN_FORCE))
    return tie.link_of(kept.code) if tie and kept.code else ""
