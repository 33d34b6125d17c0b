"""Names go up only where the level above asks, a leader accepted with a reason, and nobody took it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_services_letters import DEATH
from test_services_registering import BIRTH, entered

from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk
from desk_app.services.month_view import month_contents
from desk_app.services.tie_view import key_exchange
from desk_app.services.trouble import Mistake, Trouble
from exchange.bundle import OpenedBundle, Sender, open_bundle
from tools.pretend_office import PretendOffice

BASIS = "Nghị định 123/2015/NĐ-CP, điều 72"


def asked_for_names(desk: Desk, folder: Path) -> PretendOffice:
    office = PretendOffice(folder)
    held = desk.district.enrol(office.enrol(desk, profile="register", legal_basis=BASIS), hold=True)
    desk.district.confirm(" ".join(held.words().words))
    return office


def opened(office: PretendOffice, raw: bytes) -> OpenedBundle:
    assert office.card is not None
    card = office.card.card
    return open_bundle(
        raw, office.keys, lambda key: Sender(card.keys.verify, card.unit, 7, card.register, profile="register")
    )


def test_asked_for_and_not_accepted_only_figures_travel(desk: Desk, tmp_path: Path) -> None:
    office = asked_for_names(desk, tmp_path)
    entered(desk.register.enter(BIRTH))
    assert month_contents(desk.seat).named is None
    tie = key_exchange(desk.seat).in_force
    assert tie is not None
    assert (tie.asks_names, tie.legal_basis, tie.reason) == (True, BASIS, "")
    (bundle,) = desk.month.close(tmp_path / "usb")
    assert opened(office, bundle.path.read_bytes()).shared == ()


def test_once_accepted_the_contents_say_whose_names_go_and_they_do(desk: Desk, tmp_path: Path) -> None:
    office = asked_for_names(desk, tmp_path)
    entered(desk.register.enter(BIRTH))
    entered(desk.register.enter(DEATH))
    desk.district.send_names("Tỉnh lập sổ chung theo công văn 15")
    assert month_contents(desk.seat).named == {"birth": 1, "death": 1}
    (bundle,) = desk.month.close(tmp_path / "usb")
    assert len(opened(office, bundle.path.read_bytes()).shared) == 2


def test_the_reason_stays_in_the_register_and_taking_it_back_narrows_at_once(desk: Desk, tmp_path: Path) -> None:
    office = asked_for_names(desk, tmp_path)
    entered(desk.register.enter(BIRTH))
    desk.district.send_names("Tỉnh lập sổ chung")
    with desk.seat.reading() as reading:
        told = b"".join(part.body for part in reading.journal.home_parts(1, reading.journal.head()[0]))
    assert "Tỉnh lập sổ chung".encode() in told
    desk.district.keep_names()
    assert month_contents(desk.seat).named is None
    (bundle,) = desk.month.close(tmp_path / "usb")
    assert opened(office, bundle.path.read_bytes()).shared == ()


def test_a_bundle_half_way_with_names_has_to_be_finished_before_narrowing(desk: Desk, tmp_path: Path) -> None:
    asked_for_names(desk, tmp_path)
    entered(desk.register.enter(BIRTH))
    desk.district.send_names("Tỉnh lập sổ chung")
    blocked = tmp_path / "blocked"
    blocked.write_text("a file stands where the folder should be", encoding="utf-8")
    with pytest.raises(Trouble, match="folder-unwritable"):
        desk.month.close(blocked)
    with pytest.raises(Mistake, match="bundle-unfinished"):
        desk.district.keep_names()
    desk.month.close(tmp_path / "usb")
    desk.district.keep_names()


def test_names_need_a_reason_a_request_and_a_leader(
    desk: Desk, desk_folder: Path, tmp_path: Path, world: World
) -> None:
    with pytest.raises(Mistake, match="no-district"):
        desk.district.send_names("Tỉnh lập sổ chung")
    office = asked_for_names(desk, tmp_path)
    with pytest.raises(Mistake, match="reason-empty"):
        desk.district.send_names("   ")
    desk.district.enrol(office.enrol(desk, number=2))
    with pytest.raises(Mistake, match="names-not-asked"):
        desk.district.send_names("Tỉnh lập sổ chung")
    desk.people.add("Hằng", "clerk", "đò trăng mít sáo")
    desk.close()
    clerk = open_desk(desk_folder, world, Login("Hằng", "đò trăng mít sáo"))
    try:
        assert not key_exchange(clerk.seat).may
        with pytest.raises(Trouble, match="not-allowed"):
            clerk.district.send_names("Tỉnh lập sổ chung")
    finally:
        clerk.close()
