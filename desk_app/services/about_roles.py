"""In which role a person stands in a registration, and what of it this person may read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from common.dates import PartialDate
from common.names import fold
from common.words.about_person import masked

_ROLES = {
    "birth": ("child", "mother", "father", "declarant"),
    "marriage": ("husband", "wife", "declarant"),
    "death": ("deceased", "declarant"),
}
_OWN_PREFIXES = ("mother", "father", "husband", "wife", "declarant")
_HIDDEN_PARTS = ("born", "residence", "citizen_id", "id_paper", "ethnic_group", "nationality")
_FAMILY = frozenset({"child", "mother", "father"})
"""A parent reads what stands of the child; the child, grown up, reads its own."""
_OF_THE_SUBJECT = frozenset({"child_citizen_id", "citizen_id", "id_paper", "ethnic_group", "cause", "died_at"})


@dataclass(frozen=True, slots=True)
class Sought:
    """A personal number, or a folded name with a day of birth; both where a letter's code led to them."""

    number: str
    name: str
    born: PartialDate | None
    told: str = ""
    """The name as it was asked for."""

    def is_in(self, person: Mapping[str, Any]) -> bool:
        """Whether a person as kept is the one sought."""
        if self.number and person.get("citizen_id"):
            return bool(person["citizen_id"] == self.number)
        if not self.name or self.born is None or fold(str(person.get("name") or "")) != self.name:
            return False
        return _same_day(str(person.get("born") or ""), self.born.iso())

    def spoken_of(self, text: str) -> bool:
        """Whether free text names them or their number."""
        return bool(self.number and self.number in text) or bool(self.name and self.name in fold(text))


def roles_in(event: str, body: Mapping[str, Any], sought: Collection[Sought]) -> tuple[str, ...]:
    """The roles in which the person, known in any of these ways, stands in one version."""
    people = {role: body.get(role) for role in _ROLES[event]}
    return tuple(role for role, person in people.items() if person and any(one.is_in(person) for one in sought))


def also_known(event: str, body: Mapping[str, Any], sought: Sought) -> tuple[Sought, ...]:
    """The person by name and day of birth, where a version that gives the number tells them."""
    found = [body[role] for role in roles_in(event, body, (sought,))]
    return tuple(
        Sought("", fold(person["name"]), PartialDate.parse(person["born"]), person["name"])
        for person in found
        if person.get("name") and len(str(person.get("born") or "")) == len("1999-01-01")
    )


def mask(name: str, value: str, roles: Collection[str]) -> str:
    """A field as this person may read it: what belongs to another grown-up is masked, names stay."""
    owner, _, part = name.partition("_")
    if owner in _OWN_PREFIXES and part in _HIDDEN_PARTS:
        return value if owner in roles else masked(value)
    if name in _OF_THE_SUBJECT and not (_FAMILY | {"deceased"}) & set(roles):
        return masked(value)
    return value


def _same_day(kept: str, sought: str) -> bool:
    return bool(kept) and (kept.startswith(sought) or sought.startswith(kept))
