"""An upgrade under a full disk and a pulled plug, made by the system: the old register or the new one, never neither.

The suite strikes four times in all; ENDURE=1 at every call (`make endure`). There too the program that left the
register is fetched from history and asked to open what the next one made of it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from released_folder import TESTS, VERSIONS, Released
from tomorrow import steps_of_tomorrow

from desk_app.db import migrate, rows
from tools.release_file.stage import ADMINISTRATOR, PASSWORD

sys.path.append(str(TESTS / "faults"))
from faults import SYNCS, WRITES, Fault, Nursery, strikes

ENDURES = bool(os.environ.get("ENDURE"))
STRIKES = 10_000 if ENDURES else 2
PULLED = (*WRITES, *SYNCS) if ENDURES else ("pwrite64",)
FILLED = WRITES if ENDURES else ("pwrite64",)
KILLED, DONE, TOLD = -9, 0, 3


class Tomorrow(Nursery):
    """Tomorrow's program, opening a folder in a process of its own, under faults."""

    def __init__(self, steps: str) -> None:
        path = os.pathsep.join(map(str, (TESTS.parent, TESTS / "db", TESTS / "faults", TESTS / "services")))
        self._process = subprocess.Popen(
            [sys.executable, str(TESTS / "db" / "upgrade_child.py"), steps],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        )


@pytest.fixture
def tomorrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tomorrow]:
    """The next program: here, and in processes that may be struck."""
    steps = str(steps_of_tomorrow(tmp_path))
    started = Tomorrow(steps)
    monkeypatch.setattr(migrate, "SCRIPTS", steps)
    monkeypatch.setattr(rows, "SCHEMA", rows.SCHEMA + 1)
    yield started
    started.close()


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("version", VERSIONS)
def test_an_upgrade_struck_at_any_call_leaves_the_old_register_or_the_new_one_and_is_done_again(
    version: str, tomorrow: Tomorrow, tmp_path: Path
) -> None:
    rounds = iter(range(100_000))

    def fresh() -> Released:
        return Released(version, tmp_path / str(next(rounds)))

    ended, quiet = tomorrow.act("upgrade", fresh().folder)
    assert ended == DONE
    for call, at in strikes(quiet, PULLED, STRIKES):
        strike(tomorrow, fresh, Fault(call, "KILL", at))
    for call, at in strikes(quiet, FILLED, STRIKES):
        strike(tomorrow, fresh, Fault(call, "ENOSPC", at, ever_after=True))


def strike(program: Tomorrow, fresh: Callable[[], Released], fault: Fault) -> None:
    register = fresh()
    left = register.schema()
    ended, _ = program.act("upgrade", register.folder, fault)
    full = fault.error == "ENOSPC"
    assert ended in ((DONE, TOLD) if full else (KILLED,)), fault
    assert register.schema() in (left, rows.SCHEMA), fault
    assert not (full and ended == TOLD and register.upgrade_copies()), fault
    assert register.changed() == [], fault


def commit_of(version: str) -> str:
    """The commit in which the folder came: its code is what made it."""
    kept = f"tests/db/released/{version}/seen.json"
    asked = ["git", "log", "--diff-filter=A", "--format=%H", "--", kept]
    return subprocess.run(asked, cwd=TESTS.parent, capture_output=True, text=True, check=True).stdout.split()[-1]


def ask(program: Path, register: Released) -> dict[str, Any]:
    """What the command line of another program says when it is asked to check the register."""
    command = [sys.executable, "-m", "desk_app.cli", "--data", str(register.folder), "--now", register.keys["now"]]
    login = {"DESK_USER": ADMINISTRATOR, "DESK_PASSWORD": PASSWORD, "PYTHONUTF8": "1"}
    told = subprocess.run(
        [*command, "--json", "check"], cwd=program, env=os.environ | login, capture_output=True, encoding="utf-8"
    )
    said: dict[str, Any] = json.loads(told.stdout or told.stderr)
    return said


if ENDURES:

    @pytest.mark.timeout(600)
    @pytest.mark.parametrize("version", VERSIONS)
    def test_the_old_program_itself_refuses_what_the_next_one_made_of_its_register(
        version: str, tomorrow: Tomorrow, tmp_path: Path
    ) -> None:
        old = tmp_path / "chương trình cũ"
        git = ["git", "-C", str(TESTS.parent), "worktree"]
        subprocess.run([*git, "add", "--detach", str(old), commit_of(version)], check=True, capture_output=True)
        try:
            register = Released(version, tmp_path / "bản")
            assert ask(old, register)["lines"]
            assert register.changed() == []
            before = register.files()
            assert ask(old, register)["trouble"]["code"] == "register-newer"
            assert register.files() == before
            assert register.changed() == []
        finally:
            subprocess.run([*git, "remove", "--force", str(old)], check=True, capture_output=True)
