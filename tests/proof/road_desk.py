"""A desk as the road needs it, faithful to the real one in what it sends and in what it makes of receipts."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

from pretend_desk import PretendDesk

from exchange.card import Card, write_card
from exchange.enrolment import open_enrolment
from exchange.history import moved_pointer
from exchange.keys import DeskKeys
from exchange.receipt import Receipt, open_receipt
from exchange.verdicts import Refused

KEPT = ("lines", "acknowledged", "receipts", "seq", "keys", "older", "names", "number", "office", "enrolled")


class NumberTwice(Exception):
    """Another receipt came under a number that is known."""


@dataclass
class RoadDesk(PretendDesk):
    """A desk with its pointer, its receipts, the keys it had, and copies of all that."""

    acknowledged: int = 0
    receipts: dict[int, Receipt] = field(default_factory=dict)
    epoch: int = 1
    older: list[DeskKeys] = field(default_factory=list)
    names: DeskKeys | None = None
    enrolled: int = 0

    @property
    def keyed(self) -> str:
        """The name of the key that signs today."""
        return self.keys.key_id

    def opens_with(self) -> set[str]:
        """The names of all keys to which a receipt may be sealed."""
        return {keys.key_id for keys in (*self.older, self.keys)}

    def card_of(self, keys: DeskKeys, before: DeskKeys | None) -> Any:
        """The card of these keys, which take over from those of before."""
        card = Card(
            unit=self.unit, label="Quầy 1", register=self.register.hex(), keys=keys.public, made_on="2026-11-01",
            app="test", replaces=before.public.verify if before else "",
        )  # fmt: skip
        return write_card(card, keys, before)

    def shown(self) -> Any:
        """The card as the desk shows it today: once its keys were changed, it names the ones before."""
        return self.card_of(self.keys, self.names)

    def enrolled_by(self, raw: bytes) -> None:
        """The enrolment arrives and its six words are ticked."""
        enrolment = open_enrolment(raw, self.keys, self.shown().document).enrolment
        assert enrolment.number > self.enrolled, "enrolment-older"
        self.number, self.office, self.enrolled = enrolment.desk, enrolment.office, enrolment.number

    def change_keys(self) -> None:
        """New keys sign from now on; what was sealed to the old ones still opens."""
        self.older.append(self.keys)
        self.names = self.keys
        self.keys = DeskKeys.make(self.random)

    def basis(self) -> int:
        """Where the next bundle begins: the pointer, or further back where the newest receipt took nothing of ours."""
        newest = self.receipts[max(self.receipts)] if self.receipts else None
        if newest is None or newest.verdict in ("accepted", "already-accepted") or newest.upto >= self.acknowledged:
            return self.acknowledged
        return newest.upto if self.digest(newest.upto).hex() == newest.digest_at_upto else 0

    def complete(self) -> int:
        """The receipt to name: all that was ever due up to it has arrived."""
        known = 0
        for number, receipt in sorted(self.receipts.items()):
            if (receipt.since or 0) <= known:
                known = number
        return known

    def close(self) -> tuple[bytes, int]:
        """A bundle over everything since the basis, and that basis."""
        basis = self.basis()
        return self.bundle(basis, last_receipt=self.complete(), epoch=self.epoch), basis

    def hear(self, raw: bytes) -> None:
        """A receipt arrives. Raises NumberTwice, and Refused for one that is not for this desk."""
        receipt = self.opened(raw)
        known = self.receipts.get(receipt.number)
        if known is not None and known != receipt:
            raise NumberTwice
        self.receipts[receipt.number] = receipt
        moved = moved_pointer(receipt, self.acknowledged, self._digest_at)
        self.acknowledged = self.acknowledged if moved is None else moved

    def copied(self) -> dict[str, Any]:
        """All that a copy of the register holds."""
        return {name: copy.copy(getattr(self, name)) for name in KEPT}

    def put_back(self, kept: dict[str, Any]) -> None:
        """An older copy is put back; a new epoch begins, which the journal says."""
        for name, value in kept.items():
            setattr(self, name, copy.copy(value))
        self.epoch += 1
        self.add("restored", {"epoch": self.epoch, "backup_date": "2026-10-05"})

    def opened(self, raw: bytes) -> Receipt:
        """What a receipt says, opened with whichever key it was sealed to. Raises Refused."""
        for keys in self.older:
            try:
                return open_receipt(raw, keys, self.office.verify).receipt
            except Refused:
                continue
        return open_receipt(raw, self.keys, self.office.verify).receipt

    def _digest_at(self, position: int) -> bytes | None:
        return self.digest(position) if position <= len(self.lines) else None
