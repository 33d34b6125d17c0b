"""An old backup is put back and work goes on under the same numbers: both programs by their command lines, recounted.

What both sides ought to say is counted from a plain list of what people did; nothing of the importer is used for it.
"""

from __future__ import annotations

import json
import secrets
import shutil
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cheap_passwords import cheapen
from click.testing import CliRunner

from desk_app.cli.commands import main as desk_cli
from district.cli.commands import main as district_cli
from district.house import World, make_district
from district.keyring import Cost
from district.paths import Folder
from district.store.office import OfficeFacts
from district.users import Newcomer

PASSWORDS = {"DESK_USER": "clerk", "DESK_PASSWORD": "demo", "DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"}
UNIT = "26461"


@dataclass
class Road:
    """One desk, the office above, and the plain list of what happened: (event, day of registration) of what stands."""

    folder: Path
    day: int = 2
    stands: list[tuple[str, str]] = field(default_factory=list)
    names: int = 0

    def run(self, cli: Any, place: str, *words: object, status: int = 0) -> Any:
        line = ["--data", str(self.folder / place), "--now", f"2026-11-{self.day:02}T09:30", *map(str, words), "--json"]
        result = CliRunner().invoke(cli, line, env=PASSWORDS)
        assert result.exit_code == status, result.output
        return json.loads(result.stdout)

    def desk(self, *words: object, status: int = 0) -> Any:
        return self.run(desk_cli, "desk", *words, status=status)

    def above(self, *words: object, status: int = 0) -> Any:
        return self.run(district_cli, "above", *words, status=status)

    def birth(self, day: int) -> int:
        """A birth is registered on that day of November."""
        self.names += 1
        draft = {
            "child_name": f"Lê {self._name()}",
            "born": f"0{day}/11/2026",
            "mother_name": f"Trần Thị {self._name()}",
            "registered_on": f"0{day}/11/2026",
            "reasons": {"looks-alike": "hai cháu khác nhau"},
        }
        path = self.folder / "draft.json"
        path.write_text(json.dumps(draft), encoding="utf-8")
        entered = self.desk("enter", "birth", path)
        self.stands.append(("birth", f"2026-11-0{day}"))
        return int((entered[0] if isinstance(entered, list) else entered)["id"])

    def _name(self) -> str:
        return "".join("abcdefghij"[int(digit)] for digit in f"{self.names:03}").capitalize()

    def letter(self, record: int, *, give: bool) -> str:
        told = self.desk("letter", record, "--out", self.folder / "thu.pdf")
        self.desk("printed", told["letter"])
        if give:
            self.desk("delivered", told["letter"], "--way", "counter", "--reaction", "good")
        return str(told["code"])

    def export(self, *words: str, status: int = 0) -> Any:
        return self.desk("export", "--out", self.folder / "usb", "--period", "2026-11", *words, status=status)

    def import_(self, file: str, status: int = 0) -> dict[str, Any]:
        (row,) = self.above("import", file, "--receipts", self.folder / "bn", status=status)
        return dict(row)

    def receipt(self) -> Path:
        """The newest receipt in the folder."""
        return max((self.folder / "bn").glob("BN-*.mctt"), key=lambda path: int(path.stem.rpartition("-")[2]))

    def counts(self) -> int:
        return int(self.above("report", "2026-11")["events"]["birth"])


@pytest.fixture(scope="session")
def tied_road(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("road")
    road = Road(folder)
    road.desk("setup", "--unit", UNIT, "--leader", "Phạm Quốc Thịnh")
    cheapen(folder / "desk", "clerk", "demo")
    facts = OfficeFacts("75", "gopy.example", "", "2026-11-01", True, 5)
    world = World(lambda: datetime(2026, 11, 2, 2, 30, tzinfo=UTC), secrets.token_bytes)
    first = Newcomer("officer", "administrator", "demo")
    make_district((Folder(folder / "above"), None), world, facts, first, Cost(memory=64, passes=1, lanes=1)).close()
    road.desk("card", "--out", folder / "THE.mctt")
    road.above("enrol", folder / "THE.mctt", "--profile", "figures", "--out", folder / "KHOA.mctt")
    road.desk("enrol", folder / "KHOA.mctt")
    return folder


@pytest.fixture
def road(tied_road: Path, tmp_path: Path) -> Road:
    return Road(Path(shutil.copytree(tied_road, tmp_path / "road")))


def put_back(road: Road, copy: Path) -> None:
    """The old file is laid over the register by hand, as people do."""
    shutil.copy(copy, road.folder / "desk" / "register.db")
    for left in ("register.db-wal", "register.db-shm"):
        (road.folder / "desk" / left).unlink(missing_ok=True)


def settle_first_fork(road: Road) -> Any:
    """The new bundle is forked; a person looks, sees what the desk lacks, and sets it aside with a reason."""
    forked = road.import_(road.export()["file"], status=1)
    assert forked["verdict"] == "forked"
    assert road.counts() == 3, "nothing of two histories is mixed"
    assert road.above("status")["desks"][0]["forked"] == 1
    found = road.above("fork", 1)
    assert (found["forked"], found["backup_date"]) == (True, "2026-11-02")
    lacks = {(row["kind"], row["event"]): row["n"] for row in found["lacks"]}
    assert lacks["registered", "birth"] == 2
    assert lacks["letter-delivered", "birth"] == 1
    assert len(found["serials"]) == 1
    words = ("--after", found["after"], "--reason", "hỏng ổ đĩa", "--receipts", road.folder / "bn")
    settled = road.above("settle", 1, *words)
    assert settled["set_aside"] > 2
    return settled


def test_an_old_backup_is_put_back_and_everything_is_found_again_and_counted_once(road: Road) -> None:
    first = road.birth(2)
    old_code = road.letter(first, give=True)
    road.import_(road.export()["file"])
    road.desk("receive", road.receipt())
    shutil.copy(road.folder / "desk" / "register.db", road.folder / "old.db")
    at_copy = list(road.stands)

    # two days of work that the copy does not know, one of its letters in a family's hands
    road.day = 4
    lost = [road.birth(3), road.birth(4)]
    lost_code = road.letter(lost[0], give=True)
    late_stick = shutil.copy(road.export()["file"], road.folder / "late.mctt")
    road.import_(late_stick)
    assert road.counts() == 3

    road.day = 5
    put_back(road, road.folder / "old.db")
    road.stands = at_copy
    refused = road.export(status=2)
    assert refused["trouble"]["code"] == "receipt-owed"
    told = road.desk("receive", road.receipt())
    assert told["beyond"]["held"] > told["beyond"]["ours"], "the level above holds lines that this register lost"
    assert told["beyond"]["since"] == "2026-11-02"
    new = road.birth(5)
    new_code = road.letter(new, give=False)
    assert new_code not in (old_code, lost_code)

    settled = settle_first_fork(road)
    assert road.counts() == Counter(event for event, _ in road.stands)["birth"] == 2

    got = road.desk("receive", settled["receipt"])
    assert (got["verdict"], got["beyond"]) == ("accepted", None)
    waiting = road.desk("lacking")
    assert Counter(row["kind"] for row in waiting) == {"registered": 2, "letter": 1}
    assert {row["on"] for row in waiting if row["kind"] == "registered"} == {"03/11/2026", "04/11/2026"}

    # from the paper book, under the same days: ticked off without anybody saying so
    for day in (3, 4):
        road.birth(day)
    assert [row["kind"] for row in road.desk("lacking")] == ["letter"]
    road.import_(road.export()["file"])
    road.desk("receive", road.receipt())
    assert road.counts() == Counter(event for event, _ in road.stands)["birth"] == 4
    ours, theirs = road.desk("report", "2026-11", "--out", road.folder / "r.json"), road.above("report", "2026-11")
    assert {name: theirs[name] for name in ("events", "letters")} == {
        name: ours[name] for name in ("events", "letters")
    }

    again = road.import_(str(late_stick))
    assert again["verdict"] == "already-accepted"
    assert "đã để riêng" in again["sentence"]
    assert road.counts() == 4
    assert road.above("fork", 1)["settled"][0]["reason"] == "hỏng ổ đĩa"


def test_a_copy_that_the_level_above_does_not_surpass_goes_on_smoothly(road: Road) -> None:
    road.birth(2)
    road.import_(road.export()["file"])
    road.desk("receive", road.receipt())
    shutil.copy(road.folder / "desk" / "register.db", road.folder / "old.db")
    road.birth(2)
    put_back(road, road.folder / "old.db")
    road.stands.pop()
    bundle = road.export("--no-newer-receipt", "chị Lan ở tỉnh trả lời sáng nay")
    assert road.import_(bundle["file"])["verdict"] == "accepted"
    assert road.above("fork", 1)["forked"] is False
    got = road.desk("receive", road.receipt())
    assert (got["upto"], got["beyond"], got["lacking"]) == (bundle["head"], None, 0)
    assert road.counts() == 1


@pytest.mark.parametrize("witness", ["copied along", "deleted"])
def test_without_the_marker_the_receipt_is_the_witness(road: Road, witness: str) -> None:
    road.birth(2)
    road.desk("report", "2026-11", "--out", road.folder / "r.json")
    kept = {name: (road.folder / "desk" / name).read_bytes() for name in ("register.db", "register.marker")}
    road.birth(2)
    road.import_(road.export()["file"])
    for name, raw in kept.items():
        (road.folder / "desk" / name).write_bytes(raw)
    if witness == "deleted":
        (road.folder / "desk" / "register.marker").unlink()
    road.stands.pop()
    told = road.desk("receive", road.receipt())
    assert told["restored"] == 2, "nobody else could know"
    assert told["beyond"]["held"] > told["beyond"]["ours"]
    forked = road.import_(road.export()["file"], status=1)
    assert forked["verdict"] == "forked"
    after = road.above("fork", 1)["after"]
    done = road.above("settle", 1, "--after", after, "--reason", "chép đè", "--receipts", road.folder / "bn")
    road.desk("receive", done["receipt"])
    assert road.counts() == 1
    assert len(road.desk("lacking")) == 1


def test_keys_are_changed_in_the_middle_of_a_month_and_a_copy_of_before_asks_for_another_change(road: Road) -> None:
    """Both programs by their command lines: no bundle of the time between is refused."""
    card, tie = road.folder / "THE-2.mctt", road.folder / "KHOA-2.mctt"
    road.birth(2)
    assert road.desk("card", "--new-keys", "--out", card)["changing"]
    number = road.above("enrol", card, "--profile", "figures", "--out", tie)["desk"]
    assert road.import_(road.export()["file"])["verdict"] == "accepted", "the desk has not changed over yet"
    copy = road.folder / "older.db"
    shutil.copy(road.folder / "desk" / "register.db", copy)
    assert road.desk("enrol", tie)["desk"] == number
    road.birth(2)
    assert road.import_(road.export()["file"])["verdict"] == "accepted"
    assert (road.counts(), road.desk("receive", road.receipt())["verdict"]) == (2, "accepted")
    put_back(road, copy)
    road.birth(2)
    assert road.import_(road.export("--no-newer-receipt", "chị Lan")["file"], status=1)["verdict"] == "unknown-sender"
    road.desk("card", "--new-keys", "--out", card)
    assert road.above("enrol", card, "--profile", "figures", "--out", tie)["desk"] == number
    road.desk("enrol", tie)
    assert road.import_(road.export()["file"], status=1)["verdict"] == "forked"
