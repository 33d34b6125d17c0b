"""How SQLite would answer every question that an act asks: by an index, or by walking through a table that grows."""

from __future__ import annotations

import re
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

_LITERAL = re.compile(r"x?'(?:[^']|'')*'|\b[0-9]+\b")

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
def hearing(desk: Desk, heard: Callable[[str], object]) -> Iterator[None]:
    """Let SQLite tell every statement that it runs meanwhile, with its values, whoever gave it to the driver."""
    engine = desk.seat.register._engine

    def begin(raw: Any, record: Any, proxy: Any) -> None:
        raw.set_trace_callback(heard)

    def end(raw: Any, record: Any) -> None:
        raw.set_trace_callback(None)

    event.listen(engine, "checkout", begin)
    event.listen(engine, "checkin", end)
    yield
    event.remove(engine, "checkout", begin)
    event.remove(engine, "checkin", end)


@contextmanager
def watching(desk: Desk, found: dict[str, list[str]]) -> Iterator[None]:
    """Let SQLite explain every question that is asked meanwhile, each once: `found` holds its steps that walk."""
    engine, told = desk.seat.register._engine, dict[str, str]()

    def explain(raw: Any, record: Any) -> None:
        for shape, asked in told.items():
            if shape not in found and asked.split()[0] in ("SELECT", "WITH", "UPDATE", "DELETE"):
                plan = raw.execute(f"EXPLAIN QUERY PLAN {asked}").fetchall()
                found[shape] = walked([row[3] for row in plan], asked)
        told.clear()

    with hearing(desk, lambda asked: told.setdefault(_LITERAL.sub("?", asked), asked)):
        event.listen(engine, "checkin", explain)
        yield
        event.remove(engine, "checkin", explain)


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
