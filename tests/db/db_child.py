"""A desk that saves births, in a process of its own that may be killed or watched at any moment."""

import multiprocessing
import os
import sys
from collections.abc import Callable
from pathlib import Path

from db_samples import birth, line, subject

from desk_app.db.register import Register, Tuning


def save(register: Register) -> str:
    """One registration with its line, as a service would save it; gives its number once it is on disk."""
    about = subject()
    with register.work() as work:
        added = work.registrations.add(birth(), about)
        work.journal.append(line(about))
        work.commit()
    return added.number


def save_until_killed(folder: Path, key: bytes, say: Callable[[bytes], object]) -> None:
    """Confirm every save, without end."""
    register = Register.open(folder, key, os.urandom)
    while True:
        say(save(register).encode() + b"\n")


def nursery(folder: Path, key: bytes, say: Callable[[bytes], object]) -> None:
    """Start a desk at every line that comes in and kill it, without a warning, at the next: imports are paid once."""
    for _ in sys.stdin:
        desk = multiprocessing.get_context("fork").Process(target=save_until_killed, args=(folder, key, say))
        desk.start()
        sys.stdin.readline()
        desk.kill()
        desk.join()
        say(b"killed\n")


def save_watched(folder: Path, key: bytes, tuning: Tuning, say: Callable[[bytes], object]) -> None:
    """Save once to warm up and five times between marks; so few saves never fill the log."""
    register = Register.open(folder, key, os.urandom, tuning=tuning)
    save(register)
    for _ in range(5):
        say(b"act\n")
        save(register)
        say(b"confirmed\n")
    register.close()


def say(words: bytes) -> None:
    """Straight to the other process, kept in no buffer that a kill would empty."""
    os.write(1, words)


if __name__ == "__main__":
    place, secret = Path(sys.argv[2]), bytes.fromhex(sys.argv[3])
    if sys.argv[1] == "nursery":
        nursery(place, secret, say)
    else:
        save_watched(place, secret, Tuning(synchronous=sys.argv[1]), say)  # type: ignore[arg-type]
