"""What ships may ship: every library that is really installed and really needed, with its licence and its text."""

from pathlib import Path

import house_rules as rules
import pytest

from tools.package.closure import Library, asked_for, closure
from tools.package.frozen import strangers
from tools.package.licences import Shipped, allowed, findings, shipped, table, taken, whole, with_table, write_texts

THIRD_PARTY = (rules.TOP / "THIRD-PARTY.md").read_text(encoding="utf-8")
TEXT = rules.TOP / "LICENSE"


def test_everything_that_ships_may_ship_and_brings_its_text() -> None:
    libraries, parts = whole()
    assert findings([*libraries, *parts]) == []
    assert {one.name for one in libraries} >= {one.name for one in closure()}
    assert len(closure()) > len(asked_for())


def test_the_table_of_third_parties_is_the_one_that_make_licences_writes() -> None:
    assert with_table(THIRD_PARTY, table(*whole())) == THIRD_PARTY


@pytest.mark.parametrize(
    "licence",
    [
        "MIT",
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "BSD-3-Clause AND Apache-2.0",
        "GPL-2.0-only WITH GCC-exception-2.0",
    ],
)
def test_free_licences_and_the_gnu_ones_that_leave_us_free_may_ship(licence: str) -> None:
    assert allowed(licence)


@pytest.mark.parametrize(
    "licence",
    [
        "GPL-3.0-only",
        "AGPL-3.0-or-later",
        "MIT AND GPL-2.0-or-later",
        "GPL-2.0-only OR AGPL-3.0-only",
        "Proprietary",
        "",
    ],
)
def test_what_is_gpl_only_or_unknown_may_not(licence: str) -> None:
    assert not allowed(licence)


def test_each_lack_is_told() -> None:
    lacking = [
        Shipped("viral", "1", "GPL-3.0-only", "why", (TEXT,)),
        Shipped("silent", "1", "MIT", "why", ()),
        Shipped("empty", "1", "MIT", "why", (rules.TOP / "common" / "__init__.py",)),
        Shipped("lost", "1", "MIT", "why", (rules.TOP / "no-such-file",)),
        Shipped("idle", "1", "MIT", "", (TEXT,)),
    ]
    assert [line.partition(":")[0] for line in findings(lacking)] == ["viral", "silent", "empty", "lost", "idle"]


def test_a_new_library_without_a_word_about_it_is_found() -> None:
    stranger = Library("stranger", "1.0", "AGPL-3.0-only", (TEXT,))
    assert len(findings(shipped([stranger], {}))) == 2


def test_of_several_ways_the_lesser_one_is_taken() -> None:
    assert taken("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only") == "LGPL-3.0-only"
    assert taken("Apache-2.0 OR BSD-3-Clause") == "Apache-2.0 OR BSD-3-Clause"


def test_the_folder_of_texts_holds_a_list_and_a_text_of_each(tmp_path: Path) -> None:
    libraries, parts = whole()
    write_texts(tmp_path / "licences", [*libraries, *parts], TEXT)
    lines = (tmp_path / "licences" / "list.tsv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2 + len(libraries) + len(parts)
    for line in lines[1:]:
        assert any((tmp_path / "licences" / line.split("\t")[3]).iterdir()), line
    versions = {line.split("\t")[0]: line.split("\t")[1] for line in lines}
    assert versions["sqlalchemy"] == next(one.version for one in closure() if one.name == "sqlalchemy")


def test_a_library_in_the_frozen_folder_that_is_not_on_the_list_is_named() -> None:
    assert strangers({"json", "docx", "desk_app", "alembic"}) == {}
    assert strangers({"pytest", "starlette"}) == {"pytest": "pytest", "starlette": "starlette"}
