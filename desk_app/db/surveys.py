"""Surveys that hang on no letter: who asks whom, where slips went and how many came back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from desk_app.db.rows import desk_answers
from desk_app.db.voice_rows import survey_places, surveys

_KEPT, _PLACE, _SLIP = surveys.c, survey_places.c, desk_answers.c


@dataclass(frozen=True, slots=True)
class KeptSurvey:
    """One survey; `subject` is that of its journal lines, `body` a JSON object."""

    id: int
    subject: str
    name: str
    begun_on: date
    closed_on: date | None = None
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Where slips of a survey went: handed out, come back, blank or spoiled among these."""

    id: int
    survey_id: int
    name: str
    handed: int = 0
    returned: int = 0
    spoiled: int = 0


class Surveys:
    """The surveys of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, survey: KeptSurvey) -> int:
        """Keep a new one, whatever its id says; its id."""
        return int(self._connection.execute(insert(surveys), _values(survey)).lastrowid)

    def keep(self, survey: KeptSurvey) -> None:
        """Keep it in the place of what was kept under its id."""
        self._connection.execute(update(surveys).where(_KEPT.id == survey.id).values(_values(survey)))

    def get(self, id: int) -> KeptSurvey | None:
        """The survey of this id."""
        row = self._connection.execute(select(surveys).where(_KEPT.id == id)).first()
        return _survey(row) if row else None

    def all(self) -> tuple[KeptSurvey, ...]:
        """Every survey, the latest begun first."""
        wanted = select(surveys).order_by(_KEPT.begun_on.desc(), _KEPT.id.desc())
        return tuple(_survey(row) for row in self._connection.execute(wanted))

    def drop(self, id: int) -> None:
        """Forget one to which nothing was answered yet, with its places."""
        self._connection.execute(delete(survey_places).where(_PLACE.survey_id == id))
        self._connection.execute(delete(surveys).where(_KEPT.id == id))

    def places(self, survey_id: int) -> tuple[KeptPlace, ...]:
        """The places of a survey in the order they were added."""
        wanted = select(survey_places).where(_PLACE.survey_id == survey_id).order_by(_PLACE.id)
        return tuple(KeptPlace(*row) for row in self._connection.execute(wanted))

    def add_place(self, place: KeptPlace) -> int:
        """Keep a new place, whatever its id says; its id."""
        return int(self._connection.execute(insert(survey_places), _place_values(place)).lastrowid)

    def keep_place(self, place: KeptPlace) -> None:
        """Keep it in the place of what was kept under its id."""
        self._connection.execute(update(survey_places).where(_PLACE.id == place.id).values(_place_values(place)))

    def drop_place(self, id: int) -> None:
        """Forget a place from which no answer came."""
        self._connection.execute(delete(survey_places).where(_PLACE.id == id))

    def typed_at(self, place: KeptPlace) -> int:
        """How many slips of a place were typed: asked after every one, so it reads none of them."""
        mine = (_SLIP.survey_id == place.survey_id) & (_SLIP.place_id == place.id)
        return int(self._connection.execute(select(func.count()).where(mine)).scalar_one())

    def typed(self) -> Mapping[int, int]:
        """How many slips of each survey were typed (ratings.survey_answers)."""
        counted = select(_SLIP.survey_id, func.count()).where(_SLIP.survey_id.is_not(None)).group_by(_SLIP.survey_id)
        return {int(id): int(n) for id, n in self._connection.execute(counted)}


def _values(survey: KeptSurvey) -> dict[str, object]:
    return {
        "subject": survey.subject,
        "name": survey.name,
        "begun_on": survey.begun_on.isoformat(),
        "closed_on": survey.closed_on.isoformat() if survey.closed_on else None,
        "body": dict(survey.body),
    }


def _place_values(place: KeptPlace) -> dict[str, object]:
    names = ("survey_id", "name", "handed", "returned", "spoiled")
    return {name: getattr(place, name) for name in names}


def _survey(row: Any) -> KeptSurvey:
    closed = date.fromisoformat(row.closed_on) if row.closed_on else None
    return KeptSurvey(row.id, row.subject, row.name, date.fromisoformat(row.begun_on), closed, row.body)
