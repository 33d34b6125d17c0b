"""What is typed of a survey and of a place where its slips went."""

from __future__ import annotations

from collections.abc import Mapping

from common.words import surveys_page as said
from desk_app.ui.parts.fields_dialog import FieldOf


def plan_fields(choices: Mapping[str, tuple[tuple[str, str], ...]]) -> tuple[FieldOf, ...]:
    """The facts of a survey."""
    hints = {"name": said.NAME_HINT}
    wide = {"name", "by_name", "note"}
    return tuple(
        FieldOf(name, label, hints.get(name, ""), choices.get(name, ()), name in wide)
        for name, label in said.PLAN_FIELDS.items()
    )


def place_fields() -> tuple[FieldOf, ...]:
    """One place where slips went."""
    hints = {"name": said.PLACE_HINT}
    return tuple(
        FieldOf(name, label, hints.get(name, ""), (), name == "name") for name, label in said.PLACE_FIELDS.items()
    )
