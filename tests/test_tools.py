"""The format and the linter, as `make check` runs them; types take longer and are checked there and before landing."""

import subprocess
import sys

import house_rules as rules


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
