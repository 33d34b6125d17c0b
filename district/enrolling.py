"""Taking desks in: a card becomes an enrolment, six words prove it, and a desk can be refused again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from common.names import fold
from district.moments import utc_text
from district.office_keys import OfficeSecrets
from district.store.desks import DeskRow
from district.store.office import Act, OfficeFacts
from district.store.store import Store, Work
from district.trouble import Mistake
from exchange.card import OpenedCard, read_card
from exchange.documents import Written
from exchange.enrolment import Enrolment, write_enrolment
from exchange.files import enrolment_name
from exchange.keys import key_id
from exchange.words import six_words

FIRST_GENERATION = 1


class NotEnrolled(Mistake):
    """The act was refused and nothing was written."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the officer decides about a desk; `hold` leaves the six words to be ticked later."""

    unit: str
    profile: Literal["figures", "register"] = "figures"
    legal_basis: str = ""
    phone: str = ""
    hold: bool = False

    def __post_init__(self) -> None:
        if self.profile == "register" and not self.legal_basis.strip():
            raise NotEnrolled("legal-basis-empty")


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
        """Take the desk of this card in. Raises exchange's Refused for a file that is no card, and NotEnrolled."""
        opened = read_card(card)
        at = self.now()
        with self.store.work() as work:
            number = _number_for(work, opened)
            enrolment = _enrolment(self, work, number, (opened, order))
            written = write_enrolment(enrolment, self.secrets.keys, opened.card.keys.receive)
            _keep(work, _desk_row(enrolment, opened, (card, written), order), at.date().isoformat())
            work.office.note(Act(utc_text(at), self.user, "enrol", f"desk {number}"))
        name = enrolment_name(order.unit, number, enrolment.number)
        return Enrolled(number, name, written.raw, written.document)

    def confirm(self, number: int, words: Sequence[str]) -> None:
        """Tick the six words of a desk's enrolment. Raises NotEnrolled when they are not the ones."""
        with self.store.reading() as work:
            desk = _known(work, number)
        expected = [fold(word) for word in six_words(desk.enrolment).words]
        if [fold(word) for word in words] != expected:
            raise NotEnrolled("other-words")
        self._change(number, "enrolled", "confirm")

    def revoke(self, number: int) -> None:
        """From now on nothing new under this desk's key is taken."""
        self._change(number, "revoked", "revoke")

    def _change(self, number: int, state: str, act: str) -> None:
        at = self.now()
        with self.store.work() as work:
            desk = _known(work, number)
            if desk.state == "revoked" and state != "revoked":
                raise NotEnrolled("desk-revoked", desk=str(number))
            work.desks.set_state(number, state, at.date().isoformat())
            work.office.note(Act(utc_text(at), self.user, act, f"desk {number}"))


def _known(work: Work, number: int) -> DeskRow:
    desk = work.desks.get(number, lock=True)
    if desk is None:
        raise NotEnrolled("no-such-desk", desk=str(number))
    return desk


def _number_for(work: Work, opened: OpenedCard) -> int:
    """A new number; the old one for a card that is shown again (its enrolment was lost) or that takes over from one."""
    card = opened.card
    held = work.desks.of_key(card.keys.key_id)
    if held is not None:
        if held.state == "revoked":
            raise NotEnrolled("desk-revoked", desk=str(held.number))
        return held.number
    if not card.replaces:
        return work.desks.next_number()
    before = work.desks.of_key(key_id(card.replaces))
    if before is None or before.state == "revoked" or before.register != card.register:
        raise NotEnrolled("card-replaces-unknown")
    return before.number


def _enrolment(acts: Enrolling, work: Work, number: int, asked: tuple[OpenedCard, Order]) -> Enrolment:
    opened, order = asked
    office = _office(work)
    return Enrolment(
        number=work.desks.next_enrolment(),
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
        state="waiting" if order.hold else "enrolled",
        enrolled_on="",
        changed_on="",
    )


def _keep(work: Work, desk: DeskRow, on: str) -> None:
    before = work.desks.get(desk.number, lock=True)
    row = replace(desk, enrolled_on=before.enrolled_on if before else on, changed_on=on)
    if before is None:
        work.desks.add(row)
        return
    if before.unit != row.unit:
        _move(work, before, row.unit)
    work.desks.renew(row)


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
