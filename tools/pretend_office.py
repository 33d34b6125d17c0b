"""A level above made of the exchange format alone, for tests, pictures and the robot's week: it enrols a desk, opens
its bundles and writes receipts."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desk_app.services.desk import Desk
from exchange.bundle import OpenedBundle, Sender, open_bundle
from exchange.card import OpenedCard, read_card
from exchange.enrolment import Enrolment, write_enrolment
from exchange.keys import OfficeKeys
from exchange.receipt import Batch, Receipt, write_receipt
from exchange.update import Update, write_update

AT = "2026-11-20T03:00:00Z"


@dataclass
class PretendOffice:
    """One office and the card of the one desk it knows."""

    folder: Path
    keys: OfficeKeys = field(default_factory=lambda: OfficeKeys.make(secrets.token_bytes))
    card: OpenedCard | None = None
    receipts: int = 0
    at: str = AT
    host: str = "gopy.example"

    def enrol(self, desk: Desk, **changed: object) -> Path:
        """Read the desk's card and write an enrolment for it."""
        desk.district.card(self.folder / "THE.mctt")
        self.card = read_card((self.folder / "THE.mctt").read_bytes())
        fields: dict[str, object] = {
            "number": 1,
            "unit": self.card.card.unit,
            "desk": 7,
            "card": self.card.document,
            "office": self.keys.public,
            "office_unit": "75",
            "host": self.host,
            "token_key": "ab" * 32,
            "token_generation": 1,
            "profile": "figures",
            "legal_basis": "",
            "smallest_group": 5,
            "issued_at": self.at,
            "app": "test",
        }
        enrolment = Enrolment(**{**fields, **changed})  # type: ignore[arg-type]
        path = self.folder / "KHOA.mctt"
        path.write_bytes(write_enrolment(enrolment, self.keys, self.card.card.keys.receive).raw)
        return path

    def update(self, members: Mapping[str, bytes], edition: str = "2026-11-20", **changed: str) -> Path:
        """Write an update of these members, issued now or when it is told."""
        fields: dict[str, str] = {"office": self.keys.public.verify, "office_unit": "75", "issued_at": self.at}
        update = Update(**{**fields, "edition": edition, "app": "test", **changed})  # type: ignore[arg-type]
        path = self.folder / "CN.mctt"
        path.write_bytes(write_update(update, self.keys, members).raw)
        return path

    def opened(self, raw: bytes) -> OpenedBundle:
        """Open a bundle of the desk."""
        assert self.card is not None
        card = self.card.card
        return open_bundle(raw, self.keys, lambda key: Sender(card.keys.verify, card.unit, 7, card.register))

    def receipt(self, bundle: OpenedBundle, batches: tuple[Batch, ...] = (), **changed: object) -> Path:
        """Write the receipt of a bundle taken whole."""
        assert self.card is not None
        self.receipts += 1
        manifest = bundle.manifest
        fields: dict[str, object] = {
            "number": self.receipts,
            "unit": manifest.unit,
            "desk": manifest.desk,
            "register": manifest.register,
            "bundle": bundle.document,
            "verdict": "accepted",
            "upto": manifest.head,
            "digest_at_upto": manifest.digest_at_head,
            "office": self.keys.public,
            "issued_at": self.at,
            "app": "test",
            "set_aside": (),
            "batches": batches,
            "messages": (),
            "call_backs": (),
        }
        receipt = Receipt(**{**fields, **changed})  # type: ignore[arg-type]
        path = self.folder / f"BN-{self.receipts}.mctt"
        path.write_bytes(write_receipt(receipt, self.keys, self.card.card.keys.receive).raw)
        return path
