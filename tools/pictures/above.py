"""A level above that lives as long as the pictures are taken: it enrols the desk and answers one bundle."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path

from desk_app.services.desk import Desk
from exchange.bundle import Sender, open_bundle
from exchange.card import OpenedCard, read_card
from exchange.documents import SetAside
from exchange.enrolment import Enrolment, write_enrolment
from exchange.keys import OfficeKeys
from exchange.receipt import Batch, CallBack, Message, Receipt, write_receipt

AT = "2026-11-04T03:00:00Z"
_HAPPY = ("Cô cán bộ bế cháu giúp để mẹ ký giấy. Cảm động lắm.",)
_UNHAPPY = ("Loa gọi số nhỏ quá, người già không nghe được.", "Phải photo căn cước hai lần.")


class Above:
    """One office; `folder` takes its files."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.keys = folder, OfficeKeys.make(secrets.token_bytes)
        self._card: OpenedCard | None = None

    def keys_for(self, desk: Desk) -> Path:
        """The file with the keys for a desk."""
        desk.district.card(self.folder / "THE.mctt")
        self._card = read_card((self.folder / "THE.mctt").read_bytes())
        card = self._card.card
        enrolment = Enrolment(
            number=1,
            unit=card.unit,
            desk=7,
            card=self._card.document,
            office=self.keys.public,
            office_unit="75",
            host="gopy.donghai.example",
            token_key="ab" * 32,
            token_generation=1,
            profile="figures",
            legal_basis="",
            smallest_group=5,
            issued_at=AT,
            app="pictures",
        )
        path = self.folder / "KHOA.mctt"
        path.write_bytes(write_enrolment(enrolment, self.keys, card.keys.receive).raw)
        return path

    def answer(self, bundle: Path, number: int = 1, words: Sequence[str] = (), aside: int = 0) -> Path:
        """The receipt of a bundle; the first one carries opinions, `aside` is the position of a line not taken."""
        if self._card is None:
            raise ValueError("no desk is known")
        card = self._card.card
        opened = open_bundle(
            bundle.read_bytes(), self.keys, lambda key: Sender(card.keys.verify, card.unit, 7, card.register)
        )
        manifest = opened.manifest
        receipt = Receipt(
            number=number,
            unit=manifest.unit,
            desk=manifest.desk,
            register=manifest.register,
            bundle=opened.document,
            verdict="accepted",
            upto=manifest.head,
            digest_at_upto=manifest.digest_at_head,
            office=self.keys.public,
            issued_at=AT,
            app="pictures",
            set_aside=(SetAside(aside, "figure-value"),) if aside else (),
            batches=_batches(words) if number == 1 else (),
            messages=(Message(id="ef" * 16, on="2026-11-02", text="Nên có chỗ để xe máy che nắng."),) if words else (),
            call_backs=_calls() if words else (),
        )
        path = self.folder / f"BN-{number}.mctt"
        path.write_bytes(write_receipt(receipt, self.keys, card.keys.receive).raw)
        return path


def _batches(words: Sequence[str]) -> tuple[Batch, ...]:
    told = (("birth", 22, 2, (*_HAPPY, *words)), ("marriage", 10, 1, ()), ("thanks", 9, 2, _UNHAPPY))
    return tuple(
        Batch(
            id=f"{place:032x}",
            formed_on="2026-11-03",
            n=n,
            by_score={"3": n - unhappy - 3, "2": 3, "1": unhappy},
            by_channel={"qr": n - 2, "code": 2},
            reasons={"wait": unhappy, "quick": n // 2},
            comments=tuple(sorted(lines)),
            kinds=(kind,),
        )
        for place, (kind, n, unhappy, lines) in enumerate(told, 1)
    )


def _calls() -> tuple[CallBack, ...]:
    return (
        CallBack(id="cd" * 16, on="2026-11-03", phone="0912 345 678", text="Hỏi về giấy tờ của cháu"),
        CallBack(id="ce" * 16, on="2026-11-04", phone="0987 654 321"),
    )
