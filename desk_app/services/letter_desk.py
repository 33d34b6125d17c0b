"""Preparing, printing and handing over letters. A letter covers one registration, or the twins of one birth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from common.names import tidy
from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading, Work
from desk_app.db.registrations import Kept
from desk_app.domain.events import BRIEF, AnyRegistration, Birth
from desk_app.domain.problems import Outcome, Problem
from desk_app.feedback.links import PrintedLink
from desk_app.letters.order import Composed
from desk_app.letters.setpage import BadPage, CannotDraw, page_from
from desk_app.services.access_notes import seen
from desk_app.services.archiving import ToArchive, archive, link_for, link_of, printed_code
from desk_app.services.courtesy_desk import CourtesyDesk
from desk_app.services.courtesy_letters import COURTESIES
from desk_app.services.decided import kept_back, not_kept_back
from desk_app.services.delivery import Delivery, Given
from desk_app.services.letter_values import GivenBack, Held, Prepared, Wish
from desk_app.services.lines import act_entry
from desk_app.services.mourning import opened_for
from desk_app.services.seat import Seat
from desk_app.services.sheets import order_of, what_holds
from desk_app.services.signed import signs_no_more
from desk_app.services.stored import any_letter, live_letter, live_registration, whole_letter
from desk_app.services.trouble import Trouble
from desk_app.services.wishing import (
    chosen,
    elsewhere,
    forget_waiting,
    in_the_way,
    keep_waiting,
    kept_for_later,
    meant,
    same,
)
from desk_app.sync.link import IN_FORCE, read_link

__all__ = ["GivenBack", "Held", "LetterDesk", "Prepared", "Wish", "sheet_of"]
LETTER_OF = {"birth": "birth", "marriage": "marriage", "death": "death"}


@dataclass(frozen=True, slots=True)
class LetterDesk:
    """The letters of one desk."""

    seat: Seat

    def prepare(self, ids: Sequence[int], wish: Wish) -> Prepared | tuple[Problem, ...]:
        """Compose and archive the letter of these registrations, or return the one already prepared as wished. One
        that is on paper in other words is replaced only for a reason (Wish.anyway). What is wished of a letter that
        cannot be written yet is kept for when it can."""
        self.seat.may("letters")
        still = replace(self, seat=self.seat.still())
        with still.seat.work() as work:
            result = still.prepare_within(work, ids, wish)
            if isinstance(result, Prepared):
                work.commit()
        if isinstance(result, tuple) and kept_for_later(wish, result):
            self.keep_wish(ids, wish)
        return result

    def keep_wish(self, ids: Sequence[int], wish: Wish) -> None:
        """What is wished of a letter that is written later."""
        self.seat.may("letters")
        with self.seat.work() as work:
            keep_waiting(work, ids, wish)
            work.commit()

    def chosen(self, ids: Sequence[int]) -> Wish:
        """What was chosen for the letter over these registrations, written already or still to come."""
        with self.seat.reading() as reading:
            return chosen(reading, ids, LETTER_OF[live_registration(reading, ids[0]).event])

    def prepare_within(self, work: Work, ids: Sequence[int], wish: Wish) -> Prepared | tuple[Problem, ...]:
        """The same as a part of an act under way: archived with the act's commit. Where it gives problems whoever
        began the act takes back what was written for the letter."""
        rows = [live_registration(work, id) for id in ids]
        mixed = _mixed(rows)
        if mixed:
            return mixed
        kind, today = LETTER_OF[rows[0].event], self.seat.today()
        wish = meant(work, ids, kind, wish)
        held = what_holds(work, [row.registration for row in rows], today, "", self.seat.mourners)
        earlier = _earlier(work, rows)
        stands = earlier and not signs_no_more(work, earlier, today)
        if earlier and stands and same(work, earlier, wish) and not _waits(work, earlier, held):
            return _prepared(work, earlier)
        held = elsewhere(kind, wish) or (*held, *in_the_way(earlier))
        if held and not _opens(wish, held):
            return held
        link = link_for(self.seat, work, kind)
        outcome = self._compose(work, rows, wish, (link, today))
        if outcome.value is None:
            return outcome.problems
        self._supersede(work, rows)
        letter = ToArchive(kind, outcome.value, link, today, tuple(rows), _opened(wish, held), wish.body)
        prepared = archive(self.seat, work, letter)
        not_kept_back(work, ids)
        forget_waiting(work, ids)
        return prepared

    def give_back(self, ids: Sequence[int], lost: GivenBack) -> Prepared | tuple[Problem, ...]:
        """Archive a lost letter over these registrations under its old serial, with what was noted of it: its family
        holds it on paper, so nothing is printed and its answer counts as the same letter's."""
        self.seat.may("letters")
        with self.seat.work() as work:
            rows = [live_registration(work, id) for id in ids]
            kind = LETTER_OF[rows[0].event]
            link = link_of(work, kind, lost.serial) if lost.serial is not None else None
            outcome = self._compose(work, rows, Wish(), (link, lost.dated))
            if outcome.value is None:
                return outcome.problems
            self._supersede(work, rows)
            prepared = archive(self.seat, work, ToArchive(kind, outcome.value, link, lost.dated, tuple(rows)))
            Delivery(self.seat).note(work, any_letter(work, prepared.letter), lost)
            work.commit()
        return prepared

    def note_again(self, letter: int, lost: GivenBack) -> None:
        """Note once more of a letter that stands what a restore took away."""
        self.seat.may("letters")
        with self.seat.work() as work:
            Delivery(self.seat).note(work, live_letter(work, letter), lost)
            work.commit()

    def prepare_pending(self) -> tuple[tuple[Prepared, ...], tuple[Held, ...]]:
        """Every letter that waits for the printer: those prepared earlier and never printed (a full disk, a missing
        printer), written anew where the record was amended or voided since, and all that nothing holds back now.
        The rest is listed with its reasons."""
        done: list[Prepared] = []
        held: list[Held] = []
        for ids in (*self._unprinted(), *self.pending()):
            result = self.prepare(ids, Wish())
            if isinstance(result, Prepared):
                done.append(result)
            else:
                held.append(Held(ids, result))
        for letter in self._courtesies():
            result = CourtesyDesk(self.seat).standing(letter)
            if isinstance(result, Prepared):
                done.append(result)
            else:
                held.append(Held((), result))
        return tuple(done), tuple(held)

    def _courtesies(self) -> tuple[int, ...]:
        """Thanks and apologies that wait for the printer."""
        with self.seat.reading() as reading:
            return tuple(kept.id for kept in reading.letters.waiting("prepared") if kept.kind in COURTESIES)

    def _unprinted(self) -> list[tuple[int, ...]]:
        """What stands of each sheet that was prepared and never printed."""
        with self.seat.reading() as reading:
            sheets = [kept.covers for kept in reading.letters.waiting("prepared")]
            living = [[row.id for row in reading.registrations.several(ids) if row.state == "live"] for ids in sheets]
            return [tuple(ids) for ids in living if ids]

    def pending(self) -> tuple[tuple[int, ...], ...]:
        """Registrations without a letter that nobody keeps back, twins together, oldest first."""
        with self.seat.reading() as reading:
            back = kept_back(reading)
            ids = (id for id in reading.registrations.without_letter(100_000 + len(back)) if id not in back)
            rows = [live_registration(reading, id) for id in ids]
        groups: dict[object, list[int]] = {}
        for row in sorted(rows, key=lambda kept: kept.id):
            groups.setdefault(sheet_of(row), []).append(row.id)
        return tuple(tuple(ids) for ids in groups.values())

    def pdf(self, letters: Sequence[int], ink: str = "") -> bytes:
        """The archived pages as one PDF, a sheet each, drawn from the set page and nothing else; of one letter alone
        its back too. `ink` changes the tones alone, "" leaves them as they were chosen."""
        seen(self.seat, "letter-saved", *letters)
        with self.seat.reading() as reading:
            pages = [whole_letter(reading, id).page for id in letters]
            back = reading.papers.back(letters[0]) if len(letters) == 1 else b""
        return self._drawn([*pages, *([back] if back else [])], ink)

    def backs_of(self, letters: Sequence[int], ink: str = "") -> bytes:
        """The other sides of those of these letters that have one, in their order, as one PDF; b"" where none has."""
        with self.seat.reading() as reading:
            pages = [back for id in letters if (back := reading.papers.back(whole_letter(reading, id).id))]
        return self._drawn(pages, ink) if pages else b""

    def _drawn(self, pages: Sequence[bytes], ink: str) -> bytes:
        try:
            sheets = [page_from(page) for page in pages]
            inked = [replace(sheet, ink="black") if ink == "black" else sheet for sheet in sheets]
            return self.seat.press().draw(inked)
        except (CannotDraw, BadPage) as error:
            raise Trouble("letter-cannot-draw", {"what": str(error)}) from error

    def printed(self, letters: Sequence[int], copies: int = 1, reason: str = "") -> None:
        """State that the sheets of these letters are in the hand (`Delivery.printed`)."""
        Delivery(self.seat).printed(letters, copies, reason)

    def delivered(self, letters: Sequence[int], way: str, reaction: str) -> None:
        """State that these letters were handed over (`Delivery.hand_over`)."""
        Delivery(self.seat).hand_over(letters, Given(way, reaction))

    def _compose(
        self, work: Work, rows: Sequence[Kept], wish: Wish, printed: tuple[PrintedLink | None, date]
    ) -> Outcome[Composed]:
        link, dated = printed
        order = order_of(self.seat, work, [row.registration for row in rows], dated, wish)
        return self.seat.press().compose(replace(order, code=printed_code(link)))

    def _supersede(self, work: Work, rows: Sequence[Kept]) -> None:
        """A new letter takes the place of those prepared before: a registration is greeted once."""
        for kept in {letter.id: letter for row in rows for letter in work.letters.of_registration(row.id)}.values():
            if kept.state == "void":
                continue
            figures = {"letter": kept.kind, "covers": len(kept.covers)}
            work.letters.mark_void(kept.id)
            work.journal.append(act_entry(self.seat, "letter-voided", kept.subject, figures, {}))


def _earlier(work: Work, rows: Sequence[Kept]) -> KeptLetter | None:
    covers = {row.id for row in rows}
    for kept in work.letters.of_registration(rows[0].id):
        unchanged = set(kept.covers) == covers and kept.versions == tuple(row.version for row in rows)
        if kept.state != "void" and unchanged:
            return kept
    return None


def _prepared(work: Reading, kept: KeptLetter) -> Prepared:
    district = read_link(work.office.get(IN_FORCE))
    link = district.link_of(kept.code) if district and kept.code else ""
    return Prepared(kept.id, kept.kind, kept.covers, kept.code, link, (), again=True)


def _opened(wish: Wish, held: Sequence[Problem]) -> Mapping[str, object]:
    """What held the letter back, and why somebody has it written all the same."""
    return {"held": [one.details["reason"] for one in held], "opened": tidy(wish.anyway)} if held else {}


def _opens(wish: Wish, held: Sequence[Problem]) -> bool:
    """Whether the reason given opens what is held back; a letter refused stays refused."""
    return bool(wish.anyway.strip()) and all(one.code == "letter-held" for one in held)


def _waits(work: Work, kept: KeptLetter, held: Sequence[Problem]) -> bool:
    """Whether a letter written before waits now: for a death registered since, or what the family said since; what it
    was opened in spite of was decided when it was written."""
    return (
        bool(held)
        and not kept.copies
        and bool({one.details["reason"] for one in held} - opened_for(work, kept.subject))
    )


def _mixed(rows: Sequence[Kept]) -> tuple[Problem, ...]:
    if len({sheet_of(row) for row in rows}) == 1:
        return ()
    return (Problem("letter", "letter-not-one-sheet", "error", {}),)


def sheet_of(row: Kept) -> object:
    """What registrations must share to stand on one sheet: twins share mother (or group) and day of birth."""
    birth: AnyRegistration = row.registration
    if not isinstance(birth, Birth) or BRIEF in birth.cases:
        return row.id  # a twin that lived a few hours stands on no glad sheet
    group = birth.twin_group.strip()
    if group:
        return (group, birth.unit, _day(birth))
    if birth.mother and _day(birth):
        return (birth.mother.name.folded, birth.unit, _day(birth), birth.mother.born)
    return row.id


def _day(birth: Birth) -> date | None:
    return birth.child.born.exact() if birth.child.born else None
