"""Everything that a person at a desk can see, in words that no table knows."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from common.names import fold
from common.periods import Period, read_period
from desk_app.db.register import Reading
from desk_app.domain.drafts import draft_values
from desk_app.domain.reading import draft_of
from desk_app.house import Login, open_desk
from desk_app.letters.raster import pixels
from desk_app.services.desk import Desk
from desk_app.services.drafting import kind_of_draft, typed_values
from desk_app.services.hamlets import read_words
from desk_app.services.number_signs import NAME as NUMBERING
from desk_app.services.numbering import NumberBook
from desk_app.services.office import read_signatories
from desk_app.services.print_question import PrintQuestion
from desk_app.services.printers import read_printers
from desk_app.services.today import Today
from desk_app.settings import read_settings
from desk_app.sync.link import DESK_KEYS
from tools.release_file.kept import digest, ink, plain
from tools.release_file.stage import ADMINISTRATOR, PASSWORD, Clock, desk_world

ALWAYS = Period("", read_period("2000").first, read_period("2049").last)
QUEUES = ("print", "sign", "hand", "call", "draft")
DPI = 50


def seen_desk(folder: Path, clock: Clock) -> dict[str, Any]:
    """Open the desk in this folder and read all of it."""
    with closing(open_desk(folder, desk_world(clock), Login(ADMINISTRATOR, PASSWORD))) as desk:
        return seen(desk)


def seen(desk: Desk) -> dict[str, Any]:
    """What the open desk shows; mappings by id, so that a difference names its place."""
    with desk.seat.reading() as reading:
        told = {**_registrations(reading), **_letters(desk, reading), **_exchanged(reading), **_journal(reading)}
        told["office"] = _office(desk, reading)
    told["drafts"] = {
        one.id: {"event": kind_of_draft(one.draft), **typed_values(one.draft), "at": one.at, "line": one.free_line}
        for one in desk.drafts.unfinished()
    }
    told["number book"] = [asdict(line) for line in NumberBook(desk.seat).lines(2024)]
    told["queues"] = {queue.id: [row.key for row in queue.rows] for queue in Today(desk.seat).queues()}
    told["queues"] = {id: told["queues"][id] for id in QUEUES}
    told["reports"] = {name: desk.reports.report(name).to_json() for name in ("2024-04", "2024-05", "2024")}
    told["question"] = asdict(question) if (question := PrintQuestion(desk.seat).open()) else {}
    told["copies"] = [(copy.made_at, copy.registrations, copy.letters) for copy in desk.care.copies()]
    return told


def _registrations(reading: Reading) -> dict[str, Any]:
    kept = reading.registrations.newest(1000)
    names = sorted({name.text for one in kept for name in one.registration.principals()})
    return {
        "registrations": {
            one.id: {
                **{name: getattr(one, name) for name in ("subject", "event", "version", "state", "reasons")},
                "written": draft_values(draft_of(one.registration)),
                "history": [_version(version) for version in reading.registrations.history(one.id)],
            }
            for one in kept
        },
        "found": {text: [hit.id for hit in reading.search.find(text)] for name in names for text in (name, fold(name))},
    }


def _version(version: Any) -> dict[str, Any]:
    told = {name: getattr(version, name) for name in ("version", "state", "reason", "reasons", "who", "at")}
    written = json.dumps(plain(draft_values(draft_of(version.registration))), ensure_ascii=False, sort_keys=True)
    return {**told, "written": digest(written.encode())}


def _letters(desk: Desk, reading: Reading) -> dict[str, Any]:
    ids = [one.id for one in reading.registrations.newest(1000)]
    over = {letter.id: letter for id in ids for letter in reading.letters.of_registration(id)}
    alone = reading.papers.addressed("", 1000)
    over |= {letter.id: letter for id in alone if (letter := reading.letters.get(id))}
    return {
        "letters": {id: {**asdict(letter), "ink": _ink(desk, letter.id)} for id, letter in over.items()},
        **_beside(reading, tuple(over)),
    }


def _beside(reading: Reading, letters: tuple[int, ...]) -> dict[str, Any]:
    """What belongs to these letters, and the ceremonies at which they are handed over."""
    names = {body["to_name"] for _, body in reading.papers.courtesies(letters)}
    return {
        "wishes": {id: reading.papers.wish(id) for id in letters},
        "backs": {id: reading.papers.back(id) for id in reading.papers.with_backs(letters)},
        "courtesies": dict(reading.papers.courtesies(letters)),
        "found letters": {name: reading.papers.addressed(name, 1000) for name in sorted(names)},
        "numbers": {id: asdict(one) for id, one in reading.letter_numbers.of_letters(letters).items()},
        "handings": {id: asdict(one) for id, one in reading.handings.of(letters).items()},
        "ceremonies": {one.id: asdict(one) for one in reading.ceremonies.newest(1000)},
    }


def _ink(desk: Desk, letter: int) -> str:
    """The sheet as it comes out of the printer; a void letter is printed no more."""
    with desk.seat.reading() as reading:
        kept = reading.letters.get(letter)
    if kept is None or kept.state == "void":
        return ""
    image = pixels(desk.letters.pdf([letter]), 0, DPI)
    return ink(image.pixels, image.width, image.height)


def _exchanged(reading: Reading) -> dict[str, Any]:
    return {
        "bundles": {one.seq: asdict(one) for one in reading.bundles.all()},
        "acknowledged": reading.bundles.acknowledged(),
        "receipts": {one.number: asdict(one) for one in reading.receipts.all()},
        "batches": {one.batch_id: asdict(one) for one in reading.ratings.batches()},
        "messages": {one.message_id: asdict(one) for one in reading.ratings.messages()},
        "answers": {one.id: asdict(one) for one in reading.ratings.desk_answers(ALWAYS)},
        "desk keys": reading.keys.get(DESK_KEYS),
    }


def _journal(reading: Reading) -> dict[str, Any]:
    head = reading.journal.head()[0]
    places = range(1, head + 1)
    parts = {"shared": reading.journal.shared_parts(1, head), "home": reading.journal.home_parts(1, head)}
    return {
        "journal": {place: reading.journal.digest_at(place) for place in places},
        "lines": dict(zip(places, reading.journal.slice(1, head), strict=True)),
        **{name: {part.position: part.salt + part.body for part in several} for name, several in parts.items()},
    }


def _office(desk: Desk, reading: Reading) -> dict[str, Any]:
    tie = desk.district.tie()
    return {
        "letterhead": asdict(desk.settings.all()),
        "signs": reading.office.get(NUMBERING),
        "hamlets": dict(read_words(reading.office)),
        "signatories": [asdict(one) for one in read_signatories(reading.office)],
        "people": {one.login: asdict(one) for one in desk.people.shown()},
        "tie": tie.to_json() if tie else "",
        "second place": str(desk.care.second_place()),
        "identity": asdict(desk.seat.register.identity),
        "epoch": reading.epoch(),
        "printers": asdict(read_printers(desk.seat.folder)),
        "window": asdict(read_settings(desk.seat.folder)),
    }
