"""Getting to know the level above: our card goes up, the enrolment comes down, six words are compared by phone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from common.names import tidy
from common.units import Unit
from desk_app.db.register import Reading, Work
from desk_app.services.files import read_file, write_file
from desk_app.services.lines import act_entry
from desk_app.services.office import fitting, own_codes, own_unit, read_letterhead
from desk_app.services.own_keys import (
    CARD,
    NEXT_CARD,
    begin_next,
    card_of,
    change_over,
    desk_keys,
    drop_next,
    keys_of_before,
    next_keys,
    opening_keys,
)
from desk_app.services.reasons import reason_given
from desk_app.services.receiving import begin_to_count_anew
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake, Trouble
from desk_app.sync.link import IN_FORCE, WAITING, DistrictLink, link_from, read_link
from desk_app.sync.outgoing import fields_of
from exchange.card import Card, read_card, write_card
from exchange.documents import Written
from exchange.enrolment import OpenedEnrolment, open_enrolment
from exchange.files import card_name
from exchange.keys import DeskKeys, key_id
from exchange.verdicts import Refused

LONGEST_LABEL = 80
APP = "mot-cua-than-thien 0.1"


@dataclass(frozen=True, slots=True)
class DistrictTie:
    """Cards, enrolments and the six words."""

    seat: Seat

    def card(self, path: Path, label: str = "") -> str:
        """Write this desk's public card, while keys are being changed the one of the new pair; returns the card's
        identity. The card may be made again at any time."""
        document, written = self._made(label)
        write_file(path, written)
        return document

    def card_into(self, folder: Path) -> Path:
        """Write the card into a folder under its own name, `THE-…`."""
        document, written = self._made("")
        with self.seat.reading() as reading:
            path = folder / card_name(self._unit(reading).code, document)
        write_file(path, written)
        return path

    def change_keys(self) -> None:
        """Make a new pair beside the one in force, unless that is done already: it takes over once an enrolment for its
        card has been confirmed. Until then everything goes on under the old pair. Raises Mistake("no-district")."""
        self.seat.may("district")
        with self.seat.work() as work:
            if read_link(work.office.get(IN_FORCE)) is None:
                raise Mistake("no-district")
            if next_keys(work) is None:
                begin_next(work, DeskKeys.make(self.seat.random))
                self._note(work, {"act": "keys-begun"})

    def changing(self) -> bool:
        """Whether a pair of keys waits to take over."""
        with self.seat.reading() as reading:
            return next_keys(reading) is not None

    def keep_keys(self) -> None:
        """Give the change up: the pair in force stays."""
        self.seat.may("district")
        with self.seat.work() as work:
            waiting, following = read_link(work.office.get(WAITING)), next_keys(work)
            if waiting and following and waiting.key == following.key_id:
                work.office.put(WAITING, "")
            if drop_next(work, self.seat.today()):
                self._note(work, {"act": "keys-stayed"})

    def drop_waiting(self) -> None:
        """Put aside an enrolment whose six words did not agree; what is in force stays."""
        self.seat.may("district")
        with self.seat.work() as work:
            if read_link(work.office.get(WAITING)):
                work.office.put(WAITING, "")
                self._note(work, {"act": "district-dropped"})

    def _made(self, label: str) -> tuple[str, bytes]:
        self.seat.may("district")
        label = tidy(label)
        if len(label) > LONGEST_LABEL:
            raise Mistake("setting-too-long", {"name": "label", "limit": str(LONGEST_LABEL)})
        with self.seat.work() as work:
            following = next_keys(work)
            name = NEXT_CARD if following else CARD
            kept = work.office.get(name)
            written, document = (bytes.fromhex(kept.split(" ")[1]), kept.split(" ")[0]) if kept else (b"", "")
            if not kept or read_card(written).card.unit != self._unit(work).code:
                made = self._write_card(work, label, following)
                written, document = made.raw, made.document
                work.office.put(name, f"{document} {written.hex()}")
                work.commit()
        return document, written

    def enrol(self, path: Path, *, hold: bool = False, register_reason: str = "") -> DistrictLink:
        """Take in the enrolment file. With `hold` it waits beside the tie in force for `confirm`; without, the words
        count as compared. One that is in force already changes nothing."""
        self.seat.may("district")
        raw = read_file(path)
        with self.seat.work() as work:
            opened, key = self._opened(work, raw)
            tie = link_from(opened, key, register_reason=register_reason)
            held, waiting = (read_link(work.office.get(place)) for place in (IN_FORCE, WAITING))
            if tie.unit not in own_codes(read_letterhead(work.office), self.seat.units, self.seat.today()):
                raise Trouble("enrolment-other-unit", {"unit": tie.unit})
            for known in (one for one in (held, waiting) if one is not None):
                _refuse_older(known, tie)
            if held and not hold:
                _refuse_stranger(held, tie)
            if hold and held and held.document == tie.document:
                return held
            return self._wait(work, tie, held) if hold else self._into_force(work, tie)

    def _wait(self, work: Work, tie: DistrictLink, held: DistrictLink | None) -> DistrictLink:
        """Beside the tie in force; a leader's word about names stands as long as office and legal basis do."""
        same = held is not None and _asks(held) == _asks(tie)
        waiting = replace(tie, register_reason=held.register_reason) if held and same else tie
        self._keep(work, waiting, WAITING)
        return waiting

    def confirm(self, words: str) -> DistrictLink:
        """Tick the enrolment: the six words were read to each other by phone and typed here. A pair of keys that was to
        take over does so in the same step. Raises Mistake: no-district, words-differ, bundle-unfinished."""
        self.seat.may("district")
        with self.seat.work() as work:
            tie = read_link(work.office.get(WAITING)) or read_link(work.office.get(IN_FORCE))
            if tie is None:
                raise Mistake("no-district")
            if tuple(tidy(words).lower().split()) != tie.words().words:
                raise Mistake("words-differ")
            work.office.put(WAITING, "")
            return self._into_force(work, tie)

    def _into_force(self, work: Work, tie: DistrictLink) -> DistrictLink:
        _refuse_half_way(work, tie)
        held = read_link(work.office.get(IN_FORCE))
        again = held is not None and held.document == tie.document
        since = held.since if held and again else self.seat.today().isoformat()
        confirmed = replace(tie, confirmed=True, since=since)
        changed = change_over(work, confirmed, self.seat.today())
        if held and (held.office_verify, held.desk) != (tie.office_verify, tie.desk):
            begin_to_count_anew(work)
        self._keep(work, confirmed, IN_FORCE, {"act": "keys-changed"} if changed else None)
        return confirmed

    def send_names(self, reason: str) -> DistrictLink:
        """Accept, as leader or administrator, that names travel where the level above asks for them; of an enrolment
        that still waits, or of the one in force. Raises Mistake("names-not-asked" | "reason-empty" | …)."""
        self.seat.may("district")
        reason = reason_given(fitting("reason", reason))
        with self.seat.work() as work:
            tie, place = _newest(work)
            if tie.profile != "register":
                raise Mistake("names-not-asked")
            accepted = replace(tie, register_reason=reason)
            self._keep(work, accepted, place, {"act": "names-accepted", "reason": reason})
        return accepted

    def keep_names(self) -> DistrictLink:
        """From now on only figures travel. Raises Mistake("bundle-unfinished") while a bundle with names is half way:
        it has to stay the same document."""
        self.seat.may("district")
        with self.seat.work() as work:
            tie, place = _newest(work)
            begun = work.bundles.unfinished()
            if begun and len(fields_of(begun).members) > 1:
                raise Mistake("bundle-unfinished")
            narrowed = replace(tie, register_reason="")
            self._keep(work, narrowed, place, {"act": "names-kept"})
        return narrowed

    def tie(self) -> DistrictLink | None:
        """The tie in force, if there is one."""
        with self.seat.reading() as reading:
            return read_link(reading.office.get(IN_FORCE))

    def _keep(self, work: Work, tie: DistrictLink, place: str, told: Mapping[str, object] | None = None) -> None:
        work.office.put(place, tie.to_json())
        self._note(work, told or {"act": place})

    def _note(self, work: Work, told: Mapping[str, object]) -> None:
        work.journal.append(act_entry(self.seat, "local", self.seat.subject(), {}, told))
        work.commit()

    def _unit(self, store: Reading | Work) -> Unit:
        """The commune that this desk writes for today: what its own became."""
        return own_unit(read_letterhead(store.office), self.seat.units, self.seat.today())

    def _write_card(self, work: Work, label: str, following: DeskKeys | None) -> Written:
        """A new card; one that takes over goes by the label of the card before, and bears both signatures."""
        ours, unit = desk_keys(work), self._unit(work)
        kept = work.office.get(CARD) if following else None
        before = read_card(bytes.fromhex(kept.split(" ")[1])).card if kept else None
        carried = before.label if before and before.unit == unit.code else unit.official
        card = Card(
            unit=unit.code,
            label=label or carried,
            register=self.seat.register.identity.register_id.hex(),
            keys=(following or ours).public,
            replaces=ours.public.verify if following else "",
            made_on=self.seat.today().isoformat(),
            app=APP,
        )
        return write_card(card, following or ours, ours if following else None)

    def _opened(self, work: Work, raw: bytes) -> tuple[OpenedEnrolment, str]:
        """The enrolment, and the id of the pair that it was written for."""
        following = next_keys(work)
        pairs = [(desk_keys(work), card_of(work)), *([(following, card_of(work, NEXT_CARD))] if following else [])]
        if not any(card for _, card in pairs):
            raise Mistake("no-card-yet")
        refusals = []
        for keys, card in pairs:
            try:
                return open_enrolment(raw, keys, card), keys.key_id
            except Refused as refused:
                refusals.append(refused)
        if _was_for_us(work, raw):
            raise Trouble("enrolment-older")
        told = next((one for one in refusals if one.detail != "age-recipient"), refusals[0])
        raise Trouble(f"enrolment-{told.verdict}", {"detail": told.detail}) from told


def _was_for_us(work: Work, raw: bytes) -> bool:
    """Whether this is an enrolment for a card that another took over from."""
    cards = {row.key_id: row.card for row in keys_of_before(work)}
    for keys in opening_keys(work):
        try:
            open_enrolment(raw, keys, cards.get(keys.key_id, ""))
        except Refused:
            continue
        return True
    return False


def _refuse_older(known: DistrictLink, tie: DistrictLink) -> None:
    """Numbers rise: an older enrolment of the same office never comes back."""
    same = known.office_verify == tie.office_verify and known.document != tie.document
    if same and tie.number <= known.number:
        raise Trouble("enrolment-older")


def _refuse_stranger(held: DistrictLink, tie: DistrictLink) -> None:
    """The card is public, so anybody can write an enrolment to it: another office comes in only by the six words."""
    if held.confirmed and held.office_verify != tie.office_verify:
        raise Mistake("other-office", {"words": " ".join(tie.words().words)})


def _refuse_half_way(work: Work, tie: DistrictLink) -> None:
    """A bundle that was begun says to whom and from whom it goes: it is finished before that changes."""
    begun = work.bundles.unfinished()
    if begun is None:
        return
    fields = fields_of(begun)
    if (fields.to, fields.unit, fields.desk) != (key_id(tie.office_verify), tie.unit, tie.desk):
        raise Mistake("bundle-unfinished")


def _asks(tie: DistrictLink) -> tuple[str, str, str]:
    return tie.office_verify, tie.profile, tie.legal_basis


def _newest(work: Work) -> tuple[DistrictLink, str]:
    """The enrolment that waits for its six words, else the one in force, and where it is kept."""
    for place in (WAITING, IN_FORCE):
        tie = read_link(work.office.get(place))
        if tie is not None:
            return tie, place
    raise Mistake("no-district")
