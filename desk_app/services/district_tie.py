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
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake, Trouble
from desk_app.sync.link import DESK_KEYS, IN_FORCE, WAITING, DistrictLink, link_from, read_link
from desk_app.sync.outgoing import fields_of
from exchange.card import Card, read_card, write_card
from exchange.enrolment import OpenedEnrolment, open_enrolment
from exchange.files import card_name
from exchange.keys import DeskKeys
from exchange.verdicts import Refused

LONGEST_LABEL = 80
APP = "mot-cua-than-thien 0.1"


@dataclass(frozen=True, slots=True)
class DistrictTie:
    """Cards, enrolments and the six words."""

    seat: Seat

    def card(self, path: Path, label: str = "") -> str:
        """Write this desk's public card; returns the card's identity. The card may be made again at any time."""
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

    def _made(self, label: str) -> tuple[str, bytes]:
        self.seat.may("district")
        label = tidy(label)
        if len(label) > LONGEST_LABEL:
            raise Mistake("setting-too-long", {"name": "label", "limit": str(LONGEST_LABEL)})
        with self.seat.work() as work:
            kept = work.office.get("card")
            written, document = (bytes.fromhex(kept.split(" ")[1]), kept.split(" ")[0]) if kept else (b"", "")
            if not kept or read_card(written).card.unit != self._unit(work).code:
                made = write_card(self._card(work, label), desk_keys(work))
                written, document = made.raw, made.document
                work.office.put("card", f"{document} {written.hex()}")
                work.commit()
        return document, written

    def enrol(self, path: Path, *, hold: bool = False, register_reason: str = "") -> DistrictLink:
        """Take in the enrolment file. With `hold` it waits beside the tie in force for `confirm`; without, the words
        count as compared."""
        self.seat.may("district")
        raw = read_file(path)
        with self.seat.work() as work:
            opened = self._opened(work, raw)
            tie = link_from(opened, confirmed=not hold, register_reason=register_reason)
            if tie.unit not in own_codes(read_letterhead(work.office), self.seat.units, self.seat.today()):
                raise Trouble("enrolment-other-unit", {"unit": tie.unit})
            _refuse_stranger(read_link(work.office.get(IN_FORCE)), tie)
            self._keep(work, tie, IN_FORCE if tie.confirmed else WAITING)
        return tie

    def confirm(self, words: str) -> DistrictLink:
        """Tick the enrolment: the six words were read to each other by phone and typed here."""
        self.seat.may("district")
        with self.seat.work() as work:
            tie = read_link(work.office.get(WAITING)) or read_link(work.office.get(IN_FORCE))
            if tie is None:
                raise Mistake("no-district")
            if tuple(tidy(words).lower().split()) != tie.words().words:
                raise Mistake("words-differ")
            confirmed = replace(tie, confirmed=True)
            work.office.put(WAITING, "")
            self._keep(work, confirmed, IN_FORCE)
        return confirmed

    def send_names(self, reason: str) -> DistrictLink:
        """Accept, as leader or administrator, that names travel where the level above asks for them; of an enrolment
        that still waits, or of the one in force. Raises Mistake("names-not-asked" | "reason-empty" | …)."""
        self.seat.may("district")
        reason = fitting("reason", reason)
        if not reason:
            raise Mistake("reason-empty")
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
        home = told or {"act": place}
        work.journal.append(act_entry(self.seat, "local", self.seat.subject(), {}, home))
        work.commit()

    def _unit(self, store: Reading | Work) -> Unit:
        """The commune that this desk writes for today: what its own became."""
        return own_unit(read_letterhead(store.office), self.seat.units, self.seat.today())

    def _card(self, work: Work, label: str) -> Card:
        unit = self._unit(work)
        return Card(
            unit=unit.code,
            label=label or unit.official,
            register=self.seat.register.identity.register_id.hex(),
            keys=desk_keys(work).public,
            replaces="",
            made_on=self.seat.today().isoformat(),
            app=APP,
        )

    def _opened(self, work: Work, raw: bytes) -> OpenedEnrolment:
        card = (work.office.get("card") or "").split(" ")[0]
        if not card:
            raise Mistake("no-card-yet")
        try:
            return open_enrolment(raw, desk_keys(work), card)
        except Refused as refused:
            raise Trouble(f"enrolment-{refused.verdict}", {"detail": refused.detail}) from refused


def _refuse_stranger(held: DistrictLink | None, tie: DistrictLink) -> None:
    """The card is public, so anybody can write an enrolment to it: another office comes in only by the six words."""
    if held is None or held.document == tie.document:
        return
    if held.office_verify == tie.office_verify and tie.number <= held.number:
        raise Trouble("enrolment-older")
    if held.confirmed and held.office_verify != tie.office_verify and tie.confirmed:
        raise Mistake("other-office", {"words": " ".join(tie.words().words)})


def _newest(work: Work) -> tuple[DistrictLink, str]:
    """The enrolment that waits for its six words, else the one in force, and where it is kept."""
    for place in (WAITING, IN_FORCE):
        tie = read_link(work.office.get(place))
        if tie is not None:
            return tie, place
    raise Mistake("no-district")


def desk_keys(store: Reading | Work) -> DeskKeys:
    """The desk's private keys, rows of the encrypted register."""
    raw = store.keys.get(DESK_KEYS)
    if raw is None:
        raise Trouble("keys-missing")
    return DeskKeys.from_bytes(raw)
