"""Which of the ministry's keys a column's heading means: by the key itself, or by the many Vietnamese wordings."""

import re
from functools import cache, lru_cache

from common.names import fold, tidy
from desk_app.domain.ministry import key_named, keys_of, own_keys
from desk_app.intake.wordings import DECLARANT, OF_EVENT, PERSON, PRINCIPAL, ROLES, SINGLE, Role

_SIGNS = re.compile(r"[^0-9a-z]+")
_BETWEEN = re.compile(r"[,;:.*/\\_\-–—+&]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_FILLING = frozenset({"cua", "nguoi", "duoc", "cho", "ve", "theo", "tren", "neu", "co", "trong", "la", "thong", "tin"})
_ALIASES = {"noidangkyubnd": "noiDangKy", "nycsodienthoai": "", "nycemail": ""}


@lru_cache(maxsize=8192)
def plain(caption: str) -> str:
    """A heading to compare by: folded, without signs, brackets and the words that say nothing."""
    return _words(_BRACKETS.sub(" ", caption)) or _words(caption)


def _words(caption: str) -> str:
    low = tidy(caption).lower()
    # Folded, the book would be its number.
    return "quyen so" if low == "sổ" else " ".join(_SIGNS.sub(" ", fold(_BETWEEN.sub(" ", low))).split())


@lru_cache(maxsize=4096)
def key_for(event: str, caption: str, role: Role = "") -> str:
    """The key that a heading means, "" for none; `role` is whom the columns around it speak of ("me", "nks")."""
    named = _by_key(event, caption)
    if named is not None:
        return named
    said = plain(caption)
    for words in (_words(caption), said):
        for table in (_own_captions(event), OF_EVENT[event], SINGLE):
            if words in table:
                return _known(event, table[words])
    own, rest = _split_role(event, said)
    whose = own or role or PRINCIPAL[event]
    part = PERSON.get(rest, "HoTen" if own and not rest else "")
    if not part:
        bare = " ".join(word for word in rest.split() if word not in _FILLING)
        part = PERSON.get(bare, "")
    # Of nobody else does a sheet ask the sex.
    return _of_person(event, whose, part) or (
        "" if own or part != "GioiTinh" else _of_person(event, PRINCIPAL[event], part)
    )


@cache
def _own_captions(event: str) -> dict[str, str]:
    """The headings that we give ourselves."""
    return {_words(one.caption): one.key for one in (*own_keys(event), *keys_of(event))}


@lru_cache(maxsize=4096)
def role_of(event: str, caption: str) -> Role:
    """Whom a heading speaks of by its own words; "" where it names nobody."""
    return _split_role(event, plain(caption))[0]


def _by_key(event: str, caption: str) -> str | None:
    bare = "".join(tidy(caption).split()).casefold()
    if bare in _ALIASES:
        return _ALIASES[bare]
    found = key_named(event, bare)
    return found.key if found else None


@lru_cache(maxsize=8192)
def _split_role(event: str, said: str) -> tuple[Role, str]:
    """Whom the words name, and the words without the name; the longest name counts."""
    if said.startswith(("quan he", "moi quan he")):
        return "nyc", said
    names = (*ROLES[event], *((name, "nyc") for name in DECLARANT))
    for name, role in sorted(names, key=lambda one: -len(one[0])):
        padded = f" {said} "
        if f" {name} " in padded:
            return role, " ".join(word for word in padded.replace(f" {name} ", " ").split() if word not in _FILLING)
    return "", said


def _of_person(event: str, role: Role, part: str) -> str:
    if not part or not role:
        return ""
    if event == "death" and role in ("me", "cha"):
        return {"me": "mctt_mother_name", "cha": "mctt_father_name"}[role] if part == "HoTen" else ""
    if (role, part) == ("nks", "SoGiayToTuyThan"):
        return "mctt_child_citizen_id"
    if (role, part) == ("nyc", "NoiCuTru"):
        return "mctt_declarant_residence"
    return _known(event, f"{role}{part}") or (_known(event, _SPOKEN.get(f"{role}{part}", "")))


_SPOKEN = {
    "nycHoTen": "mctt_declarant_name",
    "nycQuanHe": "mctt_declarant_relation",
    "nycSoGiayToTuyThan": "mctt_declarant_citizen_id",
}
"""The declarant of a marriage, whom the ministry's sheet does not ask for."""


def _known(event: str, key: str) -> str:
    found = key_named(event, key)
    return found.key if found else ""
