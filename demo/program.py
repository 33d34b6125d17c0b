"""One of the two programs with its data folder, spoken to by its command line and nothing else."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PASSWORD = "demo"


class Refused(Exception):
    """A program ended with a status other than 0; `code` is its trouble, where it named one."""

    def __init__(self, words: tuple[str, ...], status: int, said: str) -> None:
        super().__init__(f"{' '.join(words)} → {status}: {said}")
        self.code = _trouble(said)


def _trouble(said: str) -> str:
    try:
        return str(json.loads(said.splitlines()[0])["trouble"]["code"])
    except (json.JSONDecodeError, LookupError, TypeError):
        return ""


@dataclass(frozen=True, slots=True)
class Program:
    """`module` is run with Python as a process of its own, over `folder`, as `user`."""

    module: str
    folder: Path
    user: str

    def command(self, *words: str, now: str = "") -> list[str]:
        """The whole command line."""
        clock = ["--now", now] if now else []
        return [sys.executable, "-m", self.module, "--data", str(self.folder), *clock, *words]

    def environment(self) -> dict[str, str]:
        """The machine's environment with the log-in of this program."""
        prefix = "DESK" if self.module.startswith("desk") else "DISTRICT"
        login = {f"{prefix}_USER": self.user, f"{prefix}_PASSWORD": PASSWORD}
        # The demo starts a program some two hundred times: it may keep its compiled modules between them.
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {**kept, **login, "PYTHONUTF8": "1"}

    def ask(self, *words: str | Path, now: str = "", typed: str = "") -> Any:
        """Run one command and return the JSON value it answers. Raises Refused."""
        line = tuple(str(word) for word in words)
        told = subprocess.run(
            self.command("--json", *line, now=now),
            input=typed,
            env=self.environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if told.returncode:
            raise Refused(line, told.returncode, (told.stdout + told.stderr).strip())
        return json.loads(told.stdout)


def write_json(path: Path, value: Mapping[str, object]) -> Path:
    """A JSON file for a program to read."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    return path
