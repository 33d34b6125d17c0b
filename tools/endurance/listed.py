"""The tests that do more under ENDURE=1, found by what they read themselves or through a module beside them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

WORD = "ENDURE"
_IMPORT = re.compile(r"^(?:from|import) (\w+)", re.MULTILINE)


def endured(tests: Path) -> Iterator[Path]:
    """Test files that read the word, or import a module of their own folder that does."""
    speaking = {path.stem for path in tests.rglob("*.py") if WORD in path.read_text(encoding="utf-8")}
    for path in sorted(tests.rglob("test_*.py")):
        if path.stem in speaking or speaking & _imported(path):
            yield path


def _imported(path: Path) -> set[str]:
    return set(_IMPORT.findall(path.read_text(encoding="utf-8")))


def said(path: Path) -> str:
    """The first sentence a test file says of itself."""
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return words.split("\n")[0]
