"""Buổi sáng với Nhân dân (seed 000): planned, held, what people said and what became of it. Counts and days travel;
words and names stay at the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from common.names import tidy
from desk_app.db.register import Reading, Work
from desk_app.db.sessions import KeptOpinion, KeptSession
from desk_app.domain.problems import Problem
from desk_app.domain.reading_session import read_done, read_held, read_opinion, read_plan
from desk_app.domain.sessions import SHORTEST, Held, Opinion, to_json
from desk_app.services.lines import act_entry
from desk_app.services.seat import Seat
from desk_app.services.sessions_kept import Said, Session, said_of, session_of
from desk_app.services.trouble import Mistake

Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of one desk. What can be mended comes back as problems; each act is one transaction."""

    seat: Seat

    # ---- looking

    def listed(self) -> tuple[Session, ...]:
        """What stands, the latest day first, each with its opinions."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            said: dict[int, list[Said]] = {}
            for kept in reading.sessions.opinions():
                said.setdefault(kept.session, []).append(said_of(kept))
            kept_sessions = [one for one in reading.sessions.all() if one.taken_back_on is None]
        return tuple(session_of(one, said.get(one.id, ())) for one in kept_sessions)

    def one(self, id: int) -> Session:
        """A session, one that was taken back too. Raises Mistake("no-such-session")."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return _one(reading, id)

    def late(self) -> tuple[Said, ...]:
        """What was promised or passed up, is past its day and not done, the oldest day first."""
        today = self.seat.today()
        every = (said for one in self.listed() for said in one.said)
        return tuple(sorted((said for said in every if said.is_late(today)), key=lambda said: (said.due, said.id)))

    # ---- sessions

    def plan(self, values: Mapping[str, object], id: int = 0) -> Session | Problems:
        """A session to come, or with `id` another plan for it. Raises Mistake: no-such-session, session-taken-back."""
        self.seat.may("rate")
        outcome = read_plan(values)
        plan = outcome.value
        if plan is None:
            return outcome.problems
        seat = self.seat.still()
        with seat.work() as work:
            kept = _standing(work, id) if id else KeptSession(0, seat.subject(), plan.on, body={"version": 0})
            body = {**kept.body, "plan": to_json(plan), "topic": plan.topic or plan.place, "who": seat.user}
            kept = replace(kept, planned_on=plan.on, body=body)
            if id:
                work.sessions.keep(kept)
            else:
                kept = replace(kept, id=work.sessions.add(kept))
            _local(seat, work, "session-planned", kept.id)
            work.commit()
            return _read(kept)

    def hold(self, id: int, values: Mapping[str, object]) -> Session | Problems:
        """It was held; said again it is mended, and lines of its opinions follow where the day is another. Raises
        Mistake: no-such-session, session-taken-back, session-opinions-before."""
        self.seat.may("rate")
        seat = self.seat.still()
        outcome = read_held(values, seat.today())
        held = outcome.value
        if held is None:
            return outcome.problems
        with seat.work() as work:
            kept = _standing(work, id)
            said = [one for one in work.sessions.opinions(id) if not said_of(one).taken_back_on]
            if any(day < held.on for one in said for day in (one.due_on, one.done_on) if day):
                raise Mistake("session-opinions-before", {"day": f"{held.on:%d/%m/%Y}"})
            moved = kept.held_on is not None and kept.held_on != held.on
            body = {**kept.body, "held": to_json(held), "version": int(kept.body["version"]) + 1, "who": seat.user}
            kept = replace(kept, held_on=held.on, body=body)
            work.sessions.keep(kept)
            _tell_session(seat, work, kept)
            for one in said if moved else ():
                _keep_said(seat, work, kept, one)
            work.commit()
        return self.one(id)

    def take_back(self, id: int, reason: str) -> None:
        """It counts nowhere any more, nor does what was said there. Raises Mistake: session-reason-empty,
        session-reason-long, no-such-session, session-taken-back."""
        self.seat.may("rate")
        seat, why = self.seat.still(), _reason(reason)
        with seat.work() as work:
            kept = _standing(work, id)
            gone = seat.today()
            body = {**kept.body, "why": why, "version": int(kept.body["version"]) + (kept.held_on is not None)}
            kept = replace(kept, taken_back_on=gone, body=body)
            work.sessions.keep(kept)
            if kept.held_on is None:
                _local(seat, work, "session-dropped", id)
            else:
                _tell_session(seat, work, kept)
            for one in work.sessions.opinions(id):
                if not said_of(one).taken_back_on:
                    _keep_said(seat, work, kept, _gone(one, gone, why))
            work.commit()

    # ---- opinions

    def say(self, session: int, values: Mapping[str, object]) -> Said | Problems:
        """One more opinion of a session that was held. Raises Mistake: no-such-session, session-taken-back,
        session-not-held."""
        self.seat.may("rate")
        seat = self.seat.still()
        with seat.work() as work:
            kept, held = _held(work, session)
            outcome = read_opinion(values, held)
            opinion = outcome.value
            if opinion is None:
                return outcome.problems
            body = {"opinion": to_json(opinion), "version": 0, "who": seat.user}
            one = KeptOpinion(0, session, seat.subject(), opinion.due_on, body=body)
            one = replace(one, id=work.sessions.add_opinion(one))
            one = _keep_said(seat, work, kept, one)
            work.commit()
        return said_of(one)

    def change(self, opinion: int, values: Mapping[str, object]) -> Said | Problems:
        """Other facts for an opinion, its next version; facts that `values` leaves out stay, and so does its result
        unless it counts as answered at once now. Raises Mistake: no-such-opinion, session-taken-back."""
        self.seat.may("rate")
        seat = self.seat.still()
        with seat.work() as work:
            one = _said(work, opinion)
            kept, held = _held(work, one.session)
            outcome = read_opinion({**to_json(said_of(one).opinion), **values}, held)
            told = outcome.value
            if told is None:
                return outcome.problems
            answered = told.answer == "answered"
            body = {**one.body, "opinion": to_json(told), "who": seat.user, **({"done": None} if answered else {})}
            one = replace(one, due_on=told.due_on, done_on=None if answered else one.done_on, body=body)
            one = _keep_said(seat, work, kept, one)
            work.commit()
        return said_of(one)

    def done(self, opinion: int, values: Mapping[str, object]) -> Said | Problems:
        """What came of a promise; said again it is mended. Raises Mistake: no-such-opinion, session-taken-back,
        opinion-answered."""
        self.seat.may("rate")
        seat = self.seat.still()
        with seat.work() as work:
            one = _said(work, opinion)
            kept, held = _held(work, one.session)
            if said_of(one).opinion.answer == "answered":
                raise Mistake("opinion-answered")
            outcome = read_done(values, held, seat.today())
            done = outcome.value
            if done is None:
                return outcome.problems
            one = replace(one, done_on=done.on, body={**one.body, "done": to_json(done), "who": seat.user})
            one = _keep_said(seat, work, kept, one)
            work.commit()
        return said_of(one)

    def drop(self, opinion: int, reason: str) -> None:
        """An opinion counts nowhere any more. Raises Mistake: session-reason-empty, session-reason-long,
        no-such-opinion, session-taken-back."""
        self.seat.may("rate")
        seat, why = self.seat.still(), _reason(reason)
        with seat.work() as work:
            one = _said(work, opinion)
            kept, _ = _held(work, one.session)
            _keep_said(seat, work, kept, _gone(one, seat.today(), why))
            work.commit()


def figures_of(held: Held) -> dict[str, object]:
    """What of a session travels."""
    return {"held_on": held.on.isoformat(), "citizens": held.citizens, "bodies": len(held.bodies)}


def opinion_figures(held_on: date, one: KeptOpinion, opinion: Opinion) -> dict[str, object]:
    """What of an opinion travels: days and words of closed lists."""
    days = {"due_on": one.due_on, "done_on": one.done_on}
    told = {name: day.isoformat() for name, day in days.items() if day}
    return {"held_on": held_on.isoformat(), "field": opinion.field, "answer": opinion.answer, **told}


def _tell_session(seat: Seat, work: Work, kept: KeptSession) -> None:
    session = session_of(kept, ())
    assert session.held is not None
    gone = {"taken_back": 1} if kept.taken_back_on else {}
    line = act_entry(seat, "session", kept.subject, {**figures_of(session.held), **gone}, {})
    work.journal.append(replace(line, version=int(kept.body["version"])))


def _keep_said(seat: Seat, work: Work, kept: KeptSession, one: KeptOpinion) -> KeptOpinion:
    """Its next version, and the line that says so; what was typed stands in the row alone, where it can be erased."""
    assert kept.held_on is not None
    one = replace(one, body={**one.body, "version": int(one.body["version"]) + 1})
    work.sessions.keep_opinion(one)
    said = said_of(one)
    gone = {"taken_back": 1} if said.taken_back_on else {}
    figures = {**opinion_figures(kept.held_on, one, said.opinion), **gone}
    line = act_entry(seat, "session-opinion", one.subject, figures, {})
    work.journal.append(replace(line, version=said.version))
    return one


def _local(seat: Seat, work: Work, act: str, id: int) -> None:
    work.journal.append(act_entry(seat, "local", seat.subject(), {}, {"act": act, "what": str(id)}))


def _gone(one: KeptOpinion, day: date, why: str) -> KeptOpinion:
    return replace(one, body={**one.body, "taken_back_on": day.isoformat(), "why": why})


def _one(store: Reading | Work, id: int) -> Session:
    kept = store.sessions.get(id)
    if kept is None:
        raise Mistake("no-such-session", {"id": str(id)})
    return session_of(kept, [said_of(one) for one in store.sessions.opinions(id)])


def _read(kept: KeptSession) -> Session:
    return session_of(kept, ())


def _standing(work: Work, id: int) -> KeptSession:
    kept = work.sessions.get(id)
    if kept is None:
        raise Mistake("no-such-session", {"id": str(id)})
    if kept.taken_back_on is not None:
        raise Mistake("session-taken-back", {"day": f"{kept.taken_back_on:%d/%m/%Y}"})
    return kept


def _held(work: Work, id: int) -> tuple[KeptSession, date]:
    kept = _standing(work, id)
    if kept.held_on is None:
        raise Mistake("session-not-held")
    return kept, kept.held_on


def _said(work: Work, id: int) -> KeptOpinion:
    one = work.sessions.opinion(id)
    if one is None:
        raise Mistake("no-such-opinion", {"id": str(id)})
    gone = said_of(one).taken_back_on
    if gone:
        raise Mistake("session-taken-back", {"day": f"{gone:%d/%m/%Y}"})
    return one


def _reason(reason: str) -> str:
    why = tidy(reason)
    if not why:
        raise Mistake("session-reason-empty")
    if len(why) > SHORTEST:
        raise Mistake("session-reason-long", {"limit": str(SHORTEST)})
    return why
