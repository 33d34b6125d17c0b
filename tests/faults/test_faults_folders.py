"""Folders that only read, a stick that is pulled, files that another program holds: a sentence, nothing truncated."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fault_desk import ACTS, DONE, LOGIN, SMALL_ACTS, TOLD, WORLD
from faults import ROOT, Fault, Nursery
from test_faults_writes import facts, no_half_file

from desk_app.db.backup import REGISTER_FILE
from desk_app.db.keyring import Keyring
from desk_app.db.lock import LOCK_FILE
from desk_app.house import open_desk
from desk_app.services.trouble import Trouble
from desk_app.ui.told import sentence_of
from exchange.card import read_card
from tools.pretend_office import PretendOffice

ENDURE = bool(os.environ.get("ENDURE"))
READABLE = stat.S_IRUSR | stat.S_IRGRP


def shut(*paths: Path) -> None:
    """From now on these only read."""
    for path in paths:
        path.chmod(READABLE | stat.S_IXUSR if path.is_dir() else READABLE)


def reopen(*paths: Path) -> None:
    """They take files and bytes again."""
    for path in paths:
        path.chmod(stat.S_IRWXU if path.is_dir() else stat.S_IRUSR | stat.S_IWUSR)


def whole(folder: Path) -> list[Path]:
    """The folder and everything in it."""
    return [folder, *sorted(folder.rglob("*"))]


WRITING_BESIDE = ("settings", "printers", "password", "backup", "log", "leave")


@pytest.mark.parametrize("act", [*ACTS, *SMALL_ACTS, "restore"] if ENDURE else WRITING_BESIDE)
def test_a_folder_that_only_reads_from_now_on_is_told_and_what_was_saved_stays(
    act: str, nursery: Nursery, fresh: Callable[[], Path]
) -> None:
    folder = fresh()
    before = facts(folder)
    ended, _ = nursery.act(act, folder, meanwhile=lambda: shut(*whole(folder)))
    reopen(*whole(folder))
    assert ended in ((DONE,) if act in ("log", "leave") else (DONE, TOLD))
    assert ended == TOLD or act not in ("settings", "printers", "password", "backup")
    assert before <= facts(folder)
    assert not list(folder.glob("*.part"))


CLOSED: dict[str, Callable[[Path], list[Path]]] = {
    "everything": whole,
    "folder": lambda folder: [folder],
    "register": lambda folder: [folder / REGISTER_FILE],
    "lock": lambda folder: [folder / LOCK_FILE],
}


@pytest.mark.parametrize("what", CLOSED)
def test_a_register_that_only_reads_is_not_opened_and_says_so(
    what: str, nursery: Nursery, fresh: Callable[[], Path]
) -> None:
    folder = fresh()
    before = facts(folder)
    closed = CLOSED[what](folder)
    shut(*closed)
    ended = nursery.plain("open", folder)
    reopen(*closed)
    assert ended == TOLD
    assert facts(folder) == before


PULLED = (
    Fault("openat", "ENODEV", 1, ever_after=True),
    Fault("openat", "ENOENT", 1, ever_after=True),
    Fault("write", "EIO", 1, ever_after=True),
    Fault("fsync", "EIO", 1),
    Fault("rename", "ENODEV", 1),
    Fault("openat", "EIO", 3, ever_after=True),
)


@pytest.mark.parametrize("act", ["export", "pdf", "card"] if ENDURE else ["export"])
def test_a_stick_pulled_while_a_file_is_written_leaves_no_half_file_and_it_is_written_again(
    act: str, nursery: Nursery, fresh: Callable[[], Path], made: tuple[Path, PretendOffice]
) -> None:
    quiet = fresh()
    assert nursery.plain(act, quiet) == DONE
    (name,) = new_files(quiet, made[0])
    for fault in PULLED if ENDURE else PULLED[::2]:
        folder = fresh()
        path = folder.parent / "usb" / name
        only = (path, path.with_name(f"{name}.part"))
        ended, _ = nursery.act(act, folder, Fault(fault.call, fault.error, fault.at, fault.ever_after, only))
        assert ended == TOLD, fault
        assert not path.exists() or fault.at > 1, fault
        assert not list(path.parent.glob("*.part")), fault
        assert nursery.plain(act, folder) == DONE, fault
        no_half_file(folder, made[1], killed=False)
        assert reads_whole(path), fault


def new_files(folder: Path, made: Path) -> set[str]:
    """What lies on the stick and did not before."""
    return {path.name for path in (folder.parent / "usb").iterdir()} - {path.name for path in (made / "usb").iterdir()}


def reads_whole(path: Path) -> bool:
    """Whether the file is what its name says, to the last byte."""
    raw = path.read_bytes()
    if path.suffix == ".pdf":
        return raw.startswith(b"%PDF") and raw.rstrip().endswith(b"%%EOF")
    return not path.name.startswith("THE") or bool(read_card(raw).document)


@pytest.mark.parametrize(
    "act", ["settings", "password", "backup", "restore", "pdf"] if ENDURE else ["password", "backup"]
)
def test_a_file_that_another_program_holds_for_a_moment_is_written_all_the_same(
    act: str, nursery: Nursery, fresh: Callable[[], Path]
) -> None:
    folder = fresh()
    ended, trace = nursery.act(act, folder, Fault("rename", "EBUSY", 1))
    assert sum("EBUSY" in line for line in trace) == 1
    assert ended == DONE


HOLDER = """
import select, sys
from desk_app.db.engine import Tuning, connect
from pathlib import Path
held = connect(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), Tuning())
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
select.select([sys.stdin], [], [], float(sys.argv[3]))
held.execute("ROLLBACK")
"""


def held_for(folder: Path, seconds: float) -> subprocess.Popen[str]:
    """Another process has the register file locked for so long."""
    key = Keyring(folder, WORLD.random).unwrap(LOGIN.user, LOGIN.password).hex()
    words = [sys.executable, "-c", HOLDER, str(folder / REGISTER_FILE), key, str(seconds)]
    holder = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


@pytest.mark.parametrize("seconds", [0.4, 4.5] if ENDURE else [0.4])
def test_a_save_waits_for_a_file_that_another_process_has_locked(
    seconds: float, fresh: Callable[[], Path], nursery: Nursery
) -> None:
    folder = fresh()
    with held_for(folder, seconds) as holder:
        assert nursery.plain("save", folder) == DONE
        assert holder.wait() == 0
    assert len([fact for fact in facts(folder) if fact[0] == "number"]) == 3


if ENDURE:

    def test_a_file_locked_for_longer_is_told_in_a_sentence_and_nothing_is_lost(fresh: Callable[[], Path]) -> None:
        folder = fresh()
        desk = open_desk(folder, WORLD, LOGIN)
        before = desk.register.find("Minh Anh")
        with held_for(folder, 60) as holder:
            with pytest.raises(Trouble) as trouble:
                ACTS["save"](desk, folder.parent)
            assert trouble.value.code == "register-busy"
            assert "Chờ vài giây" in sentence_of(trouble.value)
            assert desk.register.find("Minh Anh") == before
            holder.communicate("\n")
        ACTS["save"](desk, folder.parent)
        desk.close()


def test_a_log_on_a_full_disk_stops_nothing(fresh: Callable[[], Path], nursery: Nursery) -> None:
    folder = fresh()
    (folder / "logs").mkdir()
    (folder / "logs" / "desk.log").symlink_to("/dev/full")
    assert nursery.plain("log", folder) == DONE
