"""How SQLite would answer every question that an act asks: by an index, or by walking through a table that grows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from desk_app.services.desk import Desk
from tools.endurance.week import Robot

GROWING = (
    "registrations",
    "registration_versions",
    "people",
    "search_suffixes",
    "letters",
    "letter_registrations",
    "courtesies",
    "courtesy_names",
    "handings",
    "letter_numbers",
    "journal",
    "journal_parts",
)

COMMON_NAME = "ix_people_folded (folded=?)"
"""All who bear one name: a registration of a hundred for a common one. Two names are met within the index, any other
question has to ask for the day as well."""

ONE_EVENT = ("(event=?)", "(event=? AND unit=?)")
"""All births, marriages or deaths there are: a walk, although an index leads it."""


def walked(plan: list[str], asked: str) -> list[str]:
    """Steps that go through a whole growing table; from its end to the first hits it is no walk, unless each row is
    asked about in another table as well: there may be no hit."""
    sorts = any("TEMP B-TREE" in step or "CORRELATED" in step for step in plan)
    if "LIMIT" in asked and "ORDER BY" in asked and not sorts:
        return []
    walks = [step for step in plan if any(step.split(" USING")[0] == f"SCAN {table}" for table in GROWING)]
    walks += [step for step in plan if step.startswith("SEARCH registrations") and step.endswith(ONE_EVENT)]
    return walks + [step for step in plan if step.endswith(COMMON_NAME) and "INTERSECT" not in asked]


@contextmanager
def watching(desk: Desk, found: dict[str, list[str]]) -> Iterator[None]:
    """Let SQLite explain every question that is asked meanwhile, each once: `found` holds its steps that walk."""
    engine = desk.seat.register._engine

    def explain(connection: Any, cursor: Any, asked: str, given: Any, context: Any, many: bool) -> None:
        if asked in found or many or asked.split()[0] not in ("SELECT", "WITH", "UPDATE", "DELETE"):
            return
        plan = cursor.connection.execute(f"EXPLAIN QUERY PLAN {asked}", given).fetchall()
        found[asked] = walked([row[3] for row in plan], asked)

    event.listen(engine, "before_cursor_execute", explain)
    yield
    event.remove(engine, "before_cursor_execute", explain)


class Explained(Robot):
    """The robot of the endurance week, each of whose acts SQLite explains."""

    def __post_init__(self) -> None:
        self.asked: dict[str, dict[str, list[str]]] = {}
        self.desk: Desk | None = None
        super().__post_init__()

    def _open(self) -> Desk:
        self.desk = super()._open()
        return self.desk

    def walks(self) -> dict[str, list[str]]:
        """The acts that walk, with the questions that do."""
        several = ((act, [one for one, steps in asked.items() if steps]) for act, asked in self.asked.items())
        return {act: questions for act, questions in several if questions}

    def _does(self, act: str, work: Callable[[], Any]) -> Any:
        assert self.desk is not None
        with watching(self.desk, self.asked.setdefault(act, {})):
            return super()._does(act, work)
