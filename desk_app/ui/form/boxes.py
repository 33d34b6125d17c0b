"""The box for each kind of field."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desk_app.ui.form.answer_box import AnswersBox, ChoiceBox, ManyAnswersBox, TickBox
from desk_app.ui.form.field_box import FieldBox, LineBox
from desk_app.ui.form.fields import Field
from desk_app.ui.form.long_box import LongBox
from desk_app.ui.form.number_box import NumberBox
from desk_app.ui.form.place_box import PlaceBox, Places
from desk_app.ui.form.told_box import ToldBox

_KINDS: Mapping[str, Callable[[Field], FieldBox]] = {
    "sex": AnswersBox,
    "who": AnswersBox,
    "choice": ChoiceBox,
    "check": TickBox,
    "number": NumberBox,
    "told": ToldBox,
    "long": LongBox,
    "many": ManyAnswersBox,
}


def make_box(field: Field, places: Places) -> FieldBox:
    """The box for a field of the table."""
    if field.kind == "place":
        return PlaceBox(field, places)
    return _KINDS.get(field.kind, LineBox)(field)
