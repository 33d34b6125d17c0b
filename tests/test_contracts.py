"""The contracts between the rooms (pyproject.toml): kept by the house, and each seen to fail on a broken copy."""

import re
import shutil
import subprocess
import sys
import tomllib

import house_rules as rules
import pytest

ROOTS = ("common", "exchange", "desk_app", "district", "demo")

# One crack for each contract: a file of the copy and the line that breaks the wall.
CRACKS = {
    "The rooms of the desk stand above one another": ("desk_app/stray.py", ""),
    "The rooms of the district stand above one another": ("district/store/crack.py", "import district.web"),
    "Desk and district are strangers": ("district/web/crack.py", "import desk_app.domain"),
    "The common room knows nothing of ours": ("common/crack.py", "import exchange"),
    "The exchange format knows only the common room": ("exchange/crack.py", "import district.store"),
    "The demo speaks to the programs only by their command lines": ("demo/crack.py", "import desk_app.services"),
    "Qt lives in the windows only": ("desk_app/letters/crack.py", "from PySide6 import QtGui"),
    "SQL lives in the stores only": ("desk_app/services/crack.py", "import sqlalchemy"),
    "Windows speak to the services only": ("desk_app/ui/crack.py", "import desk_app.db"),
}
CIRCLE = "No circles inside a room"


def contracts():
    settings = tomllib.loads((rules.TOP / "pyproject.toml").read_text(encoding="utf-8"))
    return settings["tool"]["importlinter"]["contracts"]


def lint(folder):
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "Contracts:" in told.stdout, told.stdout + told.stderr
    return dict(re.findall(r"^(.+?) (KEPT|BROKEN)$", told.stdout, re.MULTILINE)), told.stdout


@pytest.fixture(scope="module")
def cracked(tmp_path_factory):
    copy = tmp_path_factory.mktemp("cracked")
    shutil.copy(rules.TOP / "pyproject.toml", copy)
    for path in rules.code_of(*ROOTS):
        target = copy / rules.place(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    for name, line in [
        *CRACKS.values(),
        ("common/one.py", "import common.two"),
        ("common/two.py", "import common.one"),
    ]:
        (copy / name).write_text(line + "\n", encoding="utf-8")
    return lint(copy)[0]


def test_the_house_keeps_every_contract():
    found, told = lint(rules.TOP)
    assert set(found.values()) == {"KEPT"}, told
    assert set(found) == {contract["name"] for contract in contracts()}


@pytest.mark.parametrize("name", [*CRACKS, CIRCLE])
def test_each_contract_fails_on_its_crack(cracked, name):
    assert cracked[name] == "BROKEN"


def test_every_contract_has_its_crack():
    assert {contract["name"] for contract in contracts()} == {*CRACKS, CIRCLE}


def rooms(program):
    names = {p.relative_to(rules.TOP / program).parts[0].removesuffix(".py") for p in rules.code_of(program)}
    return {f"{program}.{name}" for name in names - {"__init__", "__main__"}}


@pytest.mark.parametrize(
    ("contract", "free"),
    [
        ("Qt lives in the windows only", {"desk_app.ui", "desk_app.app"}),
        ("SQL lives in the stores only", {"desk_app.db", "desk_app.app", "district.store"}),
    ],
)
def test_no_room_is_forgotten_where_a_contract_lists_them(contract, free):
    listed = set(next(c for c in contracts() if c["name"] == contract)["source_modules"])
    every = rooms("desk_app") | rooms("district") | {"common", "exchange", "demo"}
    covered = {room for room in every if room in listed or room.partition(".")[0] in listed}
    assert every - covered == free & every
