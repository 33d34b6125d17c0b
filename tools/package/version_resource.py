"""What Windows shows of a program under "Properties": names and the version from pyproject.toml, as PyInstaller reads
them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from common.words.window import PRODUCT

TOP = Path(__file__).resolve().parents[2]
VIETNAMESE, UNICODE = 0x042A, 1200
OWNER = "Apache-2.0"


def version() -> str:
    """The version of this tree, as pyproject.toml has it."""
    with (TOP / "pyproject.toml").open("rb") as stream:
        return str(tomllib.load(stream)["project"]["version"])


def four(version: str) -> tuple[int, ...]:
    """ "1.2.3" as the four numbers that Windows compares."""
    numbers = [int(part) for part in version.split(".")]
    return (*numbers, *[0] * (4 - len(numbers)))


def version_resource(program: str, told: str) -> str:
    """The text of the resource for `program` ("desk-app.exe"), which does what `told` says."""
    release = version()
    words = {
        "CompanyName": PRODUCT,
        "FileDescription": told,
        "FileVersion": release,
        "InternalName": program.removesuffix(".exe"),
        "LegalCopyright": OWNER,
        "OriginalFilename": program,
        "ProductName": PRODUCT,
        "ProductVersion": release,
    }
    told_of = ", ".join(f"StringStruct({name!r}, {word!r})" for name, word in words.items())
    table = f"StringTable('{VIETNAMESE:04X}{UNICODE:04X}', [{told_of}])"
    numbers = four(release)
    return (
        "# -*- coding: utf-8 -*-\n"
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, "
        f"fileType=1, subtype=0, date=(0, 0)), kids=[StringFileInfo([{table}]), "
        f"VarFileInfo([VarStruct('Translation', [{VIETNAMESE}, {UNICODE}])])])\n"
    )
