"""The pinned libraries: what pyproject.toml asks for, in its ranges, each with hashes, and no address."""

import re

import house_rules as rules
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.package.closure import asked_for, closure
from tools.package.pins import SYSTEMS, command, freezing, shipped

PIN = re.compile(r"^([a-z0-9.-]+)==([0-9][^ \\]*)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE)
EVERY = [path for system in SYSTEMS for path in (shipped(system), freezing(system))]


def pins(name: str) -> dict[str, str]:
    """Library and version of one file."""
    text = (rules.TOP / "packaging" / name).read_text(encoding="utf-8")
    return {found[1]: found[2] for found in PIN.finditer(text)}


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_every_line_is_a_pin_or_its_hash_and_no_address_stands_there(path) -> None:
    text = path.read_text(encoding="utf-8")
    assert PIN.sub("", text).strip() == ""
    assert "://" not in text
    assert len(pins(path.name)) > 5


@pytest.mark.parametrize("system", SYSTEMS)
def test_everything_that_is_asked_for_is_pinned_in_its_range(system: str) -> None:
    pinned = pins(shipped(system).name)
    for wanted in map(Requirement, asked_for()):
        assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)]), wanted.name
    for wanted in map(Requirement, (rules.TOP / "packaging" / "build.in").read_text(encoding="utf-8").splitlines()[1:]):
        assert wanted.specifier.contains(pins(freezing(system).name)[wanted.name]), wanted.name


def test_what_ships_by_the_pins_is_what_the_licences_were_read_of() -> None:
    here = {one.name for one in closure()}
    assert set(pins("requirements-linux.txt")) == here
    assert set(pins("requirements-windows.txt")) == here | {"colorama"}
    told = (rules.TOP / "THIRD-PARTY.md").read_text(encoding="utf-8")
    assert [name for name in pins("requirements-windows.txt") if f"| {name} |" not in told] == []


def test_the_command_writes_no_address_and_takes_no_source_to_be_built() -> None:
    typed = command(rules.TOP / "pyproject.toml", "windows", shipped("windows"))
    assert {"--no-emit-index-url", "--generate-hashes", "--only-binary"} <= set(typed)
