"""What follows what while a birth is typed: the father's home the mother's, the declarant's lines those of the parent
who declares, until somebody types something else there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from common.names import fold, tidy
from common.words.form import RELATIONS
from desk_app.domain.drafts import BirthDraft, Draft
from desk_app.domain.events import BRIEF

_SHARED = ("name", "residence", "citizen_id")
_OF_TWINS = ("born", "birth_place", "home_town", "ethnic_group", "nationality", "twin_group", "case")
_OF_BOTH = (*_OF_TWINS, "registered_on", "hamlet")
_TICKS = ("home", "papers")
_PERSONS = ("mother_", "father_", "declarant_")


@dataclass(frozen=True, slots=True)
class Links:
    """`home`: the father lives where the mother does; `declares`: "mother", "father", "other" or nobody yet; `papers`:
    passports and other papers are asked for."""

    home: bool = False
    declares: str = ""
    papers: bool = False

    @property
    def parent(self) -> str:
        """The parent whose lines the declarant's are."""
        return self.declares if self.declares in RELATIONS else ""


def links_of(draft: Draft) -> Links:
    """The links that a kept draft shows."""
    if not isinstance(draft, BirthDraft):
        return Links()
    home = bool(draft.father_residence.strip()) and draft.father_residence == draft.mother_residence
    return Links(home, _declares(draft))


def to_keep(links: Links) -> str:
    """The links as they are kept beside a draft."""
    ticked = [name for name in _TICKS if getattr(links, name)]
    return " ".join([*ticked, f"declares:{links.declares}"])


def as_kept(draft: Draft, text: str) -> Links:
    """The links of a draft that was kept with `to_keep`; of one without, those that it shows."""
    if not text:
        return links_of(draft)
    *ticked, declares = text.split()
    ticks: dict[str, Any] = {name: True for name in ticked if name in _TICKS}
    return Links(declares=declares.partition(":")[2], **ticks)


def typed(draft: Draft, links: Links, field: str) -> Links:
    """The links once somebody typed into a field."""
    if field == "father_residence":
        return replace(links, home=False)
    if field.startswith("declarant_"):
        return replace(links, declares="other")
    return links


def chosen(draft: Draft, links: Links, declares: str) -> tuple[Draft, Links]:
    """Somebody else declares: a parent's lines go, lines of one's own stay."""
    if links.parent and declares not in RELATIONS:
        draft = _with(draft, {f"declarant_{part}": "" for part in (*_SHARED, "relation")})
    return draft, replace(links, declares=declares)


def followed(draft: Draft, links: Links) -> Draft:
    """The draft with every linked field as its source has it."""
    if not isinstance(draft, BirthDraft):
        return draft
    texts = {"father_residence": draft.mother_residence} if links.home else {}
    linked = _with(draft, texts)
    if not links.parent:
        return linked
    lines = {f"declarant_{part}": str(getattr(linked, f"{links.parent}_{part}")) for part in _SHARED}
    return _with(linked, {**lines, "declarant_relation": RELATIONS[links.parent]})


def next_twin(before: Draft, fresh: Draft) -> Draft:
    """The family, the day and the place of a twin for the brother or sister."""
    names = type(before).__dataclass_fields__
    carried = {name: getattr(before, name) for name in names if name in _OF_BOTH or name.startswith(_PERSONS)}
    # How long one of them lived says nothing of the other.
    case = " ".join(word for word in before.case.split() if word != BRIEF)
    return _with(fresh, {**carried, "case": case})


def _declares(draft: BirthDraft) -> str:
    relation, name = fold(tidy(draft.declarant_relation)), draft.declarant_name
    for parent, word in RELATIONS.items():
        if relation == fold(word) and name == getattr(draft, f"{parent}_name"):
            return parent
    return "other" if name or relation or draft.declarant_citizen_id or draft.declarant_residence else ""


def _with(draft: Draft, texts: dict[str, Any]) -> Draft:
    return replace(draft, **texts)
