"""The plug of the office above is pulled at any moment: taking bundles in, ending a fork, copying the whole office."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from fault_office import open_office
from kills import Killer
from pretend_desk import PretendDesk, document_of, enrol, new_district, state_of

from district.house import District
from district.upkeep import flaws

ROUNDS = 70 if os.environ.get("ENDURE") else 3
LONG = 1_800 if os.environ.get("ENDURE") else 60
BUNDLES, LINES = 8, 24


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, PretendDesk]:
    """An office, a desk of it, a stick with eight bundles, and one more from another history."""
    root = tmp_path_factory.mktemp("office")
    district = new_district(root / "office")
    desk = enrol(district, PretendDesk(), district.users.log_in("officer", "demo"))
    district.close()
    (root / "stick").mkdir()
    for number in range(BUNDLES):
        basis = len(desk.lines)
        for serial in range(LINES // 2):
            desk.register_birth()
            desk.prepare_letter(number * LINES + serial)
        (root / "stick" / f"{number:02d}.mctt").write_bytes(desk.bundle(basis))
    return root, desk


@pytest.fixture
def fresh_office(post: tuple[Path, PretendDesk], tmp_path: Path) -> Callable[[], Path]:
    """A copy of all of it; gives the office's folder."""
    rounds = iter(range(10_000))
    return lambda: Path(shutil.copytree(post[0], tmp_path / str(next(rounds)))) / "office"


def taken(district: District) -> set[str]:
    """The bundles that are held, once every line was looked at: whole, in order, and nothing of the next one."""
    assert flaws(district) == ()
    with district.store.reading() as work:
        (desk,) = work.desks.all()
        held = [bundle for bundle in work.bundles.of_desk(desk.number) if bundle.verdict == "accepted"]
        assert work.lines.head(desk.number) == len(held) * LINES
    return {f"{bundle.seq - 1:02d}" for bundle in held}


@pytest.mark.timeout(LONG)
def test_an_office_killed_while_it_takes_bundles_in_holds_them_whole_and_answers_again(
    killer: Killer, post: tuple[Path, PretendDesk], fresh_office: Callable[[], Path]
) -> None:
    folder, confirmed, moments = fresh_office(), set[str](), Random("importing")
    for _ in range(ROUNDS):
        said = killer.strike("importing", folder, moments.uniform(0, 0.35))
        assert {verdict for _, verdict in said} <= {"accepted", "already-accepted"}
        confirmed |= {name for name, _ in said}
        district = open_office(folder)
        held = taken(district)
        district.close()
        assert confirmed <= held
        if len(held) == BUNDLES:
            every_receipt_reads(folder, post[1])
            folder, confirmed = fresh_office(), set()
    assert len(killer.finish("importing", folder)) == BUNDLES
    every_receipt_reads(folder, post[1])


def every_receipt_reads(folder: Path, desk: PretendDesk) -> None:
    """No receipt's number was given twice, and the newest tells of all lines."""
    district = open_office(folder)
    sitting = district.sitting(district.users.log_in("officer", "demo"))
    handed = [sitting.receive(path.read_bytes()).receipt for path in sorted((folder.parent / "stick").glob("*.mctt"))]
    receipts = [desk.read_receipt(one) for one in handed if one]
    district.close()
    assert len({(receipt.number, receipt.bundle) for receipt in receipts}) == len({one.number for one in receipts})
    assert max(receipt.upto for receipt in receipts) == BUNDLES * LINES


@pytest.mark.timeout(LONG)
def test_an_office_killed_while_a_fork_is_ended_stands_before_or_after_it(
    killer: Killer, post: tuple[Path, PretendDesk], fresh_office: Callable[[], Path]
) -> None:
    folder, moments = fresh_office(), Random("settling")
    killer.finish("importing", folder)
    common = BUNDLES * LINES - 30
    other = replace(post[1], lines=post[1].lines[:common])
    other.register_birth(on="2026-10-09")
    district = open_office(folder)
    sitting = district.sitting(district.users.log_in("officer", "demo"))
    assert sitting.receive(other.bundle()).verdict == "forked"
    before = state_of(district)
    district.close()
    (folder.parent / "fork").write_text(f"{post[1].number} {common}", encoding="ascii")
    for round_ in range(ROUNDS):
        place = Path(shutil.copytree(folder.parent, folder.parents[1] / f"fork-{round_}")) / "office"
        said = killer.strike("settling", place, moments.uniform(0, 0.12))
        district = open_office(place)
        with district.store.reading() as work:
            mine, forked = work.lines.head(post[1].number), work.bundles.get(document_of(other))
        assert flaws(district) == ()
        assert (mine == common + 1 and forked and forked.verdict == "accepted") or (state_of(district) == before)
        assert mine == common + 1 or not said
        district.close()


@pytest.mark.timeout(LONG)
def test_a_copy_of_the_office_is_whole_or_absent_whenever_it_was_cut_off(
    killer: Killer, fresh_office: Callable[[], Path]
) -> None:
    folder, moments = fresh_office(), Random("copying")
    killer.finish("importing", folder)
    for _ in range(ROUNDS):
        said = killer.strike("copying the office", folder, moments.uniform(0, 0.4))
        copies = [path for path in (folder.parent / "copies").glob("*") if path.suffix != ".part"]
        assert {name for _, name in said} <= {path.name for path in copies}
        for copy in copies:
            district = open_office(copy)
            assert taken(district) == {f"{number:02d}" for number in range(BUNDLES)}
            assert district.users.log_in("officer", "demo").open_secrets()
            district.close()
        shutil.rmtree(folder.parent / "copies", ignore_errors=True)
