"""Tasks after what was taken at the desk itself: they open, change and go with it, inside the same transaction."""

from __future__ import annotations

from dataclasses import replace

from common.words import follow_ups as words
from desk_app.db.register import Work
from desk_app.services.follow_ups import LONGEST, Done, done_within, open_within
from desk_app.services.seat import Seat

_NOTHING = "nothing"


def follow_answer(seat: Seat, work: Work, answer: int, told: str) -> None:
    """What was said with an answer that is not content has a task; with nothing said (any more) there is none."""
    ref = str(answer)
    if not told:
        let_go(seat, work, "answer", ref)
        return
    held, task = work.follow_ups.of_source("answer", ref), words.low_task(told, LONGEST)
    if held is not None and held.done_on is None:
        work.follow_ups.keep(replace(held, body={**held.body, "task": task}))
    elif held is None or held.body.get("outcome") == _NOTHING:
        open_within(seat, work, "answer", ref, task)


def let_go(seat: Seat, work: Work, source: str, source_ref: str) -> None:
    """The opinion was taken back: its open task ends with nothing to be done, and what was said goes from it."""
    held = work.follow_ups.of_source(source, source_ref)
    if held is None or held.done_on is not None:
        return
    task = words.CALL_TASK if source == "call-back" else words.LOW_TASK
    bare = replace(held, body={**held.body, "task": task})
    done_within(seat, work, bare, Done(_NOTHING, words.TAKEN_BACK))
