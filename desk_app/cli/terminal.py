"""What a command is given and how it answers: one JSON value or plain sentences, and the exit status."""

from __future__ import annotations

import json
import os
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import NoReturn

import click

from common.terminal import MISTAKE, TROUBLE, Speaker
from common.words import problems as problem_words
from common.words import said
from common.words import troubles as trouble_words
from desk_app.domain.problems import Problem
from desk_app.house import Login, World, open_desk
from desk_app.services.access_notes import done
from desk_app.services.at_opening import told_at_opening
from desk_app.services.desk import Desk
from desk_app.services.trouble import Mistake, Trouble

LONGEST_TEXT = 1024 * 1024
"""No draft, slip or password file is longer: 1 MiB."""


@dataclass(frozen=True, slots=True)
class Line(Speaker):
    """The program's own options, as typed once for the whole command."""

    data: Path
    user: str
    password_file: Path | None
    now: str
    as_json: bool

    def world(self) -> World:
        """The clock of the machine, or the one set by --now (practice registers only)."""
        if not self.now:
            return World(lambda: datetime.now(UTC).astimezone(), secrets.token_bytes)
        moment = read_moment(self.now)
        return World(lambda: moment, secrets.token_bytes, practice=True)

    def login(self) -> Login:
        """User and password from --user, --password-file, DESK_USER, DESK_PASSWORD; raises Mistake when absent."""
        user = self.user or os.environ.get("DESK_USER", "")
        if not user:
            raise Mistake("no-user-named")
        if self.password_file:
            return Login(user, read_secret(self.password_file))
        if "DESK_PASSWORD" not in os.environ:
            raise Mistake("no-password-given")
        return Login(user, os.environ["DESK_PASSWORD"])

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The open desk for one command."""
        desk = open_desk(self.data, self.world(), self.login())
        for sentence in told_at_opening(desk):
            click.echo(sentence, err=True)
        done(desk.seat, "log-in-command")
        try:
            yield desk
        finally:
            desk.close()

    def target(self, path: Path) -> Path:
        """A file to write; raises Mistake("own-folder") inside the data folder, where it could replace the register."""
        if path.resolve().is_relative_to(self.data.resolve()):
            raise Mistake("own-folder", {"file": path.name})
        return path

    def refuse(self, problems: Sequence[Problem]) -> NoReturn:
        """End with status 2 and every problem at once."""
        rows = [problem_row(problem) for problem in problems]
        errors_first = sorted(rows, key=lambda row: row["level"])
        self.say(
            {"problems": rows}, [said.problem(row["field"], row["level"], row["sentence"]) for row in errors_first]
        )
        raise SystemExit(MISTAKE)

    def fail(self, trouble: Trouble) -> NoReturn:
        """End with the sentence of a trouble: status 2 when the asker can mend it, else 1."""
        sentence = trouble_words.sentence(trouble.code, trouble.details)
        self.stop(trouble.code, sentence, MISTAKE if isinstance(trouble, Mistake) else TROUBLE)

    def stop_at_bug(self) -> NoReturn:
        """End with the sentence for what nobody foresaw."""
        self.stop("bug", said.bug())


def problem_row(problem: Problem) -> dict[str, str]:
    """A problem as the JSON contract says it."""
    sentence = problem_words.sentence(problem.code, problem.details)
    return {"field": problem.field, "code": problem.code, "level": problem.level, "sentence": sentence}


def read_moment(text: str) -> datetime:
    """`2026-11-21` (noon) or `2026-11-21T09:30`; raises Mistake("not-a-moment")."""
    try:
        moment = datetime.fromisoformat(text)
        if "T" not in text and " " not in text:
            moment = datetime.combine(moment.date(), time(12))
        return moment.astimezone()
    except (ValueError, OverflowError) as error:
        raise Mistake("not-a-moment", {"text": text}) from error


def read_text(path: Path) -> str:
    """A small text file, or Mistake("file-unreadable" | "file-too-large")."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(LONGEST_TEXT + 1)
        if len(raw) > LONGEST_TEXT:
            raise Mistake("file-too-large", {"file": path.name})
        return raw.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise Mistake("file-unreadable", {"file": path.name}) from error


def read_secret(path: Path) -> str:
    """The password or code in a file, its line end left out."""
    return read_text(path).strip("\r\n")


def read_values(path: Path) -> dict[str, object]:
    """A JSON object from a file, or Mistake("file-not-json")."""
    try:
        values = json.loads(read_text(path), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise Mistake("file-not-json", {"file": path.name, "line": str(error.lineno)}) from error
    except _Twice as twice:
        raise Mistake("field-twice", {"file": path.name, "field": str(twice)}) from twice
    except (ValueError, RecursionError) as error:  # a number or a nesting that no draft has
        raise Mistake("file-not-json", {"file": path.name, "line": "1"}) from error
    if not isinstance(values, Mapping):
        raise Mistake("file-not-json", {"file": path.name, "line": "1"})
    return dict(values)


class _Twice(Exception):
    """A field stands twice in a JSON object: which of the two was meant, nobody can know."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _Twice(next(name for name, n in Counter(name for name, _ in pairs).items() if n > 1))
    return values
