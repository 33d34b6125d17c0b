"""A child process that holds three half-typed forms until somebody kills it: python unsaved_forms.py FOLDER."""

from __future__ import annotations

import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path

from desk_app.domain.events import EVENTS, Event
from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk
from desk_app.services.letter_values import Wish
from desk_app.ui.form.model import FormModel

FIGURES = {"date": "1/2/2020", "number": "7", "check": "1"}
HOME = "thôn Bến Trà, xã An Liên"


def typed(desk: Desk, event: Event) -> FormModel:
    """Every text field holds its own name; of a birth the father lives where the mother does, who declares, though
    nobody has typed where that is."""
    model = FormModel(desk, event)
    linked = ("father_residence", "mother_residence") if event == "birth" else ()
    for name, field in model.fields.items():
        if ":" not in name and name not in linked and not (linked and name.startswith("declarant_")):
            plain = field.choices[-1][0] if field.choices and field.kind in ("sex", "choice") else f"chữ của {name}"
            model.write(name, FIGURES.get(field.kind, plain))
    if event == "birth":
        model.write("pick:home", "1")
        model.write("pick:declarant", "mother")
        model.wish = Wish(
            free_line="Chúc cháu ngủ ngon", choices=frozenset({"to-mother"}), addresses={"mother": "thím"}, english=True
        )
    return model


if __name__ == "__main__":
    world = World(lambda: datetime(2026, 11, 20, 9, 30, tzinfo=UTC), secrets.token_bytes, practice=True)
    opened = open_desk(Path(sys.argv[1]), world, Login("clerk", "demo"))
    for event in EVENTS:
        typed(opened, event).keep()
    print("kept", flush=True)
    sys.stdin.read()
