"""Faults of the operating system, made by strace under a running act: nothing in the program is replaced."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WRITES = ("write", "pwrite64")
SYNCS = ("fsync", "fdatasync")
MOVES = ("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat")
WATCHED = ",".join((*WRITES, *SYNCS, *MOVES))
_ATTACHED = re.compile(rb"attached")
_NAME = re.compile(r"\d+ +(\w+)\(")


@dataclass(frozen=True, slots=True)
class Fault:
    """The `at`-th `call` fails with `error` ("KILL": ends the process); `ever_after`: all later ones too."""

    call: str
    error: str
    at: int
    ever_after: bool = False
    only: tuple[Path, ...] = ()
    """Calls on these files alone."""

    @property
    def rule(self) -> str:
        """As strace wants it."""
        what = "signal=SIGKILL" if self.error == "KILL" else f"error={self.error}"
        return f"inject={self.call}:{what}:when={self.at}{'+' if self.ever_after else ''}"


class Nursery:
    """Acts of a desk, each in a process of its own."""

    def __init__(self) -> None:
        path = os.pathsep.join((str(ROOT), str(HERE), str(ROOT / "tests" / "district")))
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "kill_desk.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": path},
        )

    def plain(self, act: str, folder: Path) -> int:
        """Exit status of one act, opening included, in the world as it is."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"act": act, "folder": str(folder), "gate": ""}) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline().split()[1])

    def act(
        self, act: str, folder: Path, fault: Fault | None = None, meanwhile: Callable[[], None] = lambda: None
    ) -> tuple[int, list[str]]:
        """Exit status of one act under this fault, and the watched calls it made; `meanwhile` happens once the desk is
        open and has not begun."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        gate, trace = folder.parent / "gate", folder.parent / "trace"
        os.mkfifo(gate)
        order = json.dumps({"act": act, "folder": str(folder), "gate": str(gate)})
        self._process.stdin.write(order + "\n")
        self._process.stdin.flush()
        pid = self._process.stdout.readline().strip()
        assert pid.isdecimal(), f"the act ended before it began: {pid}"
        strace = self._attach(pid, trace, fault)
        meanwhile()
        with gate.open("w", encoding="ascii") as opened:
            opened.write("go")
        ended = self._process.stdout.readline().split()
        strace.wait(timeout=30)
        assert strace.stderr is not None
        strace.stderr.close()
        gate.unlink()
        return int(ended[1]), trace.read_text(encoding="utf-8", errors="replace").splitlines()

    @property
    def process(self) -> subprocess.Popen[str]:
        """Where all acts are forked from: what they load is loaded once."""
        return self._process

    def close(self) -> None:
        """No more acts."""
        self._process.communicate(timeout=30)

    @staticmethod
    def _attach(pid: str, trace: Path, fault: Fault | None) -> subprocess.Popen[bytes]:
        rule = ["-e", fault.rule, *(word for path in fault.only for word in ("-P", str(path)))] if fault else []
        strace = subprocess.Popen(
            ["strace", "-f", "-p", pid, "-e", f"trace={WATCHED},openat", *rule, "-o", str(trace)],
            stderr=subprocess.PIPE,
        )
        assert strace.stderr is not None
        said = strace.stderr.readline()
        assert _ATTACHED.search(said), said
        return strace


def strikes(trace: list[str], names: tuple[str, ...], most: int) -> list[tuple[str, int]]:
    """Where to strike, as the call and its number: every one of these calls, or `most` of each kind, evenly."""
    # strace counts every kind of call by itself.
    made = Counter(_NAME.match(line)[1] for line in trace if _NAME.match(line))
    return [(name, at) for name in names for at in spread(made[name], most)]


def spread(total: int, most: int) -> list[int]:
    """Numbers from 1 to `total`: all, or `most` of them with the first and the last."""
    if total <= most:
        return list(range(1, total + 1))
    return sorted({1 + round(step * (total - 1) / (most - 1)) for step in range(most)})
