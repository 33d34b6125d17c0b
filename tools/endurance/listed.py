"""The tests that do more under ENDURE=1, found by what they read themselves or through a module beside them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

WORD = "ENDURE"


def endured(tests: Path) -> Iterator[Path]:
    """Test files that read the word, or import a module of their own folder that does."""
    speaking = {path.stem for path in tests.rglob("*.py") if WORD in path.read_text(encoding="utf-8")}
    for path in sorted(tests.rglob("test_*.py")):
        if path.stem in speaking or speaking & _imported(path):
            yield path


def _imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    return plain | {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level}


def said(path: Path) -> str:
    """The first sentence a test file says of itself."""
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return words.split("\n")[0]
