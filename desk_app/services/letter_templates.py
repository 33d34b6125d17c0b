"""The office's own letter templates: written as drafts, approved by the leader, in force from a day, never edited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from common.letter_check import LAYOUTS
from common.letter_findings import Finding, errors, findings, tidied
from common.letter_names import FORMS, is_template_name, layout_of, named_by
from common.names import fold, tidy
from desk_app.db.letter_templates import APPROVED, DRAFT, KeptTemplate
from desk_app.db.register import Reading, Work
from desk_app.services.files import read_file, write_file
from desk_app.services.letter_samples import LiveLetter, checked
from desk_app.services.lines import local_entry
from desk_app.services.reasons import reason_given
from desk_app.services.seat import Seat
from desk_app.services.template_values import SHIPPED, Draft, Listed, Saved, Version, Words, version_of
from desk_app.services.template_words import differing
from desk_app.services.templates_kept import (
    approved,
    body_of,
    form_of,
    mark,
    new_draft,
    numbered,
    take_in,
    text_of,
    withdraw_update,
    withdrawn,
)
from desk_app.services.trouble import Mistake
from desk_app.services.wording import packed_templates

__all__ = ["Draft", "LetterTemplates", "Listed", "Saved", "Version", "Words", "take_in", "withdraw_update"]
LARGEST_FILE = 64 * 1024
LONGEST_NAME = 22
_NOT_IN_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class LetterTemplates:
    """The templates of one desk. Clerks write ("letters"), leaders approve and withdraw ("confirm")."""

    seat: Seat

    def listed(self) -> tuple[Listed, ...]:
        """Every template: those of the program in their order, then the office's own letters by title."""
        with self.seat.reading() as reading:
            kept = reading.letter_templates.all()
            now = {(one.name, one.version) for one in reading.letter_templates.in_force(self.seat.today())}
        own = {one.name for one in kept if is_template_name(one.name)} - packed_templates().keys()
        names = (*FORMS, *(name for name in LAYOUTS if name not in FORMS), *own)
        shown = [_listed(name, [one for one in kept if one.name == name], now) for name in names]
        return tuple(sorted(shown, key=lambda one: (one.own, fold(one.title) if one.own else "")))

    def one(self, name: str) -> Listed:
        """One template. Raises Mistake("no-such-letter-template")."""
        found = next((one for one in self.listed() if one.name == name), None)
        if found is None:
            raise Mistake("no-such-letter-template", {"name": name})
        return found

    def text(self, name: str, version: int) -> str:
        """The text of one version. Raises Mistake("no-such-letter-template")."""
        with self.seat.reading() as reading:
            return text_of(reading, name, version)

    def begin(self, name: str = "", layout: str = "", title: str = "") -> Draft:
        """A draft: of a template by its name, a copy of the version in force; of one more letter by its form and title,
        a copy of the form's letter. The draft that is there already comes back.

        Raises Mistake: no-such-letter-template, template-no-layout, template-title-empty."""
        self.seat.may("letters")
        title = tidy(title)
        with self.seat.work() as work:
            name = name or _new_name(work, layout, title)
            there = next((one for one in _of(work, name) if one.state == DRAFT), None)
            if there is not None:
                return _draft(there)
            text = _to_copy(work, name, self.seat.today())
            one = new_draft(work, self.seat, name, numbered(text, 1, title))
            work.journal.append(local_entry(self.seat, "template-begun", mark(one)))
            work.commit()
        return _draft(one)

    def findings(self, text: str, layout: str) -> tuple[Finding, ...]:
        """What is to be said of a text of this form while it is typed; never raises for what the text holds."""
        return findings(text, form_of(layout))

    def live(self, layout: str) -> LiveLetter:
        """The letter beside the text: samples, pages, and what is to be said of every case."""
        return LiveLetter(self.seat, form_of(layout))

    def save(self, name: str, version: int, text: str) -> Saved | tuple[Finding, ...]:
        """Keep a draft's text, or say what is wrong and where; then nothing is kept. Raises Mistake:
        no-such-letter-template, template-not-a-draft."""
        self.seat.may("letters")
        found = findings(text, form_of(name))
        with self.seat.work() as work:
            one = _kept(work, name, version)
            if one.state != DRAFT:
                raise Mistake("template-not-a-draft", {"name": name, "version": str(version)})
            if errors(found):
                return errors(found)
            body = body_of(self.seat, name, numbered(tidied(text), version))
            work.letter_templates.keep(KeptTemplate(name, version, DRAFT, None, {**one.body, **body}))
            work.commit()
        return Saved(name, version)

    def approve(self, name: str, version: int, from_day: date | None = None) -> Version | tuple[Finding, ...]:
        """The leader's word: in force from this day (today where none is given), or what keeps the version from it:
        every sample of its kind has to be set on the page. Letters written before keep their words.

        Raises Mistake: no-such-letter-template, template-not-a-draft, template-day-past."""
        self.seat.may("confirm")
        day = from_day or self.seat.today()
        if day < self.seat.today():
            raise Mistake("template-day-past")
        with self.seat.work() as work:
            one = _kept(work, name, version)
            if one.state != DRAFT:
                raise Mistake("template-not-a-draft", {"name": name, "version": str(version)})
            if wrong := errors(checked(self.seat, work, str(one.body["text"]), form_of(name))):
                return wrong
            self.seat.wordings.forget()
            one = approved(self.seat, one, day)
            work.letter_templates.keep(one)
            work.journal.append(local_entry(self.seat, "template-approved", mark(one)))
            work.commit()
        return version_of(one, day == self.seat.today())

    def withdraw(self, name: str, version: int, reason: str) -> None:
        """An approved version goes out of force: letters written from now on have the version before. It is never
        deleted. Raises Mistake: no-such-letter-template, template-not-approved, reason-empty."""
        self.seat.may("confirm")
        told = reason_given(reason)
        with self.seat.work() as work:
            one = _kept(work, name, version)
            if one.state != APPROVED:
                raise Mistake("template-not-approved", {"name": name, "version": str(version)})
            self.seat.wordings.forget()
            work.letter_templates.keep(withdrawn(self.seat, one, told))
            work.journal.append(local_entry(self.seat, "template-withdrawn", mark(one)))
            work.commit()

    def drop(self, name: str, version: int) -> None:
        """Forget a draft. Raises Mistake: no-such-letter-template, template-not-a-draft."""
        self.seat.may("letters")
        with self.seat.work() as work:
            one = _kept(work, name, version)
            if one.state != DRAFT:
                raise Mistake("template-not-a-draft", {"name": name, "version": str(version)})
            work.letter_templates.drop(name, version)
            work.journal.append(local_entry(self.seat, "template-dropped", mark(one)))
            work.commit()

    def compare(self, old: tuple[str, int], new: tuple[str, int]) -> tuple[Words, ...]:
        """Two versions, word by word: what both say, what only the old one says, what only the new one says."""
        with self.seat.reading() as reading:
            return differing(text_of(reading, *old), text_of(reading, *new))

    def write_out(self, name: str, version: int, path: Path) -> None:
        """One version as a file of its own; named as the template, any desk takes it in. Raises Trouble."""
        write_file(path, self.text(name, version).encode())

    def take_in(self, path: Path, layout: str = "") -> Draft | tuple[Finding, ...]:
        """A template file as a draft, or what is wrong in it. Which template it is its name says ("birth-card.txt"),
        or its form and title where `layout` is given. Raises Mistake: template-file, template-file-name,
        template-no-layout, file-unreadable, file-too-large."""
        self.seat.may("letters")
        text = _read(path)
        name = path.stem if is_template_name(path.stem) and not layout else ""
        if not (name or layout):
            raise Mistake("template-file-name", {"file": path.name})
        found = findings(text, form_of(name or _form(layout)))
        if errors(found):
            return errors(found)
        with self.seat.work() as work:
            name = name or _new_name(work, layout, _title(text))
            one = new_draft(work, self.seat, name, text)
            work.journal.append(local_entry(self.seat, "template-taken-in", mark(one)))
            work.commit()
        return _draft(one)


def _listed(name: str, kept: list[KeptTemplate], now: set[tuple[str, int]]) -> Listed:
    shipped = packed_templates().get(name)
    begun = any((name, one.version) in now for one in kept)
    versions = [version_of(one, (name, one.version) in now) for one in kept]
    if shipped is not None:
        versions.append(Version(shipped.version, SHIPPED, shipped.title, in_force=not begun))
    versions.sort(key=lambda one: (one.version, one.state != SHIPPED), reverse=True)
    title = next((one.title for one in versions if one.in_force), versions[0].title)
    layout = layout_of(name)
    return Listed(name, title, LAYOUTS[layout].kind, layout, shipped is None, tuple(versions))


def _draft(one: KeptTemplate) -> Draft:
    told = one.body
    return Draft(one.name, one.version, str(told["layout"]), str(told["title"]), str(told["text"]))


def _of(store: Reading | Work, name: str) -> Iterable[KeptTemplate]:
    return (one for one in store.letter_templates.all() if one.name == name)


def _kept(store: Reading | Work, name: str, version: int) -> KeptTemplate:
    found = store.letter_templates.get(name, version)
    if found is None:
        raise Mistake("no-such-letter-template", {"name": f"{name} {version}"})
    return found


def _to_copy(store: Work, name: str, today: date) -> str:
    """The version in force of this name, else the newest that is kept, else the letter of its form."""
    form = form_of(name)
    now = next((one for one in store.letter_templates.in_force(today) if one.name == name), None)
    newest = next(iter(_of(store, name)), None) if name not in packed_templates() else None
    found = now or newest
    return str(found.body["text"]) if found else text_of(store, form, packed_templates()[form].version)


def _form(layout: str) -> str:
    if layout not in FORMS:
        raise Mistake("template-no-layout", {"name": layout, "known": ", ".join(FORMS)})
    return layout


def _new_name(store: Work, layout: str, title: str) -> str:
    """A name that no template has yet, out of its title."""
    _form(layout)
    if not title:
        raise Mistake("template-title-empty")
    stem = _NOT_IN_NAME.sub("-", fold(title)).strip("-") or "rieng"
    if len(stem) > LONGEST_NAME:
        stem = stem[: LONGEST_NAME + 1].rpartition("-")[0] or stem[:LONGEST_NAME]
    taken = {one.name for one in store.letter_templates.all()}
    names = (named_by(stem if number == 1 else f"{stem}-{number}", layout) for number in range(1, len(taken) + 3))
    return next(name for name in names if name not in taken and name not in packed_templates())


def _title(text: str) -> str:
    return next((line.removeprefix("tên: ").strip() for line in text.split("\n") if line.startswith("tên: ")), "")


def _read(path: Path) -> str:
    raw = read_file(path)
    if len(raw) > LARGEST_FILE:
        raise Mistake("file-too-large", {"file": path.name})
    try:
        return tidied(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Mistake("template-file", {"file": path.name}) from error
