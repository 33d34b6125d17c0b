import os
import re
import selectors
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from desk_app.db.register import Register

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ENV = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(HERE)))}
ROUNDS = 100 if os.environ.get("ENDURE") else 12
_SYNC = re.compile(r"\bf(?:data)?sync\(")
_MARK = re.compile(r'write\(1, "(act|confirmed)\\n"')


def child(role: str, folder: Path, key: bytes) -> list[str]:
    return [sys.executable, str(HERE / "db_child.py"), role, str(folder), key.hex()]


def syncs_per_save(folder: Path, key: bytes, synchronous: str, trace: Path) -> list[int]:
    """How often the system was asked to put a file on disk between each act and its confirmation."""
    watched = ["strace", "-f", "-e", "trace=fdatasync,fsync,write", "-o", str(trace)]
    subprocess.run(watched + child(synchronous, folder, key), check=True, capture_output=True, env=ENV, timeout=100)
    counts: list[int] = []
    counting = False
    for call in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        mark = _MARK.search(call)
        if mark:
            counting = mark[1] == "act"
            counts += [0] if counting else []
        elif counting and _SYNC.search(call):
            counts[-1] += 1
    return counts


@pytest.mark.parametrize(("synchronous", "each"), [("FULL", 1), ("OFF", 0)])
def test_one_sync_stands_between_the_act_and_its_confirmation_and_none_when_safety_is_off(
    folder, key, tmp_path, synchronous, each
):
    assert syncs_per_save(folder, key, synchronous, tmp_path / "trace") == [each] * 5


class Nursery:
    """Starts desks that save, hears their confirmations, and has them killed."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._orders = process.stdin
        self._heard = process.stdout.fileno()
        self._ears = selectors.DefaultSelector()
        self._ears.register(self._heard, selectors.EVENT_READ)

    def kill_one(self, after: float) -> list[str]:
        """Let a desk save, kill it `after` seconds behind its first confirmation, and give all it confirmed."""
        self._order()
        said = os.read(self._heard, 4096)
        end = time.monotonic() + after
        while (left := end - time.monotonic()) > 0 and self._ears.select(left):
            said += os.read(self._heard, 4096)
        self._order()
        while not said.endswith(b"killed\n"):
            said += os.read(self._heard, 4096)
        return said.decode().split()[:-1]

    def close(self) -> None:
        self._ears.close()

    def _order(self) -> None:
        self._orders.write(b"\n")
        self._orders.flush()


@pytest.fixture
def nursery(folder: Path, key: bytes) -> Iterator[Nursery]:
    started = subprocess.Popen(child("nursery", folder, key), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENV)
    with started as process:
        nursery = Nursery(process)
        yield nursery
        nursery.close()


def test_kills_while_saving_lose_nothing_confirmed_and_repeat_no_number(folder, key, nursery):
    moments = Random(20240301)
    confirmed: list[str] = []
    for _ in range(ROUNDS):
        confirmed += nursery.kill_one(after=moments.uniform(0, 0.02))
        numbers = numbers_after_a_kill(folder, key)
        assert len(set(confirmed)) == len(confirmed)
        assert set(confirmed) <= set(numbers)
        assert len(set(numbers)) == len(numbers)
    assert len(confirmed) >= ROUNDS
    assert len(numbers) - len(confirmed) <= ROUNDS
    register = Register.open(folder, key, os.urandom)
    assert register.check() == len(numbers)
    register.close()


def numbers_after_a_kill(folder: Path, key: bytes) -> list[str]:
    """The numbers the register holds, once its journal was walked and tells of the same registrations."""
    register = Register.open(folder, key, os.urandom)
    with register.reading() as reading:
        reading.journal.verify()
        told = [fact.subject for fact in reading.journal.facts()]
        kept = reading.registrations.newest(10**6)
    register.close()
    assert [row.subject for row in reversed(kept)] == told
    return [row.registration.number for row in kept]
