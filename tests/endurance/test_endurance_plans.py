"""No page, no queue and no act walks through the whole register: SQLite itself says how it answers each question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from desk_app.house import open_desk
from desk_app.services.desk import Desk
from tools.endurance.grown import LOGIN, Clock, make, world
from tools.endurance.week import Robot

GROWING = (
    "registrations",
    "registration_versions",
    "people",
    "search_suffixes",
    "letters",
    "letter_registrations",
    "journal",
    "journal_parts",
)
WALKS = ("report", "ratings", "month", "copy")
"""Acts that pass over every line, and say so (tools/endurance/table.py)."""


def walked(plan: list[str], asked: str) -> list[str]:
    """Steps that go through a whole growing table; from its end to the first hits it is no walk, unless each row is
    asked about in another table as well: there may be no hit."""
    sorts = any("TEMP B-TREE" in step or "CORRELATED" in step for step in plan)
    if "LIMIT" in asked and "ORDER BY" in asked and not sorts:
        return []
    return [step for step in plan if any(step.split(" USING")[0] == f"SCAN {table}" for table in GROWING)]


@contextmanager
def watching(desk: Desk, found: dict[str, list[str]]) -> Iterator[None]:
    """Let SQLite explain every question that is asked meanwhile."""
    engine = desk.seat.register._engine
    seen: set[str] = set()

    def explain(connection: Any, cursor: Any, asked: str, given: Any, context: Any, many: bool) -> None:
        if asked in seen or many or asked.split(" ")[0] not in ("SELECT", "WITH", "UPDATE", "DELETE"):
            return
        seen.add(asked)
        plan = cursor.connection.execute(f"EXPLAIN QUERY PLAN {asked}", given).fetchall()
        steps = walked([row[3] for row in plan], asked)
        if steps:
            found[asked] = steps

    event.listen(engine, "before_cursor_execute", explain)
    yield
    event.remove(engine, "before_cursor_execute", explain)


class Explained(Robot):
    """The robot of the endurance week, each of whose acts SQLite explains."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.walks: dict[str, dict[str, list[str]]] = {}
        self.desk: Desk | None = None

    def _open(self) -> Desk:
        self.desk = super()._open()
        return self.desk

    def _does(self, act: str, work: Callable[[], Any]) -> Any:
        assert self.desk is not None
        with watching(self.desk, self.walks.setdefault(act, {})):
            return super()._does(act, work)


@pytest.fixture(scope="module")
def explained(tmp_path_factory: pytest.TempPathFactory) -> Explained:
    folder, clock = tmp_path_factory.mktemp("hỏi") / "quầy", Clock()
    make(folder, clock)
    clock.moment = Clock().moment
    robot = Explained(folder, clock)
    robot.week(3, 2)
    return robot


def test_no_page_and_no_act_walks_through_the_register(explained: Explained) -> None:
    walks = {act: found for act, found in explained.walks.items() if found and not any(word in act for word in WALKS)}
    assert len(explained.walks) >= 20
    assert walks == {}


def test_a_question_without_an_index_is_seen(explained: Explained) -> None:
    with closing(open_desk(explained.folder, world(explained.clock), LOGIN)) as desk:
        found: dict[str, list[str]] = {}
        with watching(desk, found), desk.seat.reading() as reading:
            reading.registrations.without_letter(9)
            tuple(reading.journal.facts("voided"))
        assert len(found) == 2
