"""The people of a desk, at the command line."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from cheap_passwords import CHEAP
from desk_terminal import Terminal

from desk_app import house
from desk_app.db.keyring import Keyring


def test_somebody_comes_changes_forgets_the_password_and_goes(
    seated: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house, "Keyring", partial(Keyring, cost=CHEAP))
    ask = seated.ask
    assert "password" in ask("user", "add", "lan", "--role", "clerk")
    ask("user", "add", "hoa", "--role", "clerk")
    assert ask("user", "role", "hoa", "--role", "leader") == {"user": "hoa", "role": "leader"}
    reset = ask("user", "password", "lan")["password"]
    assert [(one["user"], one["role"], one["first"]) for one in ask("user", "list")["users"]] == [
        ("clerk", "administrator", False),
        ("hoa", "leader", True),
        ("lan", "clerk", True),
    ]
    assert ask("user", "drafts", "lan", "--to", "hoa")["drafts"] == 0
    assert seated.refused(2, "user", "remove", "clerk", "--reason", "nghỉ")["trouble"]["code"] == "not-oneself"
    said = ask("user", "remove", "lan", "--reason", "chuyển công tác")
    assert (said["removed"], set(said["passwords"]), said["copied"]) == ("lan", {"hoa"}, True)
    assert len(said["recovery_code"]) == 39
    assert [one["user"] for one in ask("user", "list")["users"]] == ["clerk", "hoa"]
    seated.password = reset
    assert seated.refused(1, "user", "list")["trouble"]["code"] == "wrong-password"


def test_the_handover_sheet_is_written_where_it_is_asked_for(seated: Terminal, tmp_path: Path) -> None:
    told = seated.ask("handover", "--out", str(tmp_path / "ban-giao.pdf"))
    assert (told["giver"], told["drafts"]) == ("clerk", 0)
    assert (tmp_path / "ban-giao.pdf").read_bytes().startswith(b"%PDF")
    assert seated.refused(2, "handover", "--of", "ai", "--out", str(tmp_path / "b.pdf"))["trouble"]["code"] == (
        "no-such-user"
    )
