"""Window titles are shown by the system to everyone: what is set as one comes from the program's words alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

import desk_app

WORDS = ("said", "words", "window")
"""Modules of common.words as the windows import them."""
FROM_WORDS = {
    "PRODUCT",
    "title",
    "question.title",
    "title(seen)",
    "self._title.text()",
    "said.compare_title(both.event)",
    "window.windowTitle()",
    "self.window.windowTitle() if self.window else said.PRODUCT",
}
"""Expressions that hold such words: a title handed to the asker, the page's own, the window's own again."""


def titles(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "setWindowTitle":
                yield path.name, ast.unparse(node.args[0])


def is_plain(told: str) -> bool:
    module, _, name = told.partition(".")
    return told in FROM_WORDS or (module in WORDS and name.isupper())


def test_every_title_comes_from_the_programs_words():
    found = list(titles(Path(desk_app.__file__).parent))
    assert len(found) > 10
    assert [(file, told) for file, told in found if not is_plain(told)] == []


def test_a_title_made_of_a_record_would_be_seen(tmp_path):
    (tmp_path / "bad.py").write_text("self.setWindowTitle(record.title)\n", encoding="utf-8")
    assert [is_plain(told) for _, told in titles(tmp_path)] == [False]


def test_no_letter_is_looked_at_under_the_familys_name():
    glance = (Path(desk_app.__file__).parent / "ui" / "parts" / "glance.py").read_text(encoding="utf-8")
    assert "setWindowTitle(said.SEEN_LETTER)" in glance
