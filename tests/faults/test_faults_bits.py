"""One bit of the register turned over: it is named at the latest by the check, and never taken for an empty register.

ENDURE=1 turns a thousand (`make endure`).
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from fault_desk import LOGIN, WORLD

from common.words.troubles import SENTENCES
from desk_app.db.backup import REGISTER_FILE
from desk_app.house import open_desk
from desk_app.services.desk import Desk
from desk_app.services.trouble import Trouble
from tools.pretend_office import PretendOffice

PLACES = 1_000 if os.environ.get("ENDURE") else 40
ROUNDS = 4
DAMAGE = {"register-damaged", "register-foreign", "journal-broken"}


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_a_bit_turned_over_anywhere_is_named_and_the_file_stays_as_it_is(
    made: tuple[Path, PretendOffice], tmp_path: Path, round_: int
) -> None:
    folder = Path(shutil.copytree(made[0] / "quầy", tmp_path / "quầy"))
    path, chance = folder / REGISTER_FILE, Random(round_)
    whole = path.read_bytes()
    for _ in range(PLACES // ROUNDS):
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        hurt = bytearray(whole)
        hurt[place] ^= bit
        path.write_bytes(hurt)
        code = trouble_of(folder)
        assert code in DAMAGE & SENTENCES.keys(), f"byte {place}, bit {bit}: {code or 'nothing noticed'}"
        assert path.read_bytes() == hurt, f"byte {place}: the damaged file was written over"
        clear(folder)


def trouble_of(folder: Path) -> str:
    """What opening or checking says; empty when neither noticed."""
    try:
        desk = open_desk(folder, WORLD, LOGIN)
    except Trouble as trouble:
        return trouble.code
    try:
        desk.care.check()
    except Trouble as trouble:
        return trouble.code
    finally:
        close(desk)
    return ""


def close(desk: Desk) -> None:
    """A damaged register may refuse to be left in order as well; the lock is given back all the same."""
    with suppress(Trouble):
        desk.close()


def clear(folder: Path) -> None:
    for end in ("-wal", "-shm"):
        (folder / (REGISTER_FILE + end)).unlink(missing_ok=True)
