"""How long a sheet of the ministry takes from the file to the disk and back: `python -m benchmarks.sheets 10000`.

Told are processor seconds and rows a second of each step, and the memory of the whole process at its highest.
"""

import resource
import secrets
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from common.paper.workbook import WorkSheet, workbook
from common.periods import read_period
from demo import names
from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.ministry import Wanted
from desk_app.services.setup import Wished

MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)
FIRST = date(2016, 1, 4)
HEAD = ("so", "quyenSo", "ngayDangKy", "loaiDangKy", "nksHoTen", "nksGioiTinh", "nksNgaySinh", "nksNoiSinh")
PARENTS = ("meHoTen", "meNgaySinh", "meNoiCuTru", "chaHoTen", "chaNgaySinh", "chaNoiCuTru", "nycHoTen", "nycQuanHe")
Got = TypeVar("Got")


def sheet(count: int, place: str) -> bytes:
    """Births of ten years, one after the other, all born at this place."""
    rows = [_row(n, FIRST + timedelta(days=n * 3500 // count), place) for n in range(1, count + 1)]
    return workbook([WorkSheet("KS", (*HEAD, *PARENTS), rows)])


def _row(n: int, day: date, place: str) -> tuple[str, ...]:
    chance = Random(n)
    father, mother = names.grown_up(chance, "male"), names.grown_up(chance, "female")
    child = names.child(chance, "male", names.family_of(father))
    born = day - timedelta(days=chance.randrange(2, 50))
    home = f"Thôn {n % 12}, xã Ví Dụ, tỉnh Giả"
    own = (f"{n}/{day.year}", f"01/{day.year}", f"{day:%d.%m.%Y}", "1", child, "1", f"{born:%d.%m.%Y}", place)
    return (*own, mother, "1995", home, father, f"03.{1990 + n % 9}", home, father, "Cha")


def timed(what: str, count: int, act: Callable[[], Got]) -> Got:
    """The step's result; its time is told."""
    begun = time.process_time()
    got = act()
    spent = time.process_time() - begun
    print(f"{what:28} {spent:7.2f} s {count / max(spent, 0.001):9.0f} rows/s")
    return got


def walk(desk: Desk, folder: Path, count: int) -> None:
    """Take in, look again, take changes, undo, export."""
    old, new, out = (folder / name for name in ("a.xlsx", "b.xlsx", "c.xlsx"))
    old.write_bytes(sheet(count, "Bệnh viện Thử"))
    new.write_bytes(sheet(count, "Trạm y tế xã"))
    intake = desk.intake
    opened = timed("open, find the columns", count, lambda: intake.open(old))
    look = timed("look, all new", count, lambda: intake.look(intake.choose(opened)))
    timed("take in", count, lambda: intake.take(look))
    timed("look again, all the same", count, lambda: intake.look(intake.choose(opened)))
    changed = timed("look, all changed", count, lambda: intake.look(intake.choose(intake.open(new))))
    lines = [row.line for row in changed.of("changed")]
    taken = timed("amend", len(lines), lambda: intake.take(changed, lines))
    whole = Wanted("đo tốc độ", read_period("2016-01-01..2026-11-20"))
    timed("export", count, lambda: desk.ministry.export(whole, out))
    timed("undo the amendments", len(lines), lambda: intake.undo(taken.import_id, "đo tốc độ"))
    timed("undo the entries", count, lambda: intake.undo(1, "đo tốc độ"))


def main(count: int) -> None:
    """A fresh practice desk in a temporary folder."""
    world, login = World(lambda: MOMENT, secrets.token_bytes, practice=True), Login("thu", secrets.token_urlsafe(12))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        set_up(folder / "desk", world, login, Wished("26461", leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
        desk = open_desk(folder / "desk", world, login)
        walk(desk, folder, count)
        desk.close()
    print(f"memory at the highest        {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MiB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
