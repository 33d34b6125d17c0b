"""Finding at the terminal in a register whose index an earlier version wrote."""

from __future__ import annotations

import pytest
from desk_terminal import BIRTH, Terminal

from common.words import said
from desk_app.db import index_words
from desk_app.services import search_renewal


def test_the_first_search_reads_a_register_of_an_earlier_version_through_and_says_so_once(
    seated: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(index_words, "words_of", lambda one: one.child.name.folded)
        seated.ask("enter", "birth", seated.file("birth.json", {**BIRTH, "mother_residence": "thôn Bến Trà"}))
    assert seated.ask("find", "bến trà") == []
    monkeypatch.setattr(search_renewal, "VERSION", index_words.VERSION + 1)
    first = seated.run("find", "bến trà", "--json")
    assert first.stderr.strip() == said.index_renewed()
    assert "Nguyễn Trần Minh Anh" in first.stdout
    assert seated.run("find", "bến trà").output.startswith("1  Khai sinh  Nguyễn Trần Minh Anh")
