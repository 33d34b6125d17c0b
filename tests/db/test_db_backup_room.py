"""A copy takes the room of one register on the disk, not of two."""

from __future__ import annotations

import errno
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from db_samples import birth, subject

from desk_app.db import backup
from desk_app.db.backup import REGISTER_FILE, copy_closed, look_into
from desk_app.db.engine import Tuning, connect
from desk_app.db.trouble import RegisterTrouble


class Source:
    """In the place of a register that is copied: tells how the copy is written."""

    modes: tuple[str, ...] = ()

    def backup(self, target: Any) -> None:
        self.modes += target.execute("PRAGMA journal_mode").fetchone()


def test_a_copy_is_written_without_a_log_beside_it(tmp_path: Path, key: bytes) -> None:
    source = Source()
    backup._copy(source, tmp_path / "copy.db", key)
    assert source.modes == ("off",)


def test_a_closed_register_is_copied_with_what_only_its_log_holds(reopen, folder: Path, key: bytes) -> None:
    register = reopen()
    with register.work() as work:
        work.registrations.add(birth(), subject())
        work.commit()
    cut = Path(shutil.copytree(folder, folder.parent / "mất điện"))
    assert (cut / f"{REGISTER_FILE}-wal").stat().st_size
    copy_closed(cut / REGISTER_FILE, folder.parent / "bản.db", key)
    assert look_into(folder.parent / "bản.db", key).counts["registrations"] == 1


def test_a_copy_that_tells_something_else_or_has_no_room_leaves_nothing(
    folder: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = folder / "copy.db"

    def other(source: Path, beside: Path, key: bytes) -> None:
        shutil.copyfile(source, beside)
        with closing(connect(beside, key, Tuning())) as connection:
            connection.execute("INSERT INTO users VALUES ('khác', 'clerk')")

    def full(source: Path, beside: Path, key: bytes) -> None:
        beside.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "full")

    for made, code in ((other, "backup-differs"), (full, "disk-full")):
        monkeypatch.setattr(backup, "_copy_file", made)
        with pytest.raises(RegisterTrouble, match=code):
            copy_closed(folder / REGISTER_FILE, copy, key)
        assert not list(folder.glob("copy.db*"))
