"""A level above made of the exchange format alone: it enrols one desk and answers every bundle of it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from desk_app.services.desk import Desk
from exchange.bundle import Sender, open_bundle
from exchange.card import OpenedCard, read_card
from exchange.enrolment import Enrolment, write_enrolment
from exchange.keys import OfficeKeys
from exchange.receipt import Receipt, write_receipt

AT = "2045-11-20T03:00:00Z"
NUMBER = 7


@dataclass
class Above:
    """The office's keys and the card of its desk."""

    folder: Path
    keys: OfficeKeys = field(default_factory=lambda: OfficeKeys.make(secrets.token_bytes))
    cards: list[OpenedCard] = field(default_factory=list)
    receipts: int = 0

    def enrol(self, desk: Desk) -> None:
        """Both sides know each other from here on; what the desk did before counts as known above."""
        opened = read_card(desk.district.card_into(self.folder).read_bytes())
        self.cards = [opened]
        enrolment = Enrolment(
            number=1,
            unit=opened.card.unit,
            desk=NUMBER,
            card=opened.document,
            office=self.keys.public,
            office_unit="75",
            host="gopy.example",
            token_key="ab" * 32,
            token_generation=1,
            profile="figures",
            legal_basis="",
            smallest_group=5,
            issued_at=AT,
            app="endurance",
        )
        path = self.folder / "KHOA.mctt"
        path.write_bytes(write_enrolment(enrolment, self.keys, opened.card.keys.receive).raw)
        desk.district.enrol(path)
        with desk.seat.work() as work:
            work.bundles.acknowledge(*work.journal.head())
            work.commit()

    def answer(self, bundle: Path) -> Path:
        """The receipt of a bundle that was taken whole."""
        card = self.cards[0].card
        opened = open_bundle(
            bundle.read_bytes(), self.keys, lambda _: Sender(card.keys.verify, card.unit, NUMBER, card.register)
        )
        self.receipts += 1
        told = opened.manifest
        receipt = Receipt(
            number=self.receipts,
            unit=told.unit,
            desk=told.desk,
            register=told.register,
            bundle=opened.document,
            verdict="accepted",
            upto=told.head,
            digest_at_upto=told.digest_at_head,
            office=self.keys.public,
            issued_at=AT,
            app="endurance",
        )
        path = self.folder / f"BN-{self.receipts}.mctt"
        path.write_bytes(write_receipt(receipt, self.keys, card.keys.receive).raw)
        return path
