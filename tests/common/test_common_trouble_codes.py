import ast
from collections.abc import Iterator
from pathlib import Path

from common.words.troubles import SENTENCES

DESK = Path(__file__).parents[2] / "desk_app"
TROUBLES = {"Trouble", "Mistake", "RegisterTrouble", "KeyringTrouble"}


def raised_codes() -> Iterator[tuple[str, str]]:
    """Every code that the desk raises as a plain word, with the file it stands in."""
    for path in sorted(DESK.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TROUBLES:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value, path.name


def test_every_trouble_that_the_desk_raises_has_its_sentence() -> None:
    assert [(code, file) for code, file in raised_codes() if code not in SENTENCES] == []
