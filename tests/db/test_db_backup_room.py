"""A copy takes the room of one register on the disk, not of two."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desk_app.db import backup


class Source:
    """In the place of a register that is copied: tells how the copy is written."""

    modes: tuple[str, ...] = ()

    def backup(self, target: Any) -> None:
        self.modes += target.execute("PRAGMA journal_mode").fetchone()


def test_a_copy_is_written_without_a_log_beside_it(tmp_path: Path, key: bytes) -> None:
    source = Source()
    backup._copy(source, tmp_path / "copy.db", key)
    assert source.modes == ("off",)
