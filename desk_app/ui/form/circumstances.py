"""What a special case changes in a form: what is asked, what a field is called, what a section says. No widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from common.words import form_cases as words
from desk_app.domain.drafts import BirthDraft, DeathDraft, Draft
from desk_app.domain.events import COURT, Event
from desk_app.domain.people import unnamed
from desk_app.ui.form.findings import Stopped
from desk_app.ui.form.linked import Links

CASES: Mapping[Event, tuple[str, ...]] = {
    "birth": (
        "father_unknown",
        "mother_unknown",
        "abandoned",
        "surrogacy",
        "under_24_hours",
        "foreign_element",
        "mobile",
        "opted_out",
    ),
    "marriage": ("foreign_element", "remarriage", "mobile", "opted_out"),
    "death": ("court_declared", "under_24_hours", "foreign_element", "mobile", "opted_out"),
}
CHOICES: Mapping[Event, tuple[str, ...]] = {
    "birth": (*(f"case:{word}" for word in CASES["birth"]), "pick:papers"),
    "marriage": (*(f"case:{word}" for word in CASES["marriage"]), "pick:papers"),
    "death": ("pick:unnamed", *(f"case:{word}" for word in CASES["death"])),
}
"""What the sheet of special cases offers, in the order of its keys."""
_NO_CITIZEN_ID = frozenset({"citizen-id-letters", "citizen-id-length"})
_PARENTS = ("mother", "father")
_PAPERS = ("id_paper", "nationality")
_PARTS = ("name", "born", "ethnic_group", "residence", "citizen_id", *_PAPERS)
_FIRST: Mapping[Event, str] = {"birth": "child", "marriage": "husband", "death": "deceased"}


def left_out(draft: Draft) -> tuple[str, ...]:
    """The parents nobody asks for: the case says that they are not known, and nothing was typed of them."""
    if not isinstance(draft, BirthDraft):
        return ()
    cases = _cases(draft)
    unknown = [role for role in _PARENTS if {"abandoned", f"{role}_unknown"} & cases]
    return tuple(role for role in unknown if not any(getattr(draft, f"{role}_{part}").strip() for part in _PARTS))


def asked(draft: Draft, links: Links, field: str) -> bool:
    """Whether a field is asked for now."""
    role, _, part = field.partition("_")
    if role in left_out(draft):
        return False
    if part in _PAPERS and not isinstance(draft, DeathDraft) and role:
        return with_papers(draft, links)
    if role == "declarant" and isinstance(draft, BirthDraft):
        return links.declares == "other"
    return True


def with_papers(draft: Draft, links: Links) -> bool:
    """Whether passports and nationalities are asked for: chosen, from abroad, or something stands there."""
    roles = _PARENTS if isinstance(draft, BirthDraft) else ("husband", "wife")
    typed = (getattr(draft, f"{role}_{part}", "") for role in roles for part in _PAPERS)
    return links.papers or "foreign_element" in _cases(draft) or any(text.strip() for text in typed)


def picked(draft: Draft, links: Links, field: str) -> str:
    """What a choice that is no field of the draft says: who declares, or "1" for a tick."""
    if field == "pick:declarant":
        return links.declares
    if field == "pick:home":
        return _tick(links.home)
    if field == "pick:twin":
        return _tick(isinstance(draft, BirthDraft) and bool(draft.twin_group.strip()))
    if field == "pick:unnamed":
        return _tick(isinstance(draft, DeathDraft) and unnamed(draft.deceased_name))
    return _tick(with_papers(draft, links))


def after_stop(links: Links, stopped: Stopped) -> Links:
    """Where an old or foreign number stands for a personal one, the field it belongs into is shown."""
    wrong = {one.code for one in stopped.errors if not one.field.startswith("declarant")}
    return replace(links, papers=True) if wrong & _NO_CITIZEN_ID else links


def tied(links: Links, field: str, on: bool) -> Links:
    """The links after `pick:home` or `pick:papers` was ticked or not."""
    return replace(links, home=on) if field == "pick:home" else replace(links, papers=on)


def linked(draft: Draft, links: Links) -> Links:
    """No parent can declare an abandoned child: whoever found it or cares for it does."""
    return replace(links, declares="other") if "abandoned" in _cases(draft) and not links.parent else links


def wants(draft: Draft, section: str) -> bool:
    """Whether a section that is seldom needed is open from the start: a judgment stands in the part of the notice."""
    return section == "notice" and COURT in _cases(draft)


def labels(draft: Draft) -> dict[str, str]:
    """The fields that are called something else under these circumstances."""
    found: dict[str, str] = {}
    for case in (*sorted(_cases(draft)), f"type:{draft.registration_type}"):
        found.update(words.LABELS.get(case, {}))
    return found


def notes(event: Event, draft: Draft) -> dict[str, str]:
    """What sections say beside their title: the first what was chosen, the others what it means for them."""
    cases = [case for case in draft.case.split() if case in CASES[event]]
    found: dict[str, str] = {}
    for case in cases:
        found.update(words.NOTES.get(case, {}))
    kept = {role for role in _PARENTS if role not in left_out(draft)}
    told = {name: line for name, line in found.items() if name not in kept or "surrogacy" in cases}
    chosen = words.circumstances(cases, draft.registration_type)
    alone = len(cases) == 1 and not draft.registration_type
    first = _FIRST[event]
    return {**told, **({first: (told.get(first, "") if alone else "") or chosen} if chosen else {})}


def _tick(on: bool) -> str:
    return "1" if on else ""


def _cases(draft: Draft) -> set[str]:
    return set(draft.case.split())
