"""The program tries itself: a temporary register, a letter read back, a bundle sealed and opened by a test office."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2

from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.registering import Entered
from desk_app.services.setup import Wished
from desk_app.services.trouble import Trouble
from exchange.bundle import OpenedBundle, Sender, open_bundle
from exchange.card import OpenedCard, read_card
from exchange.enrolment import Enrolment, write_enrolment
from exchange.keys import OfficeKeys

UNIT = "26461"
MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)
BIRTH = BirthDraft(
    child_name="Nguyễn Trần Minh Anh",
    born="09/11/2026",
    sex="nữ",
    mother_name="Trần Thị Ngọc Lan",
    mother_born="1998",
    father_name="Nguyễn Văn Bình",
    father_born="1996",
    registered_on="20/11/2026",
)


def run_self_test(folder: Path) -> tuple[str, ...]:
    """Walk register, letter and bundle in an empty folder; raises Trouble("self-test-failed")."""
    world = World(lambda: MOMENT, secrets.token_bytes, practice=True)
    login = Login("thu", secrets.token_urlsafe(12))
    set_up(folder, world, login, Wished(UNIT, leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
    desk = open_desk(folder, world, login)
    try:
        office = OfficeKeys.make(world.random)
        card = _enrol(desk, folder, office)
        _try_register(desk)
        _try_letter(desk)
        _try_bundle(desk, folder, (office, card))
    finally:
        desk.close()
    return ("register", "letter", "bundle")


def _enrol(desk: Desk, folder: Path, office: OfficeKeys) -> OpenedCard:
    desk.district.card(folder / "card.mctt")
    card = read_card((folder / "card.mctt").read_bytes())
    enrolment = Enrolment(
        number=1,
        unit=UNIT,
        desk=1,
        card=card.document,
        office=office.public,
        office_unit="75",
        host="gopy.example",
        token_key=secrets.token_hex(32),
        token_generation=1,
        profile="figures",
        legal_basis="",
        smallest_group=5,
        issued_at=MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ"),
        app="self-test",
    )
    (folder / "enrolment.mctt").write_bytes(write_enrolment(enrolment, office, card.card.keys.receive).raw)
    desk.district.enrol(folder / "enrolment.mctt")
    return card


def _try_register(desk: Desk) -> None:
    entered = desk.register.enter(replace(BIRTH))
    _require(isinstance(entered, Entered) and len(desk.register.find("minh anh")) == 1, "register")


def _try_letter(desk: Desk) -> None:
    prepared = desk.letters.prepare([1], Wish())
    _require(isinstance(prepared, Prepared) and bool(prepared.code), "letter")
    pages = pypdfium2.PdfDocument(desk.letters.pdf([1]))
    _require(len(pages) == 1 and "NGUYỄN TRẦN MINH ANH" in pages[0].get_textpage().get_text_range(), "letter")


def _try_bundle(desk: Desk, folder: Path, other: tuple[OfficeKeys, OpenedCard]) -> None:
    office, card = other
    bundles = desk.month.close(folder / "out")
    sender = Sender(card.card.keys.verify, UNIT, 1, card.card.register)
    opened = open_bundle(bundles[0].path.read_bytes(), office, lambda key: sender)
    _require(isinstance(opened, OpenedBundle) and opened.manifest.head == bundles[0].head, "bundle")


def _require(holds: bool, step: str) -> None:
    if not holds:
        raise Trouble("self-test-failed", {"step": step})
