"""What the settings page shows beside the letterhead: what this role may change, how large the type is."""

from __future__ import annotations

from dataclasses import replace

from desk_app.services.seat import ACTS_OF, Seat
from desk_app.services.trouble import Trouble
from desk_app.settings import GROUNDS, IDLE_MINUTES, Settings, keep_settings, read_settings
from exchange.files import FileTrouble

__all__ = ["GROUNDS", "IDLE_MINUTES"]


def may_change(seat: Seat) -> bool:
    """Whether this person may change settings and add users."""
    return {"settings", "people"} <= ACTS_OF[seat.role]


def type_size(seat: Seat) -> int:
    """How large the type is on this machine, in per cent."""
    return read_settings(seat.folder).percent


def set_type_size(seat: Seat, percent: int) -> None:
    """Kept for this machine; raises Trouble named after what the disk said."""
    _keep(seat, replace(read_settings(seat.folder), percent=percent))


def ground(seat: Seat) -> str:
    """What this machine's window stands on: light, dark, or as the system says."""
    return read_settings(seat.folder).ground


def set_ground(seat: Seat, ground: str) -> None:
    """Kept for this machine; raises Trouble named after what the disk said."""
    _keep(seat, replace(read_settings(seat.folder), ground=ground))


def idle_minutes(seat: Seat) -> int:
    """After how many minutes without a touch this machine covers the desk."""
    return read_settings(seat.folder).idle_minutes


def set_idle_minutes(seat: Seat, minutes: int) -> None:
    """Kept for this machine; raises Trouble named after what the disk said."""
    _keep(seat, replace(read_settings(seat.folder), idle_minutes=minutes))


def _keep(seat: Seat, settings: Settings) -> None:
    try:
        keep_settings(seat.folder, settings)
    except FileTrouble as trouble:
        raise Trouble(trouble.code, {"file": trouble.file}) from trouble
