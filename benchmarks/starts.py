"""U1 and U2: the lock screen and the main window beside a bare window, the frozen program beside its source."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.rows import Row, at_most, not_here
from benchmarks.started import LATER, NOW, PASSWORD, SINCE, USER

STARTS = 9
REGISTRATIONS = 60
FROZEN = Path("dist/mot-cua/desk-app")
SOURCE = (sys.executable, "-m", "desk_app.app")
LOADED = "sqlcipher3"
"""The first thing that is loaded behind the painted lock and can be seen from outside."""
LONGEST = 60


def rows() -> Iterator[Row]:
    """The rows about starting, on a register with so many births."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "desk"
        _furnish(folder)
        yield from _beside_a_bare_window(folder)
        yield _frozen(folder)


def _beside_a_bare_window(folder: Path) -> Iterator[Row]:
    locks, works, early = [], [], set[str]()
    for _ in range(STARTS):
        bare = float(_told("bare", folder)[-1])
        *loaded, lock = _told("lock", folder)
        early |= set(loaded)
        locks.append(float(lock) / bare)
        works.append(float(_told("work", folder)[-1]) / bare)
    told = f"imported by then: {', '.join(sorted(early))}" if early else f"not imported yet: {', '.join(LATER)}"
    value = statistics.median(locks)
    yield Row("U1 lock", round(value, 4), 1.2, value <= 1.2 and not early, f"a bare window painted; {told}", STARTS)
    whose = "password → main window painted, without the hash / a bare window painted"
    yield at_most("U1 work", statistics.median(works), 0.7, whose, STARTS)


def _frozen(folder: Path) -> Row:
    if not FROZEN.exists():
        return not_here("U2", 1.25, f"{FROZEN} is not here: `make build` comes first")
    # The first start of each reads its files from the disk.
    pairs = [(_start([str(FROZEN)], folder), _start(SOURCE, folder)) for _ in range(STARTS + 1)][1:]
    value = statistics.median(frozen / source for frozen, source in pairs)
    return at_most("U2", value, 1.25, f"the same from source, until behind the painted lock {LOADED} is loaded", STARTS)


def _furnish(folder: Path) -> None:
    from benchmarks.saves import enter
    from desk_app.house import Login
    from desk_app.services.traces import ever_stood

    enter(folder, REGISTRATIONS, Login(USER, PASSWORD))
    assert ever_stood(folder)


def _told(word: str, folder: Path) -> list[str]:
    """What one start told, in words."""
    command = [sys.executable, "-m", "benchmarks.started", word, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=_env(), timeout=LONGEST)
    if done.returncode or not done.stdout:
        raise RuntimeError(f"{' '.join(command)}\n{done.stderr}")
    return done.stdout.split()


def _start(program: Sequence[str], folder: Path) -> float:
    """Milliseconds from the start of the program until it has loaded what lies behind its lock screen."""
    before = time.perf_counter()
    command = [*program, "--data", str(folder), "--now", NOW]
    process = subprocess.Popen(command, env=_env(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        maps = Path(f"/proc/{process.pid}/maps")
        while LOADED not in maps.read_text(encoding="utf-8"):
            if process.poll() is not None or time.perf_counter() - before > LONGEST:
                raise RuntimeError(f"{' '.join(command)} never came so far")
        return (time.perf_counter() - before) * 1000
    finally:
        process.kill()
        process.communicate()


def _env() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", SINCE: str(time.time())}
