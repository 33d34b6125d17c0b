"""Names and words of what people said at sessions: found when somebody asks what is held about them, taken away when
the law has it so. What was chosen, the days and the count stay."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from common.names import fold
from common.words import sessions as words
from common.words.numbering import ERASED
from desk_app.db.register import Reading, Work
from desk_app.db.sessions import KeptOpinion, KeptSession
from desk_app.services.erased_reasons import without
from desk_app.services.lines import act_entry
from desk_app.services.reasons import reason_given
from desk_app.services.seat import Seat
from desk_app.services.sessions_kept import said_of, session_of
from desk_app.services.trouble import Mistake

Names = Callable[[str], bool]
_TYPED = ("text", "reply", "who", "speaker", "hamlet")


def opinions_naming(store: Reading | Work, names: Names) -> tuple[KeptOpinion, ...]:
    """The opinions that name them, those taken back too."""
    return tuple(one for one in store.sessions.opinions() if names(_told(one)))


def sessions_naming(store: Reading | Work, names: Names) -> tuple[KeptSession, ...]:
    """The sessions whose plan or attendance names them."""
    return tuple(one for one in store.sessions.all() if names(_told(one)))


def forget_said(work: Work, names: Names) -> int:
    """Put other words where opinions and sessions name them, in how many; each counts on."""
    opinions, sessions = opinions_naming(work, names), sessions_naming(work, names)
    for one in opinions:
        work.sessions.keep_opinion(replace(one, body=without(dict(one.body), names)))
    for each in sessions:
        work.sessions.keep(replace(each, body=without(dict(each.body), names)))
    return len(opinions) + len(sessions)


def erase_opinion(seat: Seat, id: int, reason: str) -> bool:
    """Erase by law every word that was typed into one opinion, whether the file could be written anew; it counts on.
    For leader and administrator. Raises Mistake: reason-empty, erase-reason-names, no-such-opinion."""
    seat.may("erase")
    why = reason_given(reason)
    with seat.work() as work:
        kept = work.sessions.opinion(id)
        if kept is None:
            raise Mistake("no-such-opinion", {"id": str(id)})
        opinion = dict(kept.body["opinion"])
        if opinion["speaker"] and fold(str(opinion["speaker"])) in fold(why):
            raise Mistake("erase-reason-names")
        gone = {name: ERASED for name in _TYPED if opinion[name]}
        body = {**kept.body, "opinion": {**opinion, **gone}}
        if kept.body.get("done"):
            body["done"] = {**kept.body["done"], "result": ERASED}
        body |= {"why": ERASED} if body.get("why") else {}
        work.sessions.keep_opinion(replace(kept, body=body))
        home = {"act": "session-erased", "what": str(id), "reason": why}
        work.journal.append(act_entry(seat, "local", seat.subject(), {}, home))
        work.commit()
    return seat.scrubbed()


@dataclass(frozen=True, slots=True)
class SaidOf:
    """What sessions hold of somebody: the first day, a line for each opinion and each session."""

    since: date | None
    told: tuple[str, ...]


def said_about(reading: Reading, names: Names) -> SaidOf:
    """The opinions that name them, and the sessions that do."""
    held = {one.id: session_of(one, ()) for one in reading.sessions.all()}
    said = [said_of(one) for one in opinions_naming(reading, names)]
    named = [held[one.id] for one in sessions_naming(reading, names)]
    lines = [words.held_opinion(held[one.session].on, one.opinion.field, one.opinion.text) for one in said]
    lines += [words.held_session(one.on, one.plan.place) for one in named]
    days = [held[one.session].on for one in said] + [one.on for one in named]
    return SaidOf(min(days, default=None), tuple(lines))


def _told(one: KeptOpinion | KeptSession) -> str:
    return json.dumps(dict(one.body), ensure_ascii=False)
