"""The plan of the roll-out: which commune begins when, and which share is to work by which day."""

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, insert, select

from district.store.office_tables import rollout, rollout_goals


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One commune of the plan. `stage` is pilot, volunteer or everyone; `planned_on` an ISO day."""

    unit: str
    stage: str
    planned_on: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class GoalRow:
    """By the ISO day that share of the communes (percent) is to work; `source` names the letter that asks for it."""

    by_day: str
    share: int
    source: str


class RolloutRows:
    """The rows of the plan within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def plan(self) -> tuple[PlanRow, ...]:
        """Every commune of the plan, by code."""
        return tuple(PlanRow(*row) for row in self._connection.execute(select(rollout).order_by(rollout.c.unit)))

    def put(self, row: PlanRow) -> None:
        """Write what is planned for a commune, in the place of what was planned before."""
        self.drop(row.unit)
        self._connection.execute(insert(rollout).values(asdict(row)))

    def drop(self, unit: str) -> bool:
        """Take a commune out of the plan; whether it stood there."""
        return bool(self._connection.execute(delete(rollout).where(rollout.c.unit == unit)).rowcount)

    def goals(self) -> tuple[GoalRow, ...]:
        """The goals by day."""
        asked = select(rollout_goals).order_by(rollout_goals.c.by_day)
        return tuple(GoalRow(*row) for row in self._connection.execute(asked))

    def put_goal(self, row: GoalRow) -> None:
        """Write the goal of a day, in the place of that day's before."""
        self.drop_goal(row.by_day)
        self._connection.execute(insert(rollout_goals).values(asdict(row)))

    def drop_goal(self, by_day: str) -> bool:
        """Take a goal away; whether it stood there."""
        gone = self._connection.execute(delete(rollout_goals).where(rollout_goals.c.by_day == by_day))
        return bool(gone.rowcount)
