"""Kills at a moment of the test's choosing, wherever the act stands then."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import time
from pathlib import Path

Said = frozenset[tuple[str, object]]


class Killer:
    """Acts in processes of their own, and their end."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._orders, self._heard = process.stdin, process.stdout.fileno()
        self._ears = selectors.DefaultSelector()
        self._ears.register(self._heard, selectors.EVENT_READ)

    def strike(self, act: str, folder: Path, after: float) -> Said:
        """Begin the act, kill it `after` seconds later or at its own end, and give all that it confirmed."""
        said = self._begun(act, folder)
        end = time.monotonic() + after
        while b"ended\n" not in said and (left := end - time.monotonic()) > 0 and self._ears.select(left):
            said += os.read(self._heard, 65536)
        return self._killed(said)

    def finish(self, act: str, folder: Path) -> Said:
        """The act, undisturbed until its own end."""
        said = self._begun(act, folder)
        while b"ended\n" not in said:
            said += os.read(self._heard, 65536)
        return self._killed(said)

    def close(self) -> None:
        """No more kills."""
        self._ears.close()

    def _begun(self, act: str, folder: Path) -> bytes:
        self._order(json.dumps([act, str(folder)]))
        said = b""
        while b"begun\n" not in said:
            said += os.read(self._heard, 65536)
        return said

    def _killed(self, said: bytes) -> Said:
        self._order("")
        while not said.endswith(b"killed\n"):
            said += os.read(self._heard, 65536)
        told = frozenset((kind, value) for kind, value in map(json.loads, _lines(said)))
        bugs = [value for kind, value in told if kind == "bug"]
        assert not bugs, bugs
        return told

    def _order(self, words: str) -> None:
        self._orders.write(f"{words}\n")
        self._orders.flush()


def _lines(said: bytes) -> list[bytes]:
    return [line for line in said.splitlines() if line.startswith(b"[")]
