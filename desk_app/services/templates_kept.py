"""Versions of letter templates within an act: the next number, what an update brings, what it takes away again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

from common.letter_check import LAYOUTS
from common.letter_findings import Finding, errors, findings, tidied
from common.letter_names import is_template_name, layout_of, named_by
from common.words import letter_templates as words
from desk_app.db.letter_templates import APPROVED, DRAFT, WITHDRAWN, KeptTemplate
from desk_app.db.register import Reading, Work
from desk_app.services.letter_samples import checked
from desk_app.services.lines import local_entry
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake
from desk_app.services.wording import packed_templates, packed_texts, template_from

_TITLE, _VERSION = re.compile(r"^tên: .*$", re.MULTILINE), re.compile(r"^phiên bản: .*$", re.MULTILINE)


class Brought(Protocol):
    """A letter of an update (exchange.update_parts.Letter)."""

    @property
    def name(self) -> str:
        """Its name, with or without its form (letter_fields.named_by)."""

    @property
    def layout(self) -> str:
        """Its form."""

    @property
    def from_day(self) -> date:
        """Its first day; one that is past means today."""

    @property
    def text(self) -> str:
        """The template's text."""


def take_in(work: Work, seat: Seat, letters: Iterable[Brought], document: str) -> tuple[tuple[str, int], ...]:
    """The letters of an update as approved versions, in force from their day or from today; their origin is `document`.
    One that does not fit on the page under this office's name stays a draft. Part of an act under way, whose right and
    consent are asked for before. Gives names and versions; raises Mistake("template-not-sound") for a text that cannot
    be read."""
    return tuple([_taken(work, seat, one, document) for one in letters])


def withdraw_update(work: Work, seat: Seat, document: str) -> tuple[tuple[str, int], ...]:
    """Every version that this update brought goes out of force, and the one before is back; its drafts are dropped.
    Part of an act under way."""
    seat.wordings.forget()
    mine = [one for one in work.letter_templates.all() if one.body.get("origin") == document and one.state != WITHDRAWN]
    for one in mine:
        if one.state == DRAFT:
            work.letter_templates.drop(one.name, one.version)
        else:
            work.letter_templates.keep(withdrawn(seat, one, words.UPDATE_PUT_BACK))
        work.journal.append(local_entry(seat, "template-withdrawn", mark(one)))
    return tuple((one.name, one.version) for one in mine)


def withdrawn(seat: Seat, one: KeptTemplate, reason: str) -> KeptTemplate:
    """The version out of force, and why."""
    told = {"reason": reason, "withdrawn_by": seat.user, "withdrawn_on": seat.today().isoformat()}
    return replace(one, state=WITHDRAWN, body={**one.body, **told})


def approved(seat: Seat, one: KeptTemplate, from_day: date) -> KeptTemplate:
    """The version in force from this day on."""
    told = {"approved_by": seat.user, "approved_on": seat.today().isoformat()}
    return replace(one, state=APPROVED, from_day=from_day, body={**one.body, **told})


def new_draft(work: Work, seat: Seat, name: str, text: str, more: Mapping[str, Any] | None = None) -> KeptTemplate:
    """Keep one more version of a template as a draft."""
    version = next_version(work, name)
    one = KeptTemplate(name, version, DRAFT, None, body_of(seat, name, numbered(text, version)) | dict(more or {}))
    work.letter_templates.add(one)
    return one


def next_version(store: Reading | Work, name: str) -> int:
    """The number of the next version: above every version that is kept and above that of the program."""
    shipped = packed_templates().get(name)
    kept = [one.version for one in store.letter_templates.all() if one.name == name]
    return max([0 if shipped is None else shipped.version, *kept]) + 1


def body_of(seat: Seat, name: str, text: str) -> dict[str, Any]:
    """What is kept of a sound text."""
    layout = layout_of(name)
    title = template_from(name, text).title
    return {"text": text, "title": title, "kind": LAYOUTS[layout].kind, "layout": layout, "by": seat.user}


def numbered(text: str, version: int, title: str = "") -> str:
    """The text with this version in its head, and this title where one is given."""
    text = _VERSION.sub(f"phiên bản: {version}", text, count=1)
    return _TITLE.sub(lambda _: f"tên: {title}", text, count=1) if title else text


def form_of(name: str) -> str:
    """The form of a template. Raises Mistake("no-such-letter-template")."""
    if not is_template_name(name):
        raise Mistake("no-such-letter-template", {"name": name})
    return layout_of(name)


def text_of(store: Reading | Work, name: str, version: int) -> str:
    """The text of one version, kept or of the program. Raises Mistake("no-such-letter-template")."""
    kept = store.letter_templates.get(name, version)
    if kept is not None:
        return str(kept.body["text"])
    shipped = packed_templates().get(name)
    if shipped is None or version != shipped.version:
        raise Mistake("no-such-letter-template", {"name": f"{name} {version}"})
    return packed_texts()[name]


def mark(one: KeptTemplate) -> str:
    """Name and version as a line of the journal says them."""
    return f"{one.name} {one.version}"


def _taken(work: Work, seat: Seat, brought: Brought, document: str) -> tuple[str, int]:
    seat.wordings.forget()
    name, text = named_by(brought.name, brought.layout), tidied(brought.text)
    refuse_unsound(name, findings(text, form_of(name)))
    one = new_draft(work, seat, name, text, {"origin": document})
    fits = not errors(checked(seat, work, text, layout_of(name)))
    if fits:
        work.letter_templates.keep(approved(seat, one, max(brought.from_day, seat.today())))
    work.journal.append(local_entry(seat, "template-approved" if fits else "template-taken-in", mark(one)))
    return one.name, one.version


def refuse_unsound(name: str, found: tuple[Finding, ...]) -> None:
    """Raise Mistake("template-not-sound") with the first place that is wrong."""
    for one in errors(found)[:1]:
        raise Mistake("template-not-sound", {"name": name, "place": one.place, "what": one.sentence})
