"""One program at a time: a lock that the operating system holds and lets go even when the program is killed."""

import contextlib
import errno
import json
import os
import platform
import sys
from pathlib import Path
from typing import BinaryIO

from desk_app.db.trouble import RegisterTrouble
from exchange.files import patiently

# Windows locks bytes against reading too, so the lock lies far behind the holder's name.
_LOCKED_BYTE = 1 << 20
LOCK_FILE = "register.lock"


class RegisterLock:
    """The lock of the register in `folder`; `holder`, and the name of this PC, tell whoever comes second who has it."""

    def __init__(self, folder: Path, holder: str = "", machine: str = "") -> None:
        self._path = folder / LOCK_FILE
        self._named = {"holder": holder, "machine": machine or platform.node(), "process": str(os.getpid())}
        self._stream: BinaryIO | None = None

    def take(self) -> None:
        """Take the lock; raises RegisterTrouble: register-locked with the `holder` and process of the other,
        register-locked-elsewhere with its `machine` too, register-readonly, register-unreadable."""
        # The file is never deleted: a second process must meet the first at the same file.
        try:
            stream = patiently(lambda: self._path.open("a+b"))
        except OSError as error:
            closed = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
            raise RegisterTrouble("register-readonly" if closed else "register-unreadable") from error
        try:
            _lock(stream)
        except OSError as error:
            taken = _taken(stream)
            stream.close()
            raise taken from error
        self._stream = stream
        self._write_holder(stream)

    @property
    def is_held(self) -> bool:
        """Whether this object has the lock."""
        return self._stream is not None

    def let_go(self) -> None:
        """Give the lock back, if it is held."""
        if self._stream is None:
            return
        stream, self._stream = self._stream, None
        _unlock(stream)
        stream.close()

    def _write_holder(self, stream: BinaryIO) -> None:
        # A courtesy to whoever comes second: a full disk must not keep the first one out. Nothing may stay in the
        # stream's buffer either, where closing would try to write it again.
        with contextlib.suppress(OSError):
            stream.truncate(0)
            os.write(stream.fileno(), json.dumps(self._named).encode())


def refuse_taken(folder: Path) -> None:
    """Raise RegisterTrouble("register-locked", holder) while another process has the register open; writes nothing."""
    try:
        stream = (folder / LOCK_FILE).open("rb")
    except OSError:
        return
    with stream:
        try:
            _lock(stream)
        except OSError as error:
            raise _taken(stream) from error
        _unlock(stream)


def _taken(stream: BinaryIO) -> RegisterTrouble:
    """What to tell whoever comes second, by what the holder wrote."""
    named = _read_holder(stream)
    elsewhere = named.get("machine", platform.node()) != platform.node()
    return RegisterTrouble("register-locked-elsewhere" if elsewhere else "register-locked", named)


def _read_holder(stream: BinaryIO) -> dict[str, str]:
    """What is known of the holder: nothing where a full disk kept the name out."""
    try:
        stream.seek(0)
        found = json.loads(stream.read(4096))
        return {str(name): str(value) for name, value in found.items() if value}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: BinaryIO) -> None:
        stream.seek(_LOCKED_BYTE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(stream: BinaryIO) -> None:
        stream.seek(_LOCKED_BYTE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(stream: BinaryIO) -> None:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(stream: BinaryIO) -> None:
        fcntl.flock(stream.fileno(), fcntl.LOCK_UN)
