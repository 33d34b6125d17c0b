"""Taking desks in: a card becomes an enrolment, six words prove it, and a desk can be refused again."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from common.names import fold, tidy
from district.cards import NotEnrolled, becomes, older_key, terms_of, waiting_key, whose
from district.moments import utc_text
from district.office_keys import OfficeSecrets
from district.store.desk_keys import OLDER, RETIRED, REVOKED, WAITING, KeyRow
from district.store.desks import HIGHEST_DESK, DeskRow
from district.store.office import Act, OfficeFacts
from district.store.store import Store, Work
from exchange.card import OpenedCard, read_card
from exchange.documents import Written
from exchange.enrolment import Enrolment, write_enrolment
from exchange.files import enrolment_name
from exchange.fork import LONGEST_REASON
from exchange.words import six_words

FIRST_GENERATION = 1


@dataclass(frozen=True, slots=True)
class Order:
    """What the officer decides about a desk; `hold` leaves the six words to be ticked later. `number` is the number
    that the desk has already by what a person knows (0: nobody says so), `reason` why it is taken by that word alone:
    then it waits for the six words whatever `hold` says."""

    unit: str
    profile: Literal["figures", "register"] = "figures"
    legal_basis: str = ""
    phone: str = ""
    hold: bool = False
    number: int = 0
    reason: str = ""

    def __post_init__(self) -> None:
        if self.profile == "register" and not self.legal_basis.strip():
            raise NotEnrolled("legal-basis-empty")
        if self.number > HIGHEST_DESK:
            raise NotEnrolled("no-such-desk", desk=str(self.number))
        if self.reason and not self.number:
            raise NotEnrolled("reason-without-number")


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A desk that was taken in, and the sealed file to carry to it."""

    desk: int
    name: str
    raw: bytes
    document: str


@dataclass(frozen=True, slots=True)
class Enrolling:
    """What taking desks in needs: the store, the open secrets, who sits here and the clock."""

    store: Store
    secrets: OfficeSecrets
    user: str
    app: str
    now: Callable[[], datetime]

    def enrol(self, card: bytes, order: Order) -> Enrolled:
        """Take the desk of this card in. What counts for a desk that is known already goes on counting until the words
        are ticked. Raises exchange's Refused for a file that is no card, and NotEnrolled."""
        opened = read_card(card)
        at = self.now()
        with self.store.work() as work:
            work.office.lock()
            desk, vouched = whose(work, opened.card, order.number, _reason(order.reason))
            number = desk.number if desk else order.number or work.desks.next_number()
            enrolment = _enrolment(self, work, number, (opened, order))
            written = write_enrolment(enrolment, self.secrets.keys, opened.card.keys.receive)
            row = _desk_row(enrolment, opened, (card, written), order)
            waits = waiting_key(replace(row, enrolled_on=_day(at), changed_on=_day(at)), written.raw, vouched)
            _wait(work, desk, waits)
            act = ("enrol-anyway", f"desk {number}: {vouched}") if vouched else ("enrol", f"desk {number}")
            work.office.note(Act(utc_text(at), self.user, *act))
            if not order.hold and not vouched:
                _put_in_force(work, number, _day(at))
        name = enrolment_name(order.unit, number, enrolment.number)
        return Enrolled(number, name, written.raw, written.document)

    def confirm(self, number: int, words: Sequence[str], document: str = "") -> None:
        """Tick the six words of the enrolment that waits at a desk; `document` is the one that the person looked at.
        Raises NotEnrolled: other-words with the place of the first wrong word, words-elsewhere, nothing-waits."""
        waits = self._waiting(number, document)
        wrong = first_wrong(words, six_words(waits).words)
        if wrong:
            raise NotEnrolled("other-words", desk=str(number), place=str(wrong))
        at = self.now()
        with self.store.work() as work:
            _known(work, number)
            if waiting_document(work, number) != waits:
                raise NotEnrolled("words-elsewhere", desk=str(number))
            _put_in_force(work, number, _day(at))
            work.office.note(Act(utc_text(at), self.user, "confirm", f"desk {number}"))

    def drop(self, number: int) -> None:
        """Let go of the enrolment that waits at a desk. Raises NotEnrolled nothing-waits."""
        with self._noting(number, "drop") as (work, desk, on):
            key = work.keys.waiting(number)
            if key is None and desk.state != WAITING:
                raise NotEnrolled("nothing-waits", desk=str(number))
            if key is not None:
                work.keys.drop(key.key_id)
            if desk.state == WAITING:
                work.desks.set_state(number, "dropped", on)

    def revoke(self, number: int, reason: str = "") -> None:
        """From now on nothing new under any key of this desk is taken, whether of before or waiting."""
        with self._noting(number, "revoke") as (work, desk, on):
            terms = {"reason": _reason(reason), "by": self.user}
            mine = older_key(desk, on, REVOKED, **terms)
            work.desks.set_state(number, REVOKED, on)
            work.keys.revoke([key for key in work.keys.of_desk(number) if key.state != REVOKED], on, mine.terms)
            work.keys.put(mine)

    def revoke_older(self, number: int, reason: str = "") -> int:
        """From now on nothing is taken under the keys that this desk had before; how many those are."""
        with self._noting(number, "revoke-older") as (work, desk, on):
            older = [key for key in work.keys.of_desk(number) if key.state in (OLDER, RETIRED)]
            work.keys.revoke(older, on, older_key(desk, on, REVOKED, reason=_reason(reason), by=self.user).terms)
        return len(older)

    def end(self, number: int) -> None:
        """The desk writes no more, its PC went out of use: what it wrote is still taken, nobody waits for its bundles.
        Raises NotEnrolled desk-not-in-use."""
        with self._noting(number, "end-desk") as (work, desk, on):
            if desk.state != "enrolled":
                raise NotEnrolled("desk-not-in-use", desk=str(number))
            work.desks.set_state(number, "ended", on)

    def _waiting(self, number: int, document: str) -> str:
        with self.store.reading() as work:
            known, waits = work.desks.get(number), waiting_document(work, number)
        if known is None:
            raise NotEnrolled("no-such-desk", desk=str(number))
        if not waits:
            raise NotEnrolled("nothing-waits", desk=str(number))
        if document not in ("", waits):
            raise NotEnrolled("words-elsewhere", desk=str(number))
        return waits

    @contextmanager
    def _noting(self, number: int, act: str) -> Iterator[tuple[Work, DeskRow, str]]:
        at = self.now()
        with self.store.work() as work:
            yield work, _known(work, number), _day(at)
            work.office.note(Act(utc_text(at), self.user, act, f"desk {number}"))


def first_wrong(heard: Sequence[str], right: Sequence[str]) -> int:
    """The place, from 1, of the first word that is not the one that belongs there; 0 when all are right. Marks and
    capitals do not count, since a telephone carries them badly."""
    told = [fold(word) for word in heard] + [""] * len(right)
    pairs = enumerate(zip(told, map(fold, right), strict=False), 1)
    return next((place for place, (mine, theirs) in pairs if mine != theirs), 0) or _beyond(heard, right)


def waiting_document(work: Work, number: int) -> str:
    """The identity of the enrolment that waits at a desk for its six words, empty where none does."""
    key, desk = work.keys.waiting(number), work.desks.get(number)
    if key is not None:
        return becomes(key)[0].enrolment
    return desk.enrolment if desk and desk.state == WAITING else ""


def _beyond(heard: Sequence[str], right: Sequence[str]) -> int:
    return len(right) + 1 if len(heard) > len(right) else 0


def _day(at: datetime) -> str:
    return at.date().isoformat()


def _reason(typed: str) -> str:
    told = tidy(typed)
    if len(told) > LONGEST_REASON:
        raise NotEnrolled("reason-too-long", limit=str(LONGEST_REASON))
    return told


def _known(work: Work, number: int) -> DeskRow:
    desk = work.desks.get(number, lock=True)
    if desk is None:
        raise NotEnrolled("no-such-desk", desk=str(number))
    return desk


def _wait(work: Work, desk: DeskRow | None, key: KeyRow) -> None:
    """Keep what a desk becomes until its words are ticked; a desk that never counted is written down as waiting."""
    row = becomes(key)[0]
    before = work.keys.waiting(row.number)
    if before is not None:
        work.keys.drop(before.key_id)
    if desk is None:
        work.desks.add(replace(row, state=WAITING))
    elif desk.key_id == row.key_id and desk.state in (WAITING, "dropped"):
        work.desks.renew(replace(row, state=WAITING, enrolled_on=desk.enrolled_on))
    work.desks.set_enrolment_number(row.number, row.enrolment_number)
    work.keys.put(key)


def _put_in_force(work: Work, number: int, on: str) -> None:
    """What waits at a desk counts from now on; the key of before is good until the desk has changed over."""
    before, key = _known(work, number), work.keys.waiting(number)
    if key is None:  # an enrolment of an earlier version of this program
        work.desks.set_state(number, "enrolled", on)
        return
    row = replace(becomes(key)[0], state="enrolled", enrolled_on=before.enrolled_on, changed_on=on)
    if before.unit != row.unit:
        _move(work, before, row.unit)
    work.keys.drop(key.key_id)
    work.desks.renew(row)
    if before.key_id != row.key_id:
        work.keys.put(older_key(before, on))
    if terms_of(key).get("reason"):  # the desk left all these keys long ago, in a time that this office lost
        work.keys.retire(number, on)


def _enrolment(acts: Enrolling, work: Work, number: int, asked: tuple[OpenedCard, Order]) -> Enrolment:
    opened, order = asked
    office = _office(work)
    return Enrolment(
        number=work.desks.next_enrolment(acts.now()),
        unit=order.unit,
        desk=number,
        card=opened.document,
        office=acts.secrets.keys.public,
        office_unit=office.unit,
        host=office.host,
        token_key=acts.secrets.token_key(number, FIRST_GENERATION).hex(),
        token_generation=FIRST_GENERATION,
        profile=order.profile,
        legal_basis=order.legal_basis,
        smallest_group=office.smallest_group,
        issued_at=utc_text(acts.now()),
        app=acts.app,
    )


def _office(work: Work) -> OfficeFacts:
    facts = work.office.facts()
    if facts is None:
        raise AssertionError("an office that is open was set up")
    return facts


def _desk_row(enrolment: Enrolment, opened: OpenedCard, files: tuple[bytes, Written], order: Order) -> DeskRow:
    card, written = files
    return DeskRow(
        number=enrolment.desk,
        unit=enrolment.unit,
        label=opened.card.label,
        phone=order.phone,
        card=card,
        signing_key=opened.card.keys.verify,
        key_id=opened.card.keys.key_id,
        receiving_key=opened.card.keys.receive,
        register=opened.card.register,
        enrolment_number=enrolment.number,
        enrolment=written.document,
        generation=enrolment.token_generation,
        profile=enrolment.profile,
        smallest_group=enrolment.smallest_group,
        state="enrolled",
        enrolled_on="",
        changed_on="",
    )


def _move(work: Work, desk: DeskRow, unit: str) -> None:
    """A desk's commune became another one. The answers that its office was told go along with its last desk, so that
    no report loses them; no desk is told those of another office of the time before."""
    there = [batch.id for batch in work.batches.of_unit(unit)]
    work.batches.pass_over(desk.number, there)
    if [other.number for other in work.desks.of_unit(desk.unit)] != [desk.number]:
        return
    ours = [batch.id for batch in work.batches.of_unit(desk.unit)]
    for other in work.desks.of_unit(unit):
        work.batches.pass_over(other.number, ours)
    work.batches.follow(desk.unit, unit)
    work.networks.follow(desk.unit, unit)
