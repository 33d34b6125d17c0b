"""A PostgreSQL server of this test session: in a temporary folder, on a socket only, as nobody when we are root."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off", "max_connections=40")
GUARDED = "guarded"
"""The one account that needs a password here."""

ROOM = 1024 * 1024 * 1024
ENDURES = bool(os.environ.get("ENDURE"))
CHOSEN = (
    *(
        "taken_and_answered",
        "beyond_our_head",
        "ends_a_fork",
        "bad_line_is_set_aside",
        "nobody_compared",
        "a_preview_of_many",
    ),
    *("five_answers_to_letters", "came_before_their_letter", "a_voided_letter", "again_until_the_desk", "rows_shrank"),
    *("keeps_the_reason", "went_back_twice", "names_that_travelled"),
    *("the_first_answer_is", "a_double_tap", "words_attach", "the_same_message_sent_twice", "sixteen_hands"),
)
"""Of tests that run on files too, those that the suite also runs on a server: one for each kind of statement. All of
them do under ENDURE."""


def both_ways(test: Callable[..., object], whole: bool = False) -> list[str]:
    """Where a test runs: on files, and on a server unless it looks into a file; `whole`: whatever it is called."""
    looks_inside = "tmp_path" in test.__code__.co_varnames or "_file_" in test.__name__
    asked = whole or ENDURES or any(words in test.__name__ for words in CHOSEN)
    return ["files"] if looks_inside or not asked else ["files", "server"]


class Server:
    """One running server; `path` is the folder of its socket."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def url(self, database: str, user: str = "postgres") -> str:
        """An address as `--database` takes it."""
        return f"postgresql://{user}@/{database}?host={self.path}"

    def connect(self, database: str = "postgres") -> psycopg.Connection[Any]:
        """A plain connection, each statement a transaction of its own."""
        return psycopg.connect(host=str(self.path), user="postgres", dbname=database, autocommit=True)

    def make(self, database: str) -> str:
        """A new empty database; gives its address."""
        with self.connect() as master:
            made = sql.SQL("CREATE DATABASE {} TEMPLATE template0 STRATEGY file_copy")
            master.execute(made.format(sql.Identifier(database)))
        return self.url(database)


@contextmanager
def running_server() -> Iterator[Server]:
    """A server that is gone with all its files when the block ends."""
    home = _home()
    top = Path(tempfile.mkdtemp(prefix="mcpg", dir=home))
    try:
        if os.geteuid() == 0:
            shutil.chown(top, "nobody")
        _as_nobody("initdb", "-D", top / "c", "-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
        (top / "c" / "pg_hba.conf").write_text(f"local all {GUARDED} scram-sha-256\nlocal all all trust\n")
        told = " ".join(f"-c {one}" for one in (*QUICK, "listen_addresses=''", f"unix_socket_directories={top}"))
        _as_nobody("pg_ctl", "-D", top / "c", "-w", "-l", top / "log", "-o", told, "start")
        yield Server(top)
    finally:
        if (top / "c" / "postmaster.pid").exists():
            _as_nobody("pg_ctl", "-D", top / "c", "-m", "immediate", "stop")
        assert top.parent == Path(home)
        assert top.name.startswith("mcpg")
        shutil.rmtree(top)


def _home() -> str:
    """In memory where the machine has room there: a cluster is some thousand small files. A socket's path has to be
    short."""
    memory = "/dev/shm"
    roomy = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM
    return memory if roomy else tempfile.gettempdir()


@cache
def _programs() -> Path:
    """Where the newest server of this machine lies: Debian keeps it off the path."""
    on_path = shutil.which("initdb")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda at: int(at.parts[-3]))
    if on_path is None and not found:
        pytest.fail("PostgreSQL is missing: apt-get install postgresql")
    return Path(on_path).parent if on_path else found[-1].parent


def _as_nobody(program: str, *words: object) -> None:
    """The server refuses to run as root."""
    other: dict[str, Any] = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        other = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": ()}
    done = subprocess.run(
        [str(_programs() / program), *map(str, words)],
        **other,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, program


class TwoDatabases:
    """An office's two databases on a server, emptied and filled anew for each test: making them takes twenty times as
    long."""

    def __init__(self, server: Server, name: str) -> None:
        self.server = server
        self.office, self.public = server.make(f"{name}_office"), server.make(f"{name}_public")
        self._lines = [server.connect(f"{name}_{kind}") for kind in ("office", "public")]
        self._first: list[dict[str, list[tuple[Any, ...]]]] = []

    def keep(self) -> None:
        """What lies there now is what `renew` brings back."""
        self._first = [{table: _rows(line, table) for table in _tables(line)} for line in self._lines]

    def renew(self) -> None:
        """Every table as it was kept."""
        for line, first in zip(self._lines, self._first, strict=True):
            with line.transaction():
                line.execute("SET LOCAL session_replication_role = replica")  # no order of tables has to be kept
                line.execute("; ".join(f'DELETE FROM "{table}"' for table in first))
                for table, rows in first.items():
                    _put(line, table, rows)

    def close(self) -> None:
        """Let go of both."""
        for line in self._lines:
            line.close()


def _tables(line: psycopg.Connection[Any]) -> list[str]:
    asked = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
    return [name for (name,) in line.execute(asked)]


def _rows(line: psycopg.Connection[Any], table: str) -> list[tuple[Any, ...]]:
    return line.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table))).fetchall()


def _put(line: psycopg.Connection[Any], table: str, rows: list[tuple[Any, ...]]) -> None:
    for row in rows:
        values = sql.SQL(", ").join(sql.Placeholder() * len(row))
        line.execute(sql.SQL("INSERT INTO {} VALUES ({})").format(sql.Identifier(table), values), row)
