"""What many desks cost a district: a late sitting, a province after two years, the country's communes in one month."""

from __future__ import annotations

import asyncio
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import fmean
from time import perf_counter

import httpx

from benchmarks.crowd import PASSWORD, WHO, CrowdDesk, Office
from benchmarks.rows import Row, at_most
from district.cli.pages import office_pages
from district.tray import Trays

MONTHS = tuple(f"{year}-{month:02d}" for year in (2024, 2025, 2026) for month in range(1, 13))
SHAPES: Mapping[str, tuple[int, int, int]] = {
    "sitting": (50, 4, 60),
    "province": (135, 24, 60),
    "country": (3321, 1, 60),
}
"""Communes, months, and lines of a desk in a month: four for each registration and its letter."""


def rows() -> Iterator[Row]:
    """The rows about scale; what they were made of is told in between, for people."""
    late = _told("sitting")
    yield at_most(
        "D1", late["lost"], 0, "lines that differ from the desks' own after a shuffled, doubled, late sitting", 200
    )
    yield at_most("D1", late["shuffled"], 1.5, "a file of that sitting / the same files in order", 200)
    yield at_most("D1", late["mib"], 200, "MiB at the peak", 200)
    province = _told("province")
    yield at_most("D2", province["growth"], 1.2, "a line of the last tenth of the files / of the first tenth", 135 * 24)
    yield at_most("D2", province["bytes"], 1000, "bytes of the office's store for a line", 135 * 24)
    for page in ("wall", "commune", "report"):
        told = f"{page} after two years / after two months, seen again"
        yield at_most("D2", province[page], 2.0, told, 135)
    yield at_most("D2", province["mib"], 400, "MiB at the peak", 135 * 24)
    country = _told("country")
    yield at_most("D3", country["growth"], 1.2, "a line of the last tenth of the files / of the first tenth", 3321)
    yield at_most("D3", country["each"] / province["each"], 1.2, "a file beside one of a province", 3321)
    walls = (country["wall again"] / 3321) / (province["wall again"] / 135)
    yield at_most("D3", walls, 1.2, "the wall chart for a commune / of a province, for a commune", 3321)
    yield at_most("D3", country["mib"], 600, "MiB at the peak", 3321)


def _told(name: str) -> dict[str, float]:
    """What a process of its own measured."""
    command = [sys.executable, "-m", "benchmarks.scale", name, *map(str, SHAPES[name])]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    print(f"     {name}: {told}", flush=True)
    return told


def sitting(office: Office, shape: tuple[int, int, int]) -> dict[str, float]:
    """Late files in any order, every tenth twice and one missing until the end, on one table; then what is held."""
    communes, months, lines = shape
    chance = Random(5)
    desks = office.enrol(office.communes()[: 2 * communes])
    ordered, late = desks[:communes], desks[communes:]
    in_order = [file for desk in ordered for file in monthly(desk, MONTHS[:months], lines)]
    files = [file for desk in late for file in monthly(desk, MONTHS[:months], lines)]
    missing = files.pop(chance.randrange(len(files)))
    told = {"ordered": _receive(office, in_order) / len(in_order)}
    mixed = [*files, *files[::10]]
    chance.shuffle(mixed)
    told |= _on_the_table(office, mixed)
    told["waiting"] = float(_differing(office, late))
    told["shuffled"] = told["take"] / told["ordered"]
    _receive(office, [missing])
    told["lost"] = float(_differing(office, late))
    return told


def _on_the_table(office: Office, files: Sequence[bytes]) -> dict[str, float]:
    trays = Trays(office.district.sitting(office.member))
    tray = trays.open().id
    named = [(f"{at}.mctt", file) for at, file in enumerate(files)]
    put = timed(lambda: trays.put(tray, named))
    look, take = timed(lambda: trays.look(tray)), timed(lambda: trays.take(tray))
    return {"put": put / len(files), "look": look / len(files), "take": take / len(files)}


def _differing(office: Office, desks: Sequence[CrowdDesk]) -> int:
    """How many positions of these desks the office holds otherwise than they do, or does not hold."""
    with office.district.store.reading() as work:
        held = {desk.number: [digest for _, digest, _ in work.lines.raw(desk.number)] for desk in desks}
    return sum(len(desk.lines) - _common(held[desk.number], desk.digests[1:]) for desk in desks)


def _common(held: Sequence[bytes], own: Sequence[bytes]) -> int:
    return sum(one == other for one, other in zip(held, own, strict=False))


def province(office: Office, shape: tuple[int, int, int]) -> dict[str, float]:
    """Months of all communes one after the other, as they come; the pages after two months and at the end."""
    communes, months, lines = shape
    desks = office.enrol(office.communes()[:communes])
    took: list[float] = []
    pages: dict[str, float] = {}
    for count, month in enumerate(MONTHS[:months], 1):
        office.moment = _fifth_after(month)
        for file in [file for desk in desks for file in monthly(desk, (month,), lines)]:
            took.append(_receive(office, [file]))
        if count in (min(2, months), months):
            seen = looked(office, desks[0], month)
            pages = {**{f"{name} early": cost for name, cost in pages.items()}, **seen}
    ratios = {
        name: pages[f"{name} again"] / pages[f"{name} again early"] for name in PAGES if f"{name} again early" in pages
    }
    tenth = max(1, len(took) // 10)
    held = sum(len(desk.lines) for desk in desks)
    return {
        **pages,
        **ratios,
        "each": fmean(took),
        "growth": fmean(took[-tenth:]) / fmean(took[:tenth]),
        "bytes": _size(office.district.folder.office) / held,
    }


PAGES = ("wall", "commune", "report")


def looked(office: Office, desk: CrowdDesk, month: str) -> dict[str, float]:
    """Seconds of the wall chart, a commune and a month's report as pages, for the first time and again; the first look
    counts what came in since the last one."""
    paths = {"wall": f"/?year={month[:4]}", "commune": f"/xa/{desk.unit}", "report": f"/bao-cao?ky={month}"}
    return asyncio.run(_pages(office, paths))


async def _pages(office: Office, paths: Mapping[str, str]) -> dict[str, float]:
    """Seconds of each page, asked for twice by somebody who is logged in."""
    told = {}
    pages, origin = httpx.ASGITransport(office_pages(office.district)), "http://testserver"
    async with httpx.AsyncClient(transport=pages, base_url=origin, headers={"origin": origin}) as client:
        await client.post("/login", data={"user": WHO, "password": PASSWORD})
        for name, path in paths.items():
            for when in ("first", "again"):
                started = perf_counter()
                (await client.get(path)).raise_for_status()
                told[f"{name} {when}"] = perf_counter() - started
    return told


def _size(store: Path) -> int:
    """Bytes of the file once everything that was written lies in it."""
    with closing(sqlite3.connect(store)) as held:
        held.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return store.stat().st_size


def monthly(desk: CrowdDesk, months: Sequence[str], lines: int) -> list[bytes]:
    """A bundle for each of these months, each going on where the one before ended."""
    files = []
    for number, month in enumerate(months, MONTHS.index(months[0]) + 1):
        basis = len(desk.lines)
        desk.work(month, lines)
        files.append(desk.bundle(month, basis, seq=number, last_receipt=number - 1))
    return files


def _receive(office: Office, files: Sequence[bytes]) -> float:
    """Seconds for all of them."""
    receive = office.district.sitting(office.member).receive
    return timed(lambda: [receive(file) for file in files])


def _fifth_after(month: str) -> datetime:
    year, number = int(month[:4]), int(month[5:])
    return datetime(year + number // 12, number % 12 + 1, 5, 5, tzinfo=UTC)


def timed(act: Callable[[], object]) -> float:
    """Seconds that an act takes."""
    started = perf_counter()
    act()
    return perf_counter() - started


def measured(name: str, shape: tuple[int, int, int], folder: Path) -> dict[str, float]:
    """What one of the three comes to; `mib` is the memory of the whole process at its peak."""
    office = Office(folder / "above")
    told = sitting(office, shape) if name == "sitting" else province(office, shape)
    office.district.close()
    return {
        key: round(value, 6)
        for key, value in (told | {"mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}).items()
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        communes, months, lines = map(int, sys.argv[2:5])
        print(json.dumps(measured(sys.argv[1], (communes, months, lines), Path(made))))
