"""The screen turned to the citizen: each of its steps."""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.ui.counter.model import PAUSE_S
from desk_app.ui.counter.view import CounterScreen
from tools.pictures.stage import Stage


def counter_walk(stage: Stage) -> Iterator[str]:
    """The name of each picture."""
    moments = iter(range(10**6))
    screen = CounterScreen(stage.desk, lambda: next(moments) * PAUSE_S, "chị Hằng")
    stage.frame.show_only(screen)
    stage.settle()
    yield "30-counter"
    screen.choices.buttons[2].click()
    screen.choices.buttons[0].click()
    stage.settle()
    yield "30-counter-reasons"
    screen.on.click()
    stage.settle()
    yield "30-counter-question"
    screen.stop.click()
    stage.settle()
    yield "30-counter-thanks"
    screen.staff.click()
    stage.settle()
    yield "30-counter-staff"
    stage.frame.show_only(stage.window)
    stage.frame.drop(screen)
    stage.settle()
