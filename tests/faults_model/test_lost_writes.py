"""A power cut loses what was not synced: whatever is lost, everything confirmed is there and nothing is half.

Each act's own system calls are recorded once; then the disk is rebuilt as a cut at every sync and every rename may
leave it, and opened as the program does. The suite looks at some of these disks, ENDURE=1 at all (`make endure`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fault_desk import LOGIN, WORLD
from lost_acts import ACTS, DESK, NEW_PASSWORD, OFFICE, OFFICE_WORLD, STICK, WISHED, cheap_passwords
from lost_calls import Recorded, Recorder
from lost_disk import Loss, evenly, lay_out

from desk_app.db.keyring import STANDARD, Cost
from desk_app.house import Login, open_desk, set_up
from desk_app.services.copies import FOLDER, copies_in
from desk_app.services.desk import Desk
from desk_app.services.doorstep import is_set_up
from desk_app.services.printers import read_printers
from desk_app.services.trouble import Trouble
from desk_app.settings import read_settings
from district.house import open_district
from district.paths import Folder
from district.upkeep import flaws
from tools.pretend_office import PretendOffice

DISKS = 100_000 if os.environ.get("ENDURE") else 4
RUBBISH = bytes(range(256)) * 128
"""What may stand in the file that SQLite maps into memory."""

Facts = frozenset[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Disk:
    """One disk after a cut: the files, what was lost, how much had been confirmed."""

    files: dict[str, bytes]
    told: str
    confirmed: int


def disks(recorded: Recorded, most: int) -> Iterator[Disk]:
    """The disks that a cut may leave, each once; `most` of them spread over the whole act and its end."""
    model, seen = recorded.disk, set()
    ways = [(cut, loss) for cut in model.cuts() for loss in model.losses(cut)]
    for cut, loss in (ways[number] for number in evenly(range(len(ways)), most)):
        disk = Disk(model.after(cut, loss), told(cut, loss), model.marks(cut))
        known = (digest(disk.files), disk.confirmed)
        if known not in seen:
            seen.add(known)
            yield disk


def told(cut: int, loss: Loss) -> str:
    return f"cut before call {cut}, lost {sorted(loss.lost)}, torn {dict(loss.torn)}"


def digest(files: dict[str, bytes]) -> bytes:
    parts = (name.encode() + hashlib.sha256(raw).digest() for name, raw in sorted(files.items()))
    return hashlib.sha256(b"".join(parts)).digest()


def confirmed_disks(recorded: Recorded) -> list[dict[str, bytes]]:
    """The whole disk before the act and after each of its confirmations, nothing lost."""
    model = recorded.disk
    marks = [number for number, step in enumerate(model.steps) if step.call.kind == "mark"]
    return [model.after(cut, Loss()) for cut in (0, *marks)]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Lays a disk out and looks at it."""

    recorded: Recorded
    place: Path

    def facts(self, files: dict[str, bytes], look: Callable[[Path], Facts]) -> Facts:
        shutil.rmtree(self.place, ignore_errors=True)
        lay_out(files, self.recorded.root, self.place)
        if (self.place / DESK).is_dir():
            (self.place / DESK / "register.db-shm").write_bytes(RUBBISH)
        return look(self.place)


def look_at_disks(recorded: Recorded, place: Path, look: Callable[[Path], Facts], most: int = DISKS) -> None:
    """Hold every disk against what had been confirmed before the cut and what the act was at."""
    rebuilt, seen = Rebuilt(recorded, place), 0
    stages = [rebuilt.facts(files, look) for files in confirmed_disks(recorded)]
    assert len(set(stages)) > 1, "the act changed nothing that is looked at"
    for disk in disks(recorded, most):
        try:
            now = rebuilt.facts(disk.files, look)
        except Trouble as trouble:
            pytest.fail(f"{disk.told}: {trouble.code}")
        seen += 1
        earlier, later = stages[disk.confirmed], stages[min(disk.confirmed + 1, len(stages) - 1)]
        assert earlier & later <= now <= earlier | later, f"{disk.told}: {sorted(now ^ later, key=str)}"
    assert seen > 1


def opened(folder: Path) -> tuple[Desk, str]:
    """The desk, and the password that opened it."""
    try:
        return open_desk(folder, WORLD, LOGIN), LOGIN.password
    except Trouble as trouble:
        if trouble.code != "wrong-password":
            raise
    return open_desk(folder, WORLD, Login(LOGIN.user, NEW_PASSWORD)), NEW_PASSWORD


def desk_facts(root: Path, office: PretendOffice) -> Facts:
    """What stands on the disk of a desk, after every page and the whole chain were looked at."""
    desk, password = opened(root / DESK)
    try:
        desk.care.check()
        copies = copies_in(root / DESK / FOLDER)
        assert copies, "the older copy went before the newer one was there"
        for copy in copies:
            desk.care.compare(copy.path)
        facts = frozenset([("password", password), ("phone", desk.settings.all().phone), *register_facts(desk)])
    finally:
        desk.close()
    for path in (root / STICK).glob("*.mctt"):
        office.opened(path.read_bytes())
    return facts | {("type", read_settings(root / DESK).percent), ("printer", read_printers(root / DESK).last)}


def register_facts(desk: Desk) -> Iterator[tuple[object, ...]]:
    with desk.seat.reading() as reading:
        numbers = [kept.registration.number for kept in reading.registrations.newest(9)]
        assert len(numbers) == len(set(numbers))
        yield from (("number", number) for number in numbers)
        yield from (("letter", line.id, line.state) for line in reading.overview.letters_over([1, 2, 3], 9))
        yield from (("draft", kept.draft_id) for kept in reading.drafts.all())
        yield from (("sent", bundle.seq) for bundle in reading.bundles.all() if bundle.state == "sealed")
        yield from (("receipt", receipt.number) for receipt in reading.receipts.all())
        yield ("copied", reading.office.get("last-copied-line"))
        yield ("epoch", reading.epoch())


@pytest.mark.parametrize("act", [act for act in ACTS if act != "leave"])
def test_nothing_confirmed_is_lost_with_what_was_not_synced(
    recorder: Recorder, lost_copy: Callable[[], Path], lost_office: PretendOffice, tmp_path: Path, act: str
) -> None:
    recorded = recorder.record(act, lost_copy())
    look_at_disks(recorded, tmp_path / "rebuilt", lambda root: desk_facts(root, lost_office))


def test_closing_the_desk_loses_nothing_either(
    recorder: Recorder, lost_copy: Callable[[], Path], lost_office: PretendOffice, tmp_path: Path
) -> None:
    recorded = recorder.record("leave", lost_copy())
    look_at_disks(recorded, tmp_path / "rebuilt", lambda root: desk_facts(root, lost_office), DISKS + 5)


def test_a_register_is_put_back_whole_or_not_at_all_and_the_other_lies_aside(
    recorder: Recorder, lost_copy: Callable[[], Path], lost_office: PretendOffice, tmp_path: Path
) -> None:
    def look(root: Path) -> Facts:
        now = desk_facts(root, lost_office)
        asides = list((root / DESK).glob("truoc-khoi-phuc_*"))
        epochs = {value for name, *rest in now if name == "epoch" for value in rest}
        assert (epochs == {2}) == bool(asides), "the register that was in use went nowhere"
        for aside in asides:
            older = open_desk(aside, WORLD, LOGIN)
            older.care.check()
            older.close()
        return frozenset([("whole", now)])

    recorded = recorder.record("restore", lost_copy())
    look_at_disks(recorded, tmp_path / "rebuilt", look, DISKS + 5)


@pytest.fixture
def cheap() -> Iterator[None]:
    dear = Cost(STANDARD.memory_kib, STANDARD.passes, STANDARD.lanes)
    cheap_passwords()
    yield
    for name in ("memory_kib", "passes", "lanes"):
        object.__setattr__(STANDARD, name, getattr(dear, name))


@pytest.mark.usefixtures("cheap")
def test_a_set_up_that_was_cut_off_is_begun_again_and_a_finished_one_opens(recorder: Recorder, tmp_path: Path) -> None:
    def look(root: Path) -> Facts:
        folder = root / DESK
        if not is_set_up(folder):
            set_up(folder, WORLD, LOGIN, WISHED)
            return frozenset()
        desk = open_desk(folder, WORLD, LOGIN)
        desk.care.check()
        desk.close()
        return frozenset([("set up",)])

    root = tmp_path / "root"
    root.mkdir()
    look_at_disks(recorder.record("found", root), tmp_path / "rebuilt", look)


def test_a_district_holds_whole_bundles_and_all_that_it_confirmed(
    recorder: Recorder, district_made: tuple[Path, int], tmp_path: Path
) -> None:
    made, number = district_made

    def look(root: Path) -> Facts:
        district = open_district(Folder(root / OFFICE), None, OFFICE_WORLD)
        try:
            assert flaws(district) == ()
            with district.store.reading() as work:
                return frozenset(("line", position) for position in range(work.lines.head(number)))
        finally:
            district.close()

    root = Path(shutil.copytree(made, tmp_path / "root"))
    look_at_disks(recorder.record("take_in", root), tmp_path / "rebuilt", look)
