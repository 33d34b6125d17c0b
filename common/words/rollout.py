"""How the plan of the roll-out is told, on the page and on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

STAGES = {"pilot": "thí điểm", "volunteer": "tự nguyện làm trước", "everyone": "toàn địa bàn"}


class _Step(Protocol):
    @property
    def stage(self) -> str: ...
    @property
    def planned(self) -> date: ...
    @property
    def first_letter(self) -> date | None: ...


def head(steps: Sequence[_Step], on: date) -> str:
    """How many communes are planned and how many of them work by that day."""
    if not steps:
        return "chưa có xã nào trong kế hoạch"
    working = sum(step.first_letter is not None and step.first_letter <= on for step in steps)
    due = sum(step.planned <= on for step in steps)
    return f"{len(steps)} xã trong kế hoạch, {due} đã tới ngày, {working} đã trao thư"


def step_line(name: str, stage: str, planned: date, began: date | None) -> str:
    """One commune of the plan."""
    told = f"trao thư đầu tiên ngày {began:%d/%m/%Y}" if began else "chưa trao thư nào"
    return f"{name}, {STAGES.get(stage, stage)}, từ {planned:%d/%m/%Y}: {told}."


def goal_line(by: date, share: int, source: str, reached: tuple[int, int]) -> str:
    """One goal, with how many communes work by then of how many."""
    asked = f" ({source})" if source else ""
    return f"Đến {by:%d/%m/%Y} phải đạt {share}%{asked}: {reached[0]} trong {reached[1]} xã."


def planned(count: int) -> str:
    """Communes were written into the plan."""
    return f"Đã ghi {count} xã vào kế hoạch."


def goal_kept(by: date, share: int) -> str:
    """A goal was written."""
    return f"Đã ghi mốc {share}% đến {by:%d/%m/%Y}."


def dropped(unit: str) -> str:
    """A commune was taken out of the plan."""
    return f"Đã bỏ {unit} khỏi kế hoạch."
