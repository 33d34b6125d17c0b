"""A copy and the key that opens it: by the code of a rescue sheet, or by a password of the keyring on this PC."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk_app.db.backup import REGISTER_FILE
from desk_app.db.keyring import Keyring
from desk_app.db.onlooker import Onlooker, onlooking
from desk_app.db.trouble import RegisterTrouble
from desk_app.services.trouble import Mistake, Trouble, told_as_trouble

Random = Callable[[int], bytes]
_AS_COPY = {
    "register-missing": "backup-missing",
    "register-damaged": "backup-damaged",
    "register-foreign": "backup-damaged",
    "register-unreadable": "backup-not-read",
    "wrong-key": "backup-damaged",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A copy (its folder), where it shall go, and who opens it there: by the recovery code, or by a password that opens
    `beside` (the register still on this PC)."""

    copy: Path
    into: Path
    user: str
    password: str
    recovery: str = ""
    beside: Path | None = None


@contextmanager
def told_of_copy(copy: Path) -> Iterator[None]:
    """What is wrong with a copy, in the words for copies: the register in use stays as it is."""
    try:
        yield
    except RegisterTrouble as error:
        raise Trouble(_AS_COPY.get(error.code, error.code), {"file": copy.name, **error.details}) from error


@contextmanager
def opened_copy(copy: Path, data_key: bytes) -> Iterator[Onlooker]:
    """A copy, only read. Raises Trouble: backup-missing, backup-damaged, backup-not-read, register-newer."""
    with told_of_copy(copy), onlooking(copy / REGISTER_FILE, data_key) as onlooker:
        yield onlooker


def copy_folder(copy: Path) -> Path:
    """The folder of a copy, also where the register file in it was named."""
    return copy.parent if copy.name == REGISTER_FILE and copy.is_file() else copy


def find_key(asked: Asked, random: Random) -> bytes:
    """The key that opens the copy. A sheet renewed since it was made opens this PC's keyring, the older sheet the
    copy's own.

    Raises Mistake: recovery-needed, copy-of-another, copy-before-new-key; Trouble: wrong-password,
    wrong-recovery-code, keyring-missing, keyring-damaged."""
    ours = register_of(asked.beside, random)
    copied = register_of(asked.copy, random)
    if asked.recovery:
        here = asked.beside if ours and copied in (None, ours) else None
        return _by_code(asked.recovery, [Keyring(folder, random) for folder in (asked.copy, here) if folder])
    if ours is None:
        raise Mistake("recovery-needed")
    refuse_another(asked, copied, random)
    refuse_other_key(asked.copy, asked.beside, random)
    return own_key(asked.beside, (asked.user, asked.password), random)


def own_key(folder: Path | None, login: tuple[str, str], random: Random) -> bytes:
    """The key of the register on this PC. Raises Mistake("recovery-needed") without a keyring that can be read,
    Trouble("wrong-password")."""
    if folder is None or register_of(folder, random) is None:
        raise Mistake("recovery-needed")
    with told_as_trouble():
        return Keyring(folder, random).unwrap(*login)


def register_of(folder: Path | None, random: Random) -> bytes | None:
    """Which register the keyring in a folder is for; None where it is missing or damaged."""
    try:
        return Keyring(folder, random).register_id() if folder else None
    except RegisterTrouble:
        return None


def generation_of(folder: Path | None, random: Random) -> int | None:
    """Which key of its register the keyring in a folder is for; None where it is missing or damaged."""
    try:
        return Keyring(folder, random).generation() if folder else None
    except (RegisterTrouble, ValueError, KeyError, TypeError):
        return None


def refuse_other_key(copy: Path, ours: Path | None, random: Random) -> None:
    """Raise Mistake("copy-before-new-key") for a copy under another key than the one in use: the sheet of its own time
    opens it, no password does."""
    here, there = generation_of(ours, random), generation_of(copy, random)
    if here and there and here != there:
        raise Mistake("copy-before-new-key", {"file": copy.name})


def known_to(folder: Path, data_key: bytes) -> tuple[str, ...]:
    """The users of the register in a folder, also those without a password here; none where it cannot be read."""
    try:
        with onlooking(folder / REGISTER_FILE, data_key) as onlooker:
            return onlooker.users()
    except RegisterTrouble:
        return ()


def refuse_another(asked: Asked, copied: bytes | None, random: Random) -> None:
    """Raise Mistake("copy-of-another") when the keyring of this PC is for another register than the copied one."""
    ours = register_of(asked.beside, random)
    if ours and copied and ours != copied:
        raise Mistake("copy-of-another", {"file": asked.copy.name})


def refuse_unknown(asked: Asked, users: tuple[str, ...]) -> None:
    """Raise Mistake("unknown-in-copy") for somebody whom the copy does not know: nobody could open it afterwards."""
    if asked.user not in users:
        raise Mistake("unknown-in-copy", {"name": asked.user, "names": ", ".join(users)})


def _by_code(code: str, rings: list[Keyring]) -> bytes:
    refusals: list[RegisterTrouble] = []
    for ring in rings:
        try:
            return ring.unwrap_recovery(code)
        except RegisterTrouble as error:
            refusals.append(error)
    told = next((error for error in refusals if error.code == "wrong-recovery-code"), refusals[0])
    raise Trouble(told.code, told.details) from told
