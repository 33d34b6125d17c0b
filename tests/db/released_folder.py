"""What a released version left, copied to where a test may work on it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from desk_app.db.engine import Tuning, connect, first_look
from desk_app.db.keyring import Keyring
from desk_app.house import Login, open_desk
from desk_app.services.desk import Desk
from tools.release_file.kept import differences, plain
from tools.release_file.seen_desk import seen
from tools.release_file.stage import ADMINISTRATOR, PASSWORD, Clock, desk_world

TESTS = Path(__file__).resolve().parents[1]
REGISTERS, OFFICES = TESTS / "db" / "released", TESTS / "district" / "released"
VERSIONS = sorted(path.name for path in REGISTERS.iterdir())


class Released:
    """A desk's folder as `version` left it, with what was seen in it then."""

    def __init__(self, version: str, root: Path) -> None:
        self.version = version
        self.folder = Path(shutil.copytree(REGISTERS / version / "data", root / "quầy"))
        told = json.loads((REGISTERS / version / "seen.json").read_text(encoding="utf-8"))
        self.keys: dict[str, Any] = told["keys"]
        self.then: dict[str, Any] = told["seen"]
        self.clock = Clock(datetime.fromisoformat(self.keys["now"]))

    def open(self, user: str = ADMINISTRATOR) -> Desk:
        """By the program as it is in this moment."""
        return open_desk(self.folder, desk_world(self.clock), Login(user, PASSWORD))

    def changed(self) -> list[str]:
        """What is no longer seen as it was, after every page and the whole chain were looked at."""
        with closing(self.open()) as desk:
            desk.care.check()
            return list(differences(self.then, plain(seen(desk))))

    @property
    def key(self) -> bytes:
        """What the register is encrypted under."""
        return Keyring(self.folder, os.urandom).unwrap(ADMINISTRATOR, PASSWORD)

    def schema(self) -> int:
        """The number of the file's schema."""
        return first_look(self.folder / "register.db", self.key)

    def pages(self) -> list[tuple[int, bytes]]:
        """Every archived page as it is kept."""
        with closing(connect(self.folder / "register.db", self.key, Tuning())) as connection:
            kept: list[tuple[int, bytes]] = connection.execute("SELECT id, page FROM letters ORDER BY id").fetchall()
        return kept

    def upgrade_copies(self) -> list[Path]:
        """The copies made before upgrades, half ones too."""
        return sorted((self.folder / "backups").glob("schema-*"))

    def files(self) -> dict[str, str]:
        """Every file but the lock, which belongs to whoever came last."""
        every = (path for path in self.folder.rglob("*") if path.is_file() and path.name != "register.lock")
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in every}
