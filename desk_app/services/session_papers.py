"""Papers of a morning with the people: minutes with names to sign, and for the notice board what came of it, without
names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from common.dates import place_and_date
from common.paper.session_sheet import Section, SessionPaper, session_docx, session_pdf
from common.paper.sheet import Heading
from common.words import session_sheet as words
from common.words.sessions import FIELDS
from desk_app.services.access_notes import done
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.sessions import Sessions
from desk_app.services.sessions_kept import Said, Session
from desk_app.services.trouble import Mistake
from desk_app.services.typefaces import typefaces

Kind = Literal["minutes", "board"]
_TITLED = re.compile(r"^(ông|bà|anh|chị|đồng chí)\s+", re.IGNORECASE)


def session_paper(seat: Seat, id: int, kind: Kind, docx: bool = False) -> bytes:
    """The paper as PDF or DOCX. Raises Mistake: no-such-session, session-not-held."""
    session = Sessions(seat).one(id)
    if session.held is None:
        raise Mistake("session-not-held")
    paper = _minutes(seat, session) if kind == "minutes" else _board(seat, session)
    raw = session_docx(paper) if docx else session_pdf(paper, typefaces())
    done(seat, "session-paper", id)
    return raw


def paper_name(session: Session, kind: Kind) -> str:
    """The name of its file, without its ending."""
    return words.file_name(kind, session.on)


def _minutes(seat: Seat, session: Session) -> SessionPaper:
    plan, held = session.plan, session.held
    assert held is not None
    waiting = sum(one.opinion.answer != "answered" for one in session.said)
    return SessionPaper(
        heading=_heading(seat, held.on, dated=False),
        number=words.NUMBER,
        titles=words.MINUTES,
        opening=words.opening(held.on, held.begun, plan.place, plan.topic),
        sections=(
            Section(words.PRESENT, words.present(plan.chair, held.clerk, held.bodies, held.citizens)),
            Section(words.HEARD, () if session.said else (words.NO_OPINIONS,)),
            *_by_field(session, named=True),
            Section(words.ENDED, ()),
        ),
        closing=words.closing(held.on, held.ended, len(session.said), waiting),
        signing=((*words.CLERK, _signed(held.clerk)), (*words.CHAIR, _signed(plan.chair))),
    )


def _board(seat: Seat, session: Session) -> SessionPaper:
    today = seat.today()
    return SessionPaper(
        heading=_heading(seat, today, dated=True),
        number="",
        titles=words.BOARD,
        opening=(words.board_opening(session.on, session.plan.place, today),),
        sections=tuple(_by_field(session, named=False)) or (Section("", (words.NO_OPINIONS,)),),
        closing=(),
        note=words.BOARD_NOTE,
    )


def _by_field(session: Session, named: bool) -> Iterator[Section]:
    """The opinions of each field, numbered through; on the board no speaker's name, in whose words it may stand."""
    at, speakers = 1, () if named else tuple(one.opinion.speaker for one in session.said if one.opinion.speaker)
    for field, title in FIELDS.items():
        paragraphs: list[str] = []
        for one in (said for said in session.said if said.opinion.field == field):
            paragraphs += [_nameless(text, speakers) for text in _told(at, one, named)]
            at += 1
        if paragraphs:
            yield Section(title, paragraphs)


def _told(at: int, one: Said, named: bool) -> Iterator[str]:
    told = one.opinion
    yield words.opinion(at, words.spoke(told.speaker, told.hamlet) if named else "", told.text)
    if named or told.answer == "answered":
        yield words.answer(told.answer, told.reply, told.who, told.due_on)
    elif one.is_open:
        yield words.waiting(told.due_on)
    if one.done and not named:
        yield words.result(one.done.on, one.done.result)


def _nameless(text: str, speakers: tuple[str, ...]) -> str:
    for speaker in speakers:
        for name in (speaker, _signed(speaker)):
            text = re.sub(re.escape(name), words.SOMEBODY.lower(), text, flags=re.IGNORECASE)
    return text


def _signed(name: str) -> str:
    """The name alone: "Bà Lê Thị Hà, Chủ tịch" signs as Lê Thị Hà."""
    return _TITLED.sub("", name.partition(",")[0].strip())


def _heading(seat: Seat, on: date, dated: bool) -> Heading:
    with seat.reading() as reading:
        head = read_letterhead(reading.office)
    office = office_on(head, seat.units, on)
    return Heading(office.parent_name, office.unit_name, place_and_date(office.place, on) if dated else "")
