"""What the page Buổi gặp dân knows and does; no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from common.words import session_sheet as sheet
from common.words import sessions as words
from common.words import sessions_page as said
from desk_app.domain.problems import Problem
from desk_app.domain.sessions import typed
from desk_app.services.desk import Desk
from desk_app.services.files import write_file
from desk_app.services.seat import ACTS_OF
from desk_app.services.session_papers import Kind, paper_name, session_paper
from desk_app.services.session_words import erase_opinion
from desk_app.services.sessions_kept import Said, Session

Problems = Sequence[Problem]


class SessionsModel:
    """The sessions as they were last read."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._sessions = desk, desk.sessions
        self.rows: tuple[Session, ...] = ()
        self.touched, self.touched_said, self.said = 0, 0, ""

    def read(self) -> None:
        """Read them again."""
        self.rows = self._sessions.listed()

    @property
    def may_erase(self) -> bool:
        """Whether this person may erase by law."""
        return "erase" in ACTS_OF[self._desk.seat.role]

    def tag(self, one: Session) -> str:
        """What came of a session."""
        today = self._desk.seat.today()
        counts = [sum(map(is_so, one.said)) for is_so in (lambda each: each.is_open, lambda each: each.is_late(today))]
        return said.beside(one.held.citizens if one.held else None, len(one.said), *counts)

    def tone(self, one: Session) -> str:
        """The tone of that tag."""
        if any(each.is_late(self._desk.seat.today()) for each in one.said):
            return "son"
        return "hoe" if one.held is None or any(each.is_open for each in one.said) else "sen"

    def said_tone(self, one: Said) -> str:
        """The tone of where an opinion stands."""
        if one.is_late(self._desk.seat.today()):
            return "son"
        return "hoe" if one.is_open else "sen"

    # ---- what stands in a form

    def blank_plan(self) -> dict[str, str]:
        """A new plan: place and chair of the last one."""
        last = typed(self.rows[0].plan) if self.rows else {}
        return {name: last.get(name, "") for name in ("place", "chair")}

    def held(self, one: Session) -> dict[str, str]:
        """What is known of the session, or what is likely: its day, and who wrote the last minutes."""
        if one.held:
            return typed(one.held)
        clerk = next((row.held.clerk for row in self.rows if row.held), self._desk.seat.user)
        return {"on": f"{min(one.plan.on, self._desk.seat.today()):%d/%m/%Y}", "clerk": clerk}

    def blank_done(self, one: Said) -> dict[str, str]:
        """What came of an opinion."""
        return typed(one.done) if one.done else {"on": f"{self._desk.seat.today():%d/%m/%Y}"}

    # ---- acts, each raises Trouble

    def plan(self, id: int, values: Mapping[str, object]) -> Problems:
        """A session in the plan."""
        kept = self._sessions.plan(values, id)
        if not isinstance(kept, Session):
            return kept
        self.touched, self.said = kept.id, words.planned(kept.id, kept.plan.on)
        return ()

    def hold(self, one: Session, values: Mapping[str, object]) -> Problems:
        """It was held."""
        kept = self._sessions.hold(one.id, values)
        if not isinstance(kept, Session):
            return kept
        self.touched, self.said = kept.id, words.held(kept.id, kept.on, kept.held.citizens if kept.held else 0)
        return ()

    def say(self, one: Session, values: Mapping[str, object]) -> Problems:
        """One more opinion."""
        return self._noted(self._sessions.say(one.id, values))

    def change(self, one: Said, values: Mapping[str, object]) -> Problems:
        """Other facts for an opinion."""
        return self._noted(self._sessions.change(one.id, values))

    def done(self, one: Said, values: Mapping[str, object]) -> Problems:
        """What came of it."""
        problems = self._noted(self._sessions.done(one.id, values))
        self.said = words.done(one.id)
        return problems

    def take_back(self, one: Session, values: Mapping[str, object]) -> Problems:
        """A session counts nowhere any more."""
        self._sessions.take_back(one.id, str(values["reason"]))
        self.said = words.taken_back(one.id)
        return ()

    def drop(self, one: Said, values: Mapping[str, object]) -> Problems:
        """An opinion counts nowhere any more."""
        self._sessions.drop(one.id, str(values["reason"]))
        self.said = words.dropped(one.id)
        return ()

    def erase(self, one: Said, values: Mapping[str, object]) -> Problems:
        """Its words go by law."""
        whole = erase_opinion(self._desk.seat, one.id, str(values["reason"]))
        self.said = said.ERASED if whole else said.ERASED_NOT_WRITTEN
        return ()

    def paper(self, one: Session, kind: Kind, docx: bool = False) -> bytes:
        """Minutes, or the sheet for the notice board."""
        return session_paper(self._desk.seat, one.id, kind, docx)

    def suggested(self, one: Session, kind: Kind, docx: bool = False) -> Path:
        """The name of its file."""
        return Path(paper_name(one, kind) + (".docx" if docx else ".pdf"))

    def save(self, path: Path, raw: bytes) -> None:
        """Write a paper."""
        write_file(path, raw)

    def _noted(self, kept: Said | tuple[Problem, ...]) -> Problems:
        if not isinstance(kept, Said):
            return kept
        self.touched, self.touched_said = kept.session, kept.id
        self.said = words.said(kept.id, kept.opinion.field, kept.opinion.answer)
        return ()


# ---- cells


def answered(one: Said) -> str:
    """What was answered and done, under the words."""
    told = one.opinion
    lines = [sheet.answer(told.answer, told.reply, told.who, told.due_on)]
    return " ".join([*lines, *([sheet.result(one.done.on, one.done.result)] if one.done else [])])


def whole(one: Said) -> str:
    """Everything of it, however narrow the columns are."""
    who = said.spoke(one.opinion.speaker, one.opinion.hamlet)
    return "\n".join([f"{who}: {one.opinion.text}" if who else one.opinion.text, answered(one)])
