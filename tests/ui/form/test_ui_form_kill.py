"""Typed words survive the end of the process: a real child, really killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk_app.house import Login, World, open_desk

TOP = Path(__file__).resolve().parents[3]
CLERK = Path(__file__).with_name("typing_clerk.py")
A_SECOND = 1.0


@pytest.mark.parametrize("keys", [12, 45] if os.environ.get("ENDURE") else [45])
def test_after_a_kill_the_draft_comes_back_but_for_less_than_a_second(
    form_folder: Path, form_world: World, keys: int
) -> None:
    told = type_and_kill(form_folder, keys)
    desk = open_desk(form_folder, form_world, Login("clerk", "demo"))
    try:
        drafts = desk.drafts.unfinished()
        assert len(drafts) == 1
        kept = len(getattr(drafts[0].draft, "child_name", ""))
    finally:
        desk.close()
    killed_at = told[-1][1]
    older = [count for count, at in told if at <= killed_at - A_SECOND]
    assert kept >= max(older, default=0)


def type_and_kill(folder: Path, keys: int) -> list[tuple[int, float]]:
    """How many letters stood in the field, and when, until it was killed: after `keys` keys and over a second."""
    child = subprocess.Popen(
        [sys.executable, str(CLERK), str(folder)],
        cwd=TOP,
        env={"PYTHONPATH": str(TOP), "QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    assert child.stdout is not None
    told: list[tuple[int, float]] = []
    for line in child.stdout:
        count, at = line.split()
        told.append((int(count), float(at)))
        if len(told) >= keys and told[-1][1] - told[0][1] > A_SECOND:
            break
    child.kill()
    child.stdout.close()
    child.wait()
    return told
