"""The office above, and what it does while the system calls under it are made to fail."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import fault_desk

from common.words import district as words
from district.house import District, World, open_district
from district.paths import Folder
from district.trouble import Trouble
from district.upkeep import backup
from exchange.files import FileTrouble, write_beside

NO_CODE = "no-such-code"
BEGUN = time.monotonic()


def clock() -> datetime:
    """It ticks, and stays within one day of the demo."""
    return fault_desk.NOW + timedelta(seconds=time.monotonic() - BEGUN)


def open_office(folder: Path) -> District:
    """The office above."""
    return open_district(Folder(folder), None, World(clock, secrets.token_bytes))


def take_in(district: District, files: Path) -> None:
    """Every bundle of the stick, its receipt beside it."""
    sitting = district.sitting(district.users.log_in("officer", "demo"))
    for path in sorted((files / "stick").glob("*.mctt")):
        handed = sitting.receive(path.read_bytes()).receipt
        assert handed
        write_beside(files / "receipts" / handed.name, handed.raw)


def copy(district: District, files: Path) -> None:
    """Everything of the office, onto another disk."""
    backup(district, files / "copy")


OFFICE_ACTS: dict[str, Callable[[District, Path], None]] = {"take in": take_in, "copy": copy}


def do(act: str, folder: Path, ready: Callable[[], None]) -> None:
    """An act of the office; its troubles as a desk's child tells them."""
    district = open_office(folder)
    ready()
    try:
        OFFICE_ACTS[act](district, folder.parent)
    except (Trouble, FileTrouble) as trouble:
        unknown = words.trouble(NO_CODE, {}).replace(NO_CODE, trouble.code)
        os._exit(fault_desk.SPEECHLESS if words.trouble(trouble.code, {}) == unknown else fault_desk.TOLD)
