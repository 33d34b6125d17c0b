"""What the person at the prompt may say: folder, clock, size of the type."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from common.words import window as said
from desk_app.release import VERSION
from desk_app.settings import PERCENTS, read_settings

if TYPE_CHECKING:
    from desk_app.house import World


@dataclass(frozen=True, slots=True)
class Asked:
    """The program's options: the desk's folder, the clock of a practice register ("" for the machine's), the type, and
    whether the program shall only try itself; light or dark ground."""

    data: Path
    now: str = ""
    percent: int = 100
    self_test: bool = False
    ground: str = "system"

    def moment(self) -> Callable[[], datetime]:
        """The clock; raises ValueError when --now is no moment."""
        if not self.now:
            return lambda: datetime.now(UTC).astimezone()
        standing = datetime.fromisoformat(self.now if "T" in self.now else f"{self.now}T12:00").astimezone()
        return lambda: standing

    def world(self) -> World:
        """Clock and fresh bytes for the house."""
        import secrets

        from desk_app.house import World

        return World(self.moment(), secrets.token_bytes, practice=bool(self.now))


def read_options(arguments: Sequence[str]) -> Asked:
    """`--data DIR --now TIME --percent 115`; the folder is DESK_DATA or the machine's own place otherwise."""
    parser = argparse.ArgumentParser(prog="desk-app", description=said.ABOUT)
    own = os.environ.get("DESK_DATA") or user_data_path("MotCuaThanThien", appauthor=False)
    parser.add_argument("--data", type=Path, default=Path(own), help="Thư mục dữ liệu của quầy.")
    parser.add_argument("--now", default="", help="Đặt đồng hồ, chỉ cho sổ tập: 2026-11-21 hoặc 2026-11-21T09:30.")
    parser.add_argument("--percent", type=int, choices=PERCENTS, help="Cỡ chữ, phần trăm, chỉ lần này.")
    parser.add_argument("--self-test", action="store_true", help="Chương trình tự thử một lượt rồi dừng.")
    parser.add_argument("--version", action="version", version=f"desk-app, version {VERSION}")
    read = parser.parse_args(arguments)
    kept = read_settings(read.data)
    asked = Asked(read.data, read.now, read.percent or kept.percent, read.self_test, kept.ground)
    try:
        asked.moment()
    except ValueError:
        parser.error(f"--now {read.now}")
    return asked
