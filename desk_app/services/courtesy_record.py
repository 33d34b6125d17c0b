"""One letter of thanks or apology as the column beside a list shows it: facts, what was done, who did it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from common.words import courtesy as words
from common.words import find
from common.words import record_changes as changes
from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading
from desk_app.domain.courtesy_drafts import PARTS
from desk_app.services.access_notes import seen
from desk_app.services.courtesy_letters import COURTESIES, addressed_in
from desk_app.services.history import History, Step
from desk_app.services.naming import Tagged, tag_of
from desk_app.services.record import Done, LetterOf, Record
from desk_app.services.seat import Seat
from desk_app.services.stored import any_letter
from desk_app.services.trouble import Mistake
from exchange.journal import Line


def courtesy_record(reading: Reading, kept: KeptLetter, today: date) -> Record:
    """The letter as a record of its own, `id` the letter's. Raises Mistake("not-a-courtesy")."""
    if kept.kind not in COURTESIES:
        raise Mistake("not-a-courtesy", {"id": str(kept.id)})
    body = reading.papers.courtesy(kept.id)
    live = kept.state != "void"
    on = f"{kept.delivered_on:%d/%m/%Y}" if kept.delivered_on else ""
    told = LetterOf(kept.id, kept.state, find.letter_second(kept.code, kept.state, kept.way, on))
    return Record(
        id=kept.id,
        event=kept.kind,
        live=live and body is not None,
        tags=(tag_of(kept.kind), *(() if live else (Tagged(find.STATE_WORDS["void"], "son"),))),
        place=words.CODED.format(code=kept.code) if kept.code else words.WITHOUT_CODE,
        title=addressed_in(body).who if body else words.ERASED_LETTER,
        facts=tuple(facts_of(body)) if body else (),
        done=tuple(_done(reading, kept, today)),
        letters=(told,) if live and body else (),
    )


def courtesy_history(seat: Seat, letter: int) -> History:
    """Everything that ever happened to the letter, who did it and why; raises Mistake("no-such-letter")."""
    seen(seat, "letter-seen", letter)
    with seat.reading() as reading:
        kept, body = any_letter(reading, letter), reading.papers.courtesy(letter)
        steps = tuple(_step(line, told, seat.today()) for line, told in _lines(reading, kept))
    title = addressed_in(body).who if body else words.ERASED_LETTER
    return History(title, words.CODED.format(code=kept.code) if kept.code else words.WITHOUT_CODE, steps)


def facts_of(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What such a letter says, part by part, with the labels of a list."""
    kind = str(body["kind"])
    yield words.FACTS["kind"], words.KIND_WORDS[kind]
    for name in (*PARTS[kind], "free_line"):
        if body.get(name):
            label = words.AGAIN.get(kind, words.FACTS[name]) if name == "again" else words.FACTS[name]
            yield label, str(body[name])


def _done(reading: Reading, kept: KeptLetter, today: date) -> Iterator[Done]:
    for line, home in _lines(reading, kept):
        what, more = _told(line)
        yield Done(what, str(home.get("reason", "")) or more, find.moment(str(home.get("at", line.on)), today))


def _step(line: Line, home: Mapping[str, Any], today: date) -> Step:
    what, more = _told(line)
    when = find.moment(str(home.get("at", line.on)), today)
    by = changes.BY.format(who=home.get("user", ""), when=when)
    return Step(f"{what}: {more}" if more else what, by, str(home.get("reason", "")))


def _told(line: Line) -> tuple[str, str]:
    if line.kind == "erased":
        return words.ERASED_LETTER, ""
    return find.act(line.kind, line.figures)


def _lines(reading: Reading, kept: KeptLetter) -> Iterator[tuple[Line, Mapping[str, Any]]]:
    """Every line of the letter with its part that stays at home, which the law may have had erased."""
    for line in reading.journal.of_subject(kept.subject):
        part = next(iter(reading.journal.home_parts(line.position, line.position)), None)
        yield line, json.loads(part.body) if part else {}
