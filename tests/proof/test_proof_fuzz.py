"""A short run of `make fuzz` over every kind of file, and that the fuzzer would tell if something broke."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import pytest

from exchange.verdicts import VERDICTS
from tools.fuzz import __main__ as command
from tools.fuzz.makers import Bent
from tools.fuzz.runs import fuzz
from tools.fuzz.targets import Target, targets_in

LONG = bool(os.environ.get("ENDURE"))
FILES = 60_000 if LONG else 250


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Target]]:
    with targets_in(tmp_path_factory.mktemp("fuzz") / "office") as found:
        yield found


def test_bent_files_of_every_kind_meet_a_named_verdict_change_nothing_or_are_the_genuine_ones(
    targets: Mapping[str, Target], tmp_path: Path
) -> None:
    run = fuzz(targets, 7, lambda run: run.executions < FILES, tmp_path / "crashes")
    assert not run.broken, run.told()["broken"]
    assert run.executions == FILES
    assert {name for name, _, _ in run.met} == set(targets)
    met = run.verdicts().keys() & set(VERDICTS)
    assert {"accepted", "already-accepted", "waiting", "forked", "damaged", "not-a-bundle"} - met <= {
        "already-accepted"
    }
    assert not (tmp_path / "crashes").exists()


def test_the_same_seed_bends_the_same_files(targets: Mapping[str, Target], tmp_path: Path) -> None:
    seen: list[list[bytes]] = [[], []]
    for kept in seen:
        card = targets["card"]
        told = {"card": Target(card.make, lambda one, kept=kept: kept.append(one.raw) or "opened")}
        fuzz(told, 11, lambda run: run.executions < 20, tmp_path)
    assert seen[0] == seen[1]
    assert len(set(seen[0])) > 10


def test_what_breaks_is_kept_as_a_file_once_for_each_place_and_told_by_the_exit_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def make(dice: Random) -> Bent:
        return Bent("file", dice.randbytes(40), b"")

    def look(one: Bent) -> str:
        if one.raw[0] > 127:
            raise IndexError(one.raw[0])
        return "damaged: none"

    monkeypatch.setattr("tools.fuzz.runs.SECONDS_FOR_ONE", 60)
    monkeypatch.setattr(command, "targets_in", _only(Target(make, look)))
    words = ["--files", "30", "--seed", "1", "--out", str(tmp_path / "out")]
    assert command.main(words) == 1
    (kept,) = (tmp_path / "out").glob("crash-*.mctt")
    assert kept.read_bytes()[0] > 127
    assert "IndexError" in kept.with_suffix(".txt").read_text(encoding="utf-8")
    assert "broken: told: IndexError" in capsys.readouterr().out
    monkeypatch.setattr(command, "targets_in", _only(Target(make, lambda one: "damaged: none")))
    assert command.main(words) == 0


def test_a_file_that_keeps_the_program_busy_is_told_as_hung(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(one: Bent) -> str:
        while one:
            pass
        return ""

    monkeypatch.setattr("tools.fuzz.runs.SECONDS_FOR_ONE", 0.05)
    run = fuzz({"told": Target(lambda dice: Bent("file", b"x", b""), busy)}, 1, lambda run: not run.met, tmp_path)
    assert [place.split(" at ")[0] for place in run.broken] == ["told: Hung"]


def _only(target: Target) -> object:
    from contextlib import contextmanager

    @contextmanager
    def found(_: Path) -> Iterator[Mapping[str, Target]]:
        yield {"told": target}

    return found
