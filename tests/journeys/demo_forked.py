"""The demo, whose programs are forked from one process that has loaded them.

Each is a process of its own as ever, with its command line, environment and standard streams; only the loading, two
thirds of a short command, is shared. `make endure` starts every one anew.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryFile
from threading import Lock
from types import SimpleNamespace
from typing import NoReturn

sys.path.append(str(Path(__file__).resolve().parents[1]))
from cheap_passwords import CHEAP

import demo.program
from demo.__main__ import main as play
from desk_app.db.keyring import Keyring

LOADED = ("alembic.command", "desk_app.cli.commands", "desk_app.letters.press", "district.cli.commands")
"""What every program would load after the fork otherwise, half a second each."""


def go(words: Sequence[str], env: Mapping[str, str]) -> NoReturn:
    """What `python -m` does with these words."""
    os.environ.clear()
    os.environ.update(env)
    sys.argv = [*words]
    # A forked process of multiprocessing reads from nothing.
    sys.stdin = os.fdopen(0, encoding="utf-8")
    status: object = 0
    try:
        runpy.run_module(words[0], run_name="__main__", alter_sys=True)
    except SystemExit as end:
        status = end.code
    except BaseException:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status if isinstance(status, int) else 0 if status is None else 1)


def started(words: Sequence[str], typed: str, env: Mapping[str, str]) -> tuple[int, str, str]:
    """Exit status, what was said and what was complained of."""
    with TemporaryFile() as given, TemporaryFile() as said, TemporaryFile() as complained:
        given.write(typed.encode("utf-8"))
        given.seek(0)
        pid = os.fork()
        if pid == 0:
            for number, stream in enumerate((given, said, complained)):
                os.dup2(stream.fileno(), number)
            go(words, env)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        said.seek(0)
        complained.seek(0)
        return status, said.read().decode("utf-8"), complained.read().decode("utf-8")


def serve(orders: Connection) -> None:
    """One program after the other."""
    dear = Keyring.__init__.__defaults__ or ()
    Keyring.__init__.__defaults__ = (*dear[:-1], CHEAP)
    while True:
        orders.send(started(*orders.recv()))


def main() -> int:
    """The demo as its own command line asks for it."""
    for name in LOADED:
        import_module(name)
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("fork").Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    one_at_a_time = Lock()

    def run(command: Sequence[str], input: str, env: Mapping[str, str], **_: object) -> CompletedProcess[str]:
        with one_at_a_time:
            ours.send((command[2:], input, env))
            return CompletedProcess(command, *ours.recv())

    demo.program.subprocess = SimpleNamespace(run=run)  # type: ignore[attr-defined]
    try:
        return play()
    finally:
        server.terminate()
        server.join()


if __name__ == "__main__":
    sys.exit(main())
