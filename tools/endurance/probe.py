"""What a process holds: memory, blocks of Python's own, open files, threads; and what is left on disk."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PAGES = Path("/proc/self/statm")
HANDLES = Path("/proc/self/fd")


@dataclass(frozen=True, slots=True)
class Held:
    """One look at this process after so many acts: resident KiB, blocks of Python's allocator, handles, threads."""

    acts: int
    kib: int
    blocks: int
    handles: int
    threads: int


def held(acts: int) -> Held:
    """Look now, rubbish thrown away before. Where the system tells no pages or handles they are 0."""
    gc.collect()
    kib = (
        int(PAGES.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024 if PAGES.exists() else 0
    )
    handles = len(list(HANDLES.iterdir())) if HANDLES.exists() else 0
    return Held(acts, kib, sys.getallocatedblocks(), handles, threading.active_count())


def slope(looks: Sequence[Held], name: str) -> float:
    """How much of `name` comes with every act, by the straight line nearest to all looks."""
    acts, values = [look.acts for look in looks], [getattr(look, name) for look in looks]
    middle, level = sum(acts) / len(acts), sum(values) / len(values)
    spread = sum((act - middle) ** 2 for act in acts)
    return sum((act - middle) * (value - level) for act, value in zip(acts, values, strict=True)) / spread


def strays(folder: Path) -> list[str]:
    """Files that only stand there for a moment, and should be gone."""
    ends = (".part", ".new", ".tmp", "-journal")
    return sorted(path.name for path in folder.rglob("*") if path.name.endswith(ends))
