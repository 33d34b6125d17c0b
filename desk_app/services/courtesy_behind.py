"""What stands behind a letter of thanks or apology: the letter it replaces, the follow-up that it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from common.words import follow_ups as words
from desk_app.db.register import Work
from desk_app.services.drafting import unfinished_of
from desk_app.services.follow_ups import Done, done_within
from desk_app.services.seat import Seat

_REPLACES, _TASK, _PAPER = "replaces:", "task:", "paper:"


@dataclass(frozen=True, slots=True)
class Behind:
    """`itself` is the letter whose place the new one takes, `task` the follow-up it is written from, 0 where there is
    none; `template` the paper that was chosen, "" for the usual one. Kept beside the draft: it outlives a closed
    window."""

    itself: int = 0
    task: int = 0
    template: str = ""

    @property
    def links(self) -> str:
        """As it is kept beside a draft."""
        told = ((_REPLACES, self.itself), (_TASK, self.task), (_PAPER, self.template))
        return " ".join(f"{name}{id}" for name, id in told if id)


def behind(links: str) -> Behind:
    """What was kept beside a draft; nothing where that is of a registration."""
    found, paper = {name: 0 for name in (_REPLACES, _TASK)}, ""
    for each in links.split():
        name, _, id = each.rpartition(":")
        if f"{name}:" in found and id.isdigit():
            found[f"{name}:"] = int(id)
        elif f"{name}:" == _PAPER:
            paper = id
    return Behind(found[_REPLACES], found[_TASK], paper)


def tasks_of(work: Work, draft_id: str, itself: int) -> tuple[int, ...]:
    """The follow-ups that a letter out of this draft will answer: its own, and those of the letter that it replaces."""
    kept = work.drafts.get(draft_id) if draft_id else None
    own = behind(unfinished_of(kept).links).task if kept else 0
    held = [task.id for task in work.follow_ups.of_letter(itself)] if itself else []
    return tuple(dict.fromkeys((*held, *((own,) if own else ()))))


def take_on(work: Work, letter: int, tasks: Sequence[int]) -> None:
    """The letter stands for these follow-ups."""
    for task in filter(None, map(work.follow_ups.get, tasks)):
        work.follow_ups.keep(replace(task, letter_id=letter))


def let_go(work: Work, letter: int) -> None:
    """The letter no longer counts: its follow-ups wait for another."""
    for task in work.follow_ups.of_letter(letter):
        work.follow_ups.keep(replace(task, letter_id=None))


def fulfil(seat: Seat, work: Work, letter: int) -> None:
    """The letter is in the hand of whom it was written to: its follow-ups that still stand open are done by it."""
    for task in work.follow_ups.of_letter(letter):
        if task.done_on is None:
            done_within(seat, work, task, Done("letter", words.LETTER_HANDED))
