"""A full disk, a disk that fails, a plug that is pulled, under every act of the desk and at calls of every kind.

The suite tries a full disk and a kill; ENDURE=1 tries every fault at every single call (`make endure`).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from fault_desk import ACTS, DONE, LOGIN, TOLD, WORLD, take_back
from faults import MOVES, SYNCS, WRITES, Fault, Nursery, strikes

from desk_app.house import open_desk
from desk_app.services.copies import FOLDER, copies_in
from tools.pretend_office import PretendOffice

STRIKES = 10_000 if os.environ.get("ENDURE") else 2
KILLED = -9
FAULTS = {
    "full disk": (WRITES, "ENOSPC", True),
    "failing disk": (WRITES, "EIO", False),
    "failing sync": (SYNCS, "EIO", False),
    "killed while writing": (WRITES, "KILL", False),
    "killed while moving files": (MOVES, "KILL", False),
}


Facts = frozenset[tuple[object, ...]]


@dataclass
class Bench:
    """Where faults are tried: the acts' processes, fresh folders, and what each act does when nothing fails."""

    nursery: Nursery
    fresh: Callable[[], Path]
    office: PretendOffice
    quiet: dict[str, tuple[Facts, list[str]]]

    def undisturbed(self, act: str) -> tuple[Facts, list[str]]:
        """What stands in the register after the act, and the calls it made."""
        if act not in self.quiet:
            folder = self.fresh()
            ended, trace = self.nursery.act(act, folder)
            assert ended == DONE
            self.quiet[act] = facts(folder), trace
        return self.quiet[act]


QUIET: dict[str, tuple[Facts, list[str]]] = {}


@pytest.fixture
def bench(nursery: Nursery, fresh: Callable[[], Path], made: tuple[Path, PretendOffice]) -> Bench:
    return Bench(nursery, fresh, made[1], QUIET)


@pytest.mark.parametrize("fault", FAULTS if STRIKES > 2 else ("full disk", "killed while writing"))
@pytest.mark.parametrize("act", [*ACTS, "restore"])
def test_whatever_fails_nothing_is_lost_or_half_and_the_act_can_be_done_again(
    bench: Bench, act: str, fault: str
) -> None:
    calls_of, error, ever_after = FAULTS[fault]
    after, trace = bench.undisturbed(act)
    for call, at in strikes(trace, calls_of, STRIKES):
        folder = bench.fresh()
        before = facts(folder)
        ended, _ = bench.nursery.act(act, folder, Fault(call, error, at, ever_after))
        assert ended in ((KILLED,) if error == "KILL" else (DONE, TOLD)), f"{act} at {call} {at}"
        now = facts(folder)
        assert now == after or (ended != DONE and between(act, before, now, after)), f"{act} at {call} {at}"
        no_half_file(folder, bench.office, killed=error == "KILL")
        if now != after:
            again(act, folder)
            assert facts(folder) >= after, f"{act} again, after {call} {at}"


def facts(folder: Path) -> Facts:
    """What the register says, after every page and the whole chain were looked at."""
    desk = open_desk(folder, WORLD, LOGIN)
    try:
        desk.care.check()
        with desk.seat.reading() as reading:
            letters = reading.overview.letters_over([1, 2], 9)
            numbers = [("number", kept.registration.number) for kept in reading.registrations.newest(9)]
            assert len(numbers) == len(set(numbers))
            return frozenset(
                [
                    *numbers,
                    *(("copy", copy.path.name) for copy in copies_in(folder / FOLDER)),
                    *(("prepared", line.id) for line in letters),
                    *(("printed", line.id) for line in letters if line.state == "printed"),
                    *(("draft", kept.draft_id) for kept in reading.drafts.all()),
                    *(("sent", bundle.seq) for bundle in reading.bundles.all() if bundle.state == "sealed"),
                    *(("receipt", receipt.number) for receipt in reading.receipts.all()),
                    ("epoch", reading.epoch()),
                ]
            )
    finally:
        desk.close()


def between(act: str, before: Facts, now: Facts, after: Facts) -> bool:
    """Nothing confirmed is gone and nothing came from nowhere; a register is put back whole or not at all."""
    return now == before if act == "restore" else before <= now <= after


def no_half_file(folder: Path, office: PretendOffice, killed: bool) -> None:
    """A bundle on the stick opens, a copy opens; what is half written is not called by a finished name."""
    stick = folder.parent / "usb"
    for path in stick.glob("GOI-*.mctt"):
        office.opened(path.read_bytes())
    assert killed or not list(stick.glob("*.part"))
    desk = open_desk(folder, WORLD, LOGIN)
    try:
        for copy in copies_in(folder / FOLDER):
            desk.care.compare(copy.path)
    finally:
        desk.close()


def again(act: str, folder: Path) -> None:
    """The same act, with nothing failing."""
    if act == "restore":
        take_back(folder, lambda: None)
        return
    desk = open_desk(folder, WORLD, LOGIN)
    try:
        ACTS[act](desk, folder.parent)
    finally:
        desk.close()
