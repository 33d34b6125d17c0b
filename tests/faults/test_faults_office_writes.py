"""A full disk, a failing one and a pulled plug under the office above: bundles and receipts are whole or not there.

The suite strikes at two calls of each fault; ENDURE=1 at every call (`make endure`).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from fault_desk import DONE, TOLD
from fault_office import OFFICE_ACTS, open_office
from faults import MOVES, SYNCS, WRITES, Fault, Nursery, strikes
from pretend_desk import PretendDesk, enrol, new_district

from district.upkeep import flaws

STRIKES = 10_000 if os.environ.get("ENDURE") else 2
LONG = 3_600 if os.environ.get("ENDURE") else 60
BUNDLES, LINES, KILLED = 2, 40, -9
FAULTS = {
    "full disk": (WRITES, "ENOSPC", True),
    "failing disk": (WRITES, "EIO", False),
    "failing sync": (SYNCS, "EIO", False),
    "killed while writing": (WRITES, "KILL", False),
    "killed while moving files": (MOVES, "KILL", False),
}
IN_SUITE = {"full disk": (("pwrite64",), "ENOSPC", True), "killed while writing": (("pwrite64",), "KILL", False)}


QUIET: dict[str, list[str]] = {}


@pytest.fixture(scope="module")
def desk_and_root(tmp_path_factory: pytest.TempPathFactory) -> tuple[PretendDesk, Path]:
    """An office and the stick of its desk."""
    root = tmp_path_factory.mktemp("struck")
    district = new_district(root / "office")
    desk = enrol(district, PretendDesk(), district.users.log_in("officer", "demo"))
    district.close()
    for folder in ("stick", "receipts"):
        (root / folder).mkdir()
    for number in range(BUNDLES):
        basis = len(desk.lines)
        for _ in range(LINES):
            desk.register_birth()
        (root / "stick" / f"{number:02d}.mctt").write_bytes(desk.bundle(basis))
    return desk, root


@pytest.mark.timeout(LONG)
@pytest.mark.parametrize("fault", FAULTS if STRIKES > 2 else IN_SUITE)
@pytest.mark.parametrize("act", OFFICE_ACTS)
def test_whatever_fails_under_the_office_it_is_whole_and_the_act_can_be_done_again(
    act: str, fault: str, nursery: Nursery, desk_and_root: tuple[PretendDesk, Path], tmp_path: Path
) -> None:
    desk, root = desk_and_root
    rounds = iter(range(100_000))

    def fresh() -> Path:
        return Path(shutil.copytree(root, tmp_path / str(next(rounds)))) / "office"

    if act not in QUIET:
        ended, QUIET[act] = nursery.act(act, fresh())
        assert ended == DONE
    calls, error, ever_after = (FAULTS if STRIKES > 2 else IN_SUITE)[fault]
    for call, at in strikes(QUIET[act], calls, STRIKES):
        folder = fresh()
        ended, _ = nursery.act(act, folder, Fault(call, error, at, ever_after))
        assert ended in ((KILLED,) if error == "KILL" else (DONE, TOLD)), f"{act} at {call} {at}"
        whole(folder, desk)
        expected = TOLD if act == "copy" and copied(folder) else DONE  # nothing is written over a copy
        assert nursery.plain(act, folder) == expected, f"{act} at {call} {at}"
        assert done(act, folder, desk), f"{act} again, after {call} {at}"


def whole(folder: Path, desk: PretendDesk) -> int:
    """How many lines the office holds: of whole bundles; its copy opens, the receipts on the stick are read."""
    for path in (folder.parent / "receipts").glob("*.mctt"):
        assert desk.read_receipt(Receipt(path.read_bytes())).upto
    if copied(folder):
        opened = open_office(folder.parent / "copy")
        assert flaws(opened) == ()
        opened.close()
    district = open_office(folder)
    with district.store.reading() as work:
        held = work.lines.head(desk.number)
    assert flaws(district) == ()
    district.close()
    assert held % LINES == 0
    return int(held)


class Receipt:
    """A receipt file as the desk gets it."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw


def copied(folder: Path) -> bool:
    return (folder.parent / "copy").exists()


def done(act: str, folder: Path, desk: PretendDesk) -> bool:
    """Whether all that the act is for stands there now."""
    if act == "copy":
        return copied(folder)
    # Told anew, a bundle whose lines are no longer the last ones gets a new receipt: there may be more than bundles.
    receipts = [Receipt(path.read_bytes()) for path in (folder.parent / "receipts").glob("*.mctt")]
    told = max(desk.read_receipt(receipt).upto for receipt in receipts)
    return whole(folder, desk) == told == BUNDLES * LINES
