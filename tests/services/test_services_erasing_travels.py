"""After an erasure bundles go on: the chain is taken, the names are not in them any more."""

from __future__ import annotations

from pathlib import Path

from test_services_letters import DEATH
from test_services_names_travel import asked_for_names, opened
from test_services_registering import BIRTH, entered

from desk_app.services.desk import Desk
from desk_app.services.erasing import Erasing
from desk_app.services.letter_desk import Wish
from exchange.bundle import read_lines
from exchange.history import judge


def test_erased_before_it_travelled_the_lines_go_and_its_names_do_not(desk: Desk, tmp_path: Path) -> None:
    office = asked_for_names(desk, tmp_path)
    birth, death = entered(desk.register.enter(BIRTH)), entered(desk.register.enter(DEATH))
    desk.letters.prepare([birth.id], Wish())
    desk.district.send_names("Tỉnh lập sổ chung")
    Erasing(desk.seat).erase(birth.id, "Gia đình đề nghị", birth.number)
    (bundle,) = desk.month.close(tmp_path / "usb")
    read = read_lines(opened(office, bundle.path.read_bytes()))
    assert read.set_aside == ()
    assert len(read.shared) == 1, "the death's alone"
    assert [row.line.kind for row in read.lines].count("erased") == 2, "of the record and of its letter"
    assert death.number


def test_erased_after_it_travelled_the_next_bundle_continues_the_same_history(desk: Desk, tmp_path: Path) -> None:
    office = asked_for_names(desk, tmp_path)
    birth = entered(desk.register.enter(BIRTH))
    desk.district.send_names("Tỉnh lập sổ chung")
    (first,) = desk.month.close(tmp_path / "usb")
    sent = opened(office, first.path.read_bytes())
    held = {line.position: line.digest for line in sent.lines}
    Erasing(desk.seat).erase(birth.id, "Gia đình đề nghị", birth.number)
    (second,) = desk.month.close(tmp_path / "usb2")
    again = opened(office, second.path.read_bytes())
    assert len(sent.shared) == 1
    assert again.shared == ()
    assert judge(again, held.get, first.head).verdict == "accepted"
