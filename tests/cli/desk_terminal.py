"""The desk's command line as a person at a terminal meets it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from desk_app.cli.commands import main

NOW = "2026-11-20T09:30"
UNIT = "26461"
BIRTH = {
    "child_name": "Nguyễn Trần Minh Anh",
    "born": "9/11/26",
    "sex": "nữ",
    "mother_name": "Trần Thị Ngọc Lan",
    "mother_born": "1998",
    "father_name": "Nguyễn Văn Bình",
    "father_born": "1996",
    "registered_on": "20/11/2026",
}


@dataclass
class Terminal:
    """One person at one data folder."""

    root: Path
    password: str = "demo"
    now: str = NOW
    user: str = "clerk"

    @property
    def folder(self) -> Path:
        return self.root / "desk"

    def run(self, *words: str, stdin: bytes | None = None) -> Result:
        line = ["--data", str(self.folder), "--now", self.now, *words]
        env = {"DESK_USER": self.user, "DESK_PASSWORD": self.password, "DESK_RECOVERY": ""}
        result = CliRunner().invoke(main, line, env=env, input=stdin)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    def ask(self, *words: str, stdin: bytes | None = None) -> Any:
        """The JSON answer of a command that must be done (status 0)."""
        result = self.run(*words, "--json", stdin=stdin)
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    def refused(self, status: int, *words: str) -> Any:
        """The JSON answer of a command that must end with this status."""
        result = self.run(*words, "--json")
        assert result.exit_code == status, result.output
        return json.loads(result.stdout)

    def file(self, name: str, values: object) -> str:
        path = self.root / name
        path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
        return str(path)
