"""The page Bộ tiêu chí: a year being scored, and a draft of the set over it."""

from __future__ import annotations

from collections.abc import Iterator

from tools.pictures.stage import Stage

_SCORED = {"2.1": ("3", ""), "2.2": ("3,5", "phòng chờ còn thiếu quạt"), "2.3": ("2", "chưa có lối cho xe lăn")}


def criteria_walk(stage: Stage) -> Iterator[str]:
    """One year, then the draft of a set."""
    criteria = stage.desk.criteria
    year = stage.desk.seat.today().year
    for code, (points, reason) in _SCORED.items():
        criteria.score(year, code, {"points": points, "reason": reason})
    page = stage.go("criteria")
    yield "criteria"
    mark = criteria.editing.begin("mau-100").mark
    page.edit.click()
    stage.settle()
    yield "criteria-set"
    stage.dismiss()
    criteria.editing.drop(mark)
