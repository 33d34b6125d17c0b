"""The format, the linter and the types, as `make check` runs them."""

import subprocess
import sys

import house_rules as rules
import pytest


def run(*command):
    told = subprocess.run(
        [sys.executable, "-m", *command], cwd=rules.TOP, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return told.returncode, told.stdout + told.stderr


def test_the_format_is_the_one_of_ruff():
    status, told = run("ruff", "format", "--check", ".")
    assert status == 0, told


def test_ruff_finds_nothing():
    status, told = run("ruff", "check", ".")
    assert status == 0, told


@pytest.mark.timeout(400)
def test_the_types_are_strict():
    status, told = run("mypy", "--strict", "common", "exchange", "desk_app", "district", "demo")
    assert status == 0, told
