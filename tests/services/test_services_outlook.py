"""The status line's facts, and what can be read on the doorstep."""

from __future__ import annotations

from pathlib import Path

from hand_clock import Clock

from desk_app.services.desk import Desk
from desk_app.services.outlook import outlook


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
