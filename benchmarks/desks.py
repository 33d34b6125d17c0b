"""A desk whose letters carry a symbol: tied to a district that is set up beside it, as in an office."""

import os
import secrets
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.setup import Wished

NOW = "2026-11-20T09:30"
MOMENT = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)


def tied_desk(folder: Path) -> Desk:
    """A fresh practice desk in this folder, open, its district's key in force."""
    world, login = World(lambda: MOMENT, secrets.token_bytes, practice=True), Login("thu", secrets.token_urlsafe(12))
    set_up(folder / "desk", world, login, Wished("26461", leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
    desk = open_desk(folder / "desk", world, login)
    card, key = folder / "THE.mctt", folder / "KHOA.mctt"
    _district(folder / "above", "setup", "--unit", "75", "--host", "gopy.namhai.example")
    desk.district.card(card)
    _district(folder / "above", "enrol", str(card), "--profile", "figures", "--out", str(key))
    desk.district.enrol(key)
    return desk


def _district(folder: Path, *words: str) -> None:
    command = [sys.executable, "-m", "district.cli", "--data", str(folder), "--now", NOW, *words]
    known = {"DISTRICT_USER": "nam", "DISTRICT_PASSWORD": folder.name * 3}
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **known})
