"""One version, in pyproject.toml; what Windows and the person at the prompt see of it; the icon."""

import struct
import subprocess
import sys
from types import SimpleNamespace

import house_rules as rules

from tools.package.icon import ICON, SIZES
from tools.package.version_resource import four, version, version_resource

PARTS = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct", "VarFileInfo", "VarStruct")


def resource() -> SimpleNamespace:
    """The resource as PyInstaller would build it: each part with what it was given."""
    names = {name: lambda *given, **named: SimpleNamespace(given=given, **named) for name in PARTS}
    return eval(version_resource("desk-app.exe", "Quầy hộ tịch"), {}, names)


def test_windows_is_told_the_version_of_pyproject() -> None:
    made = resource()
    assert made.ffi.filevers == made.ffi.prodvers == four(version())
    (table,) = made.kids[0].given[0]
    assert table.given[0] == "042A04B0"
    told = dict(word.given for word in table.given[1])
    assert told["ProductVersion"] == told["FileVersion"] == version()
    assert told["OriginalFilename"] == "desk-app.exe"
    assert told["ProductName"] == "Một Cửa Thân Thiện"
    assert made.kids[1].given[0][0].given == ("Translation", [0x042A, 0x04B0])


def test_windows_compares_four_numbers() -> None:
    assert four("0.1.0") == (0, 1, 0, 0)
    assert four("2.11") == (2, 11, 0, 0)


def test_both_programs_say_the_version_of_pyproject() -> None:
    for module in ("desk_app.cli", "desk_app.app"):
        told = subprocess.run(
            [sys.executable, "-m", module, "--version"], capture_output=True, check=True, encoding="utf-8", timeout=60
        )
        assert told.stdout.strip().endswith(f"version {version()}"), module


def test_the_version_stands_in_one_place() -> None:
    places = [rules.TOP / name for name in ("build.spec", "Makefile", "packaging/mot-cua.nsi", "packaging/words.nsh")]
    assert [path.name for path in places if version() in path.read_text(encoding="utf-8")] == []


def test_the_icon_holds_every_size_that_windows_asks_for() -> None:
    raw = ICON.read_bytes()
    _, kind, count = struct.unpack_from("<3H", raw)
    wide = [raw[6 + 16 * n] or 256 for n in range(count)]
    assert kind == 1
    assert sorted(wide) == sorted(SIZES)
