"""Taking a restored register into use: cut at any rename, one of the two is in place and the other lies whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from db_child import save

from desk_app.db.backup import put_back
from desk_app.db.keyring import Keyring, recovery_code
from desk_app.db.lock import RegisterLock
from desk_app.db.register import Register
from desk_app.db.swap import PLAN_FILE, finish_swap, swap_in
from desk_app.db.trouble import RegisterTrouble

ROOT = Path(__file__).parents[2]
NEW, OLD = "khoi-phuc", "truoc-khoi-phuc"
SWAP = "import sys; from desk_app.db import swap; swap.swap_in(swap.Path(sys.argv[1]), *sys.argv[2:])"
RENAMES = 8
"""The plan and its second copy, then register, keyring and its second copy: each goes and each comes."""
IN_USE, COPIED = 2, 1
"""Registrations in the register in use, and in the copy that takes its place."""


@pytest.fixture
def two(folder: Path, key: bytes, tmp_path: Path) -> Path:
    """A register in use, and an older copy of it that waits in a subfolder."""
    register = Register.open(folder, key, os.urandom)
    Keyring(folder, os.urandom).found(register.identity.register_id, key, recovery_code(os.urandom))
    save(register)
    register.backup_to(tmp_path / "copy.db")
    save(register)
    register.close()
    put_back(tmp_path / "copy.db", folder / NEW, key)
    Keyring(folder, os.urandom).copy_for_backup(folder / NEW)
    return folder


def saved(folder: Path, key: bytes) -> int:
    register = Register.open(folder, key, os.urandom)
    try:
        register.check()
        with register.reading() as reading:
            return len(reading.registrations.newest(9))
    finally:
        register.close()


def test_the_copy_is_in_use_afterwards_and_the_other_lies_aside_whole(two: Path, key: bytes) -> None:
    aside = swap_in(two, NEW, OLD)
    assert (saved(two, key), saved(aside, key)) == (COPIED, IN_USE)
    assert Keyring(two, os.urandom).register_id() == Keyring(aside, os.urandom).register_id()
    assert not finish_swap(two), "nothing is left to do"


@pytest.mark.parametrize("cut_at", range(1, RENAMES + 2))
def test_killed_at_any_rename_the_next_start_brings_it_to_an_end(two: Path, key: bytes, cut_at: int) -> None:
    killed = f"inject=rename,renameat,renameat2:signal=SIGKILL:when={cut_at}"
    command = ["strace", "-f", "-e", "trace=rename,renameat,renameat2", "-e", killed, "-o", os.devnull]
    done = subprocess.run(
        [*command, sys.executable, "-c", SWAP, str(two), NEW, OLD],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
    )
    whole = cut_at > RENAMES
    assert (done.returncode == 0) == whole, "killed, as long as there was a rename to be killed at"
    begun = (two / PLAN_FILE).exists()
    assert finish_swap(two) == begun
    if begun or whole:
        assert (saved(two, key), saved(two / OLD, key)) == (COPIED, IN_USE)
    else:
        assert (saved(two, key), saved(two / NEW, key)) == (IN_USE, COPIED)


def test_a_disk_that_refuses_a_rename_is_told_as_work_left_to_the_next_start(two: Path, key: bytes) -> None:
    refused = "inject=rename,renameat,renameat2:error=EIO:when=3"
    command = ["strace", "-f", "-e", "trace=rename,renameat,renameat2", "-e", refused, "-o", os.devnull]
    done = subprocess.run(
        [*command, sys.executable, "-c", SWAP, str(two), NEW, OLD],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "swap-unfinished" in done.stderr
    assert finish_swap(two)
    assert (saved(two, key), saved(two / OLD, key)) == (COPIED, IN_USE)


def test_a_plan_that_comes_to_light_again_leaves_the_new_register_its_log(two: Path, key: bytes) -> None:
    """Its removal was the last thing before the power went."""
    plan = f'{{"restored": "{NEW}", "aside": "{OLD}"}}'
    swap_in(two, NEW, OLD)
    (two / "register.db-wal").write_bytes(b"saved after the exchange")
    (two / PLAN_FILE).write_text(plan, encoding="utf-8")
    assert finish_swap(two)
    assert (two / "register.db-wal").read_bytes() == b"saved after the exchange"
    assert not (two / OLD / "register.db-wal").exists()


def test_a_register_in_use_is_not_taken_away(two: Path, key: bytes) -> None:
    lock = RegisterLock(two, "lan")
    lock.take()
    with pytest.raises(RegisterTrouble) as refused:
        swap_in(two, NEW, OLD)
    lock.let_go()
    assert refused.value.code == "register-locked"
    assert saved(two, key) == IN_USE


def test_a_plan_that_points_elsewhere_is_not_carried_out(two: Path, key: bytes) -> None:
    (two / PLAN_FILE).write_text('{"restored": "../x", "aside": "y"}', encoding="utf-8")
    with pytest.raises(RegisterTrouble) as refused:
        finish_swap(two)
    assert refused.value.code == "swap-plan-damaged"
    (two / PLAN_FILE).unlink()
    assert saved(two, key) == IN_USE


def test_without_a_register_waiting_nothing_is_moved(two: Path, key: bytes) -> None:
    with pytest.raises(RegisterTrouble) as refused:
        swap_in(two, "không có", OLD)
    assert refused.value.code == "register-missing"
    assert saved(two, key) == IN_USE
