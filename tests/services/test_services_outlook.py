"""The status line's facts, and what can be read on the doorstep."""

from __future__ import annotations

from pathlib import Path

from hand_clock import Clock
from test_services_registering import BIRTH, entered

from desk_app.services.desk import Desk
from desk_app.services.outlook import outlook
from tools.pretend_office import PretendOffice


def test_a_new_desk_has_no_copy_no_tie_and_no_bundle(desk: Desk) -> None:
    seen = outlook(desk.seat)
    assert (seen.backed_up, seen.tie, seen.bundle, seen.receipt_on) == (None, "", 0, None)
    assert seen.unit
    assert seen.practice


def test_the_last_copy_is_remembered_with_its_moment(desk: Desk, tmp_path: Path, clock: Clock) -> None:
    desk.care.backup(tmp_path / "usb")
    made = clock()
    clock.forward(3)
    assert outlook(desk.seat).backed_up == made


def test_lines_wait_until_a_receipt_acknowledges_them(desk: Desk, tmp_path: Path, clock: Clock) -> None:
    above = PretendOffice(tmp_path)
    desk.district.enrol(above.enrol(desk))
    before = outlook(desk.seat).lines_waiting
    entered(desk.register.enter(BIRTH))
    waiting = outlook(desk.seat)
    assert (waiting.tie, waiting.lines_waiting, waiting.month) == ("tied", before + 1, 11)
    (bundle,) = desk.month.close(tmp_path / "usb")
    sent = outlook(desk.seat)
    assert (sent.bundle, sent.bundle_month, sent.receipt_on) == (1, "2026-11", None)
    desk.month.receive(above.receipt(above.opened(bundle.path.read_bytes())))
    answered = outlook(desk.seat)
    assert (answered.receipt_on, answered.lines_waiting) == (clock().date(), 0)
