"""What is to be done after an opinion: by when, by whom, and what came of it. Free text never leaves the desk."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from common.names import tidy
from common.words import follow_ups as words
from common.words.desk_papers import LONGEST_LINE
from desk_app.db.follow_ups import KeptFollowUp
from desk_app.db.register import Reading, Work
from desk_app.services.board_proposals import has_number
from desk_app.services.lines import act_entry
from desk_app.services.naming import after_working_days
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

DAYS: Mapping[str, int] = {"call-back": 3, "answer": 5}
"""Days of work within which it is to be done, by what it comes from."""
OTHER_DAYS = 10
LONGEST = 500
"""Characters of one text."""
_CALLED = "called-back"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One task. `told` is what was done, `public` the sentence for the poster; both empty until then."""

    id: int
    source: str
    source_ref: str
    task: str
    opened_on: date
    due_on: date
    done_on: date | None
    outcome: str
    told: str
    public: str
    letter: int | None
    who: str

    def late(self, today: date) -> bool:
        """Still to be done, and its day is over."""
        return self.done_on is None and today > self.due_on


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task: the `outcome` travels, `told` and the `public` sentence stay."""

    outcome: str
    told: str
    public: str = ""
    letter: int | None = None


@dataclass(frozen=True, slots=True)
class FollowUps:
    """The tasks of one desk, for the person at this seat. Each act is one transaction with its line."""

    seat: Seat

    def listed(self) -> tuple[FollowUp, ...]:
        """Those to be done first, the most urgent on top; then what was done, the latest first."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            kept = [_shown(one) for one in reading.follow_ups.all()]
        waiting = sorted((one for one in kept if one.done_on is None), key=lambda one: (one.due_on, one.id))
        done = sorted((one for one in kept if one.done_on), key=lambda one: (str(one.done_on), one.id), reverse=True)
        return (*waiting, *done)

    def open(self, source: str, source_ref: str = "", task: str = "") -> FollowUp:
        """Take a task on; the one that stands open for the same opinion is given back. Raises Mistake:
        follow-up-task-empty, follow-up-too-long."""
        self.seat.may("rate")
        seat = self.seat.still()
        with seat.work() as work:
            kept = open_within(seat, work, source, source_ref, _text(task, "follow-up-task-empty"))
            work.commit()
        return _shown(kept)

    def done(self, id: int, done: Done) -> FollowUp:
        """Write down what came of it; said anew it is the next version. Raises Mistake: no-such-follow-up,
        follow-up-told-empty, follow-up-too-long, board-has-a-number, board-line-too-long."""
        self.seat.may("rate")
        seat, told = self.seat.still(), _text(done.told, "follow-up-told-empty")
        with seat.work() as work:
            kept = _kept(work, id)
            kept = done_within(seat, work, kept, replace(done, told=told, public=_for_the_wall(done.public)))
            work.commit()
        return _shown(kept)

    def reopen(self, id: int) -> FollowUp:
        """It is to be done again; the line of how it was done stays until the next one. Raises Mistake:
        no-such-follow-up."""
        self.seat.may("rate")
        with self.seat.work() as work:
            kept = replace(_kept(work, id), done_on=None)
            work.follow_ups.keep(kept)
            work.journal.append(
                act_entry(self.seat, "local", self.seat.subject(), {}, {"act": "follow-up-reopened", "what": str(id)})
            )
            work.commit()
        return _shown(kept)


def open_within(seat: Seat, work: Work, source: str, source_ref: str, task: str) -> KeptFollowUp:
    """Take a task on inside another act; asked twice for one opinion it is the task that stands already."""
    held = work.follow_ups.of_source(source, source_ref) if source_ref else None
    if held is not None and held.done_on is None:
        return held
    today = seat.today()
    due = after_working_days(today, DAYS.get(source, OTHER_DAYS))
    kept = KeptFollowUp(0, seat.subject(), source, source_ref, today, due, body={"task": task, "who": seat.user})
    return _begin(seat, work, kept)


def done_within(seat: Seat, work: Work, kept: KeptFollowUp, done: Done, on: date | None = None) -> KeptFollowUp:
    """Write down inside another act what came of a task, `on` that day (today)."""
    day = on or seat.today()
    version = 1 + sum(line.kind == "follow-up-done" for line in work.journal.of_subject(kept.subject))
    figures = {"outcome": done.outcome, "done_on": day.isoformat()}
    work.journal.append(replace(act_entry(seat, "follow-up-done", kept.subject, figures, {}), version=version))
    # What was typed stands in the task alone: there it can be erased by law, a line of the journal could not.
    body = {**kept.body, "outcome": done.outcome, "told": done.told, "public": done.public, "done_by": seat.user}
    made = replace(kept, done_on=day, letter_id=done.letter or kept.letter_id, body=body)
    work.follow_ups.keep(made)
    return made


def call_done(seat: Seat, work: Work, message_id: str) -> None:
    """Somebody rang the person who asked for it; said twice, the first note stays. Notes of before become tasks that
    are done."""
    settle_older(seat, work)
    held = work.follow_ups.of_source("call-back", message_id)
    if held is None or held.done_on is None:
        kept = held or open_within(seat, work, "call-back", message_id, words.CALL_TASK)
        done_within(seat, work, kept, Done("explained", words.CALLED))


def calls_made(reading: Reading) -> frozenset[str]:
    """The call-back requests that were answered, notes of before included."""
    done = {one.source_ref for one in reading.follow_ups.all() if one.source == "call-back" and one.done_on}
    return frozenset(done | set(json.loads(reading.office.get(_CALLED) or "{}")))


def settle_older(seat: Seat, work: Work) -> None:
    """Notes of calls that were kept among the office's papers become tasks that are done, on the day of the note."""
    made: dict[str, list[str]] = json.loads(work.office.get(_CALLED) or "{}")
    if not made:
        return
    asked = {one.message_id: one.on for one in work.ratings.messages()}
    for message_id, (moment, _) in made.items():
        called = date.fromisoformat(moment[:10])
        opened = min(asked.get(message_id, called), called)
        due, body = after_working_days(opened, DAYS["call-back"]), {"task": words.CALL_TASK, "who": seat.user}
        kept = KeptFollowUp(0, seat.subject(), "call-back", message_id, opened, due, body=body)
        done_within(seat, work, _begin(seat, work, kept), Done("explained", words.CALLED), called)
    work.office.put(_CALLED, "{}")


def _begin(seat: Seat, work: Work, kept: KeptFollowUp) -> KeptFollowUp:
    days = {"opened_on": kept.opened_on.isoformat(), "due_on": kept.due_on.isoformat()}
    work.journal.append(act_entry(seat, "follow-up-opened", kept.subject, {"source": kept.source, **days}, {}))
    return replace(kept, id=work.follow_ups.add(kept))


def _kept(work: Work, id: int) -> KeptFollowUp:
    kept = work.follow_ups.get(id)
    if kept is None:
        raise Mistake("no-such-follow-up", {"id": str(id)})
    return kept


def _text(text: str, empty: str) -> str:
    told = tidy(text)
    if not told:
        raise Mistake(empty)
    return _short(told)


def _for_the_wall(text: str) -> str:
    """The sentence for the board "Xã đã sửa gì", refused while somebody sits here who can write it otherwise."""
    told = tidy(text)
    if has_number(told):
        raise Mistake("board-has-a-number")
    if len(told) > LONGEST_LINE:
        raise Mistake("board-line-too-long", {"limit": str(LONGEST_LINE)})
    return told


def _short(text: str) -> str:
    if len(text) > LONGEST:
        raise Mistake("follow-up-too-long", {"limit": str(LONGEST)})
    return text


def _shown(kept: KeptFollowUp) -> FollowUp:
    task, outcome, told, public, who = (
        str(kept.body.get(name, "")) for name in ("task", "outcome", "told", "public", "who")
    )
    opinion, days = (kept.id, kept.source, kept.source_ref, task), (kept.opened_on, kept.due_on, kept.done_on)
    return FollowUp(*opinion, *days, outcome, told, public, kept.letter_id, who)
