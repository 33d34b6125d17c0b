"""Drafts: what a clerk has typed so far, every value as text; field names are those of the command line and forms."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache

Texts = Mapping[str, str]


class UnknownEvent(ValueError):
    """A kind of event that is neither birth, marriage nor death."""


class UnknownFields(ValueError):
    """Values for fields that a draft of this event does not have; `names` lists them."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class NotText(ValueError):
    """A value that is not text (or, for `case`, a list of words; for `reasons`, texts by code); `name` is its field."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonDraft:
    """The fields at the foot of every form, and the reasons given for going on in spite of a problem, by its code."""

    declarant_name: str = ""
    declarant_relation: str = ""
    declarant_residence: str = ""
    declarant_citizen_id: str = ""
    registered_on: str = ""
    number: str = ""
    book: str = ""
    unit: str = ""
    registration_type: str = ""
    hamlet: str = ""
    reasons: Texts = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthDraft(CommonDraft):
    """A birth as typed."""

    child_name: str = ""
    child_citizen_id: str = ""
    born: str = ""
    born_in_words: str = ""
    sex: str = ""
    birth_place: str = ""
    home_town: str = ""
    ethnic_group: str = ""
    nationality: str = ""
    twin_group: str = ""
    case: str = ""
    mother_name: str = ""
    mother_born: str = ""
    mother_residence: str = ""
    mother_citizen_id: str = ""
    mother_id_paper: str = ""
    mother_ethnic_group: str = ""
    mother_nationality: str = ""
    father_name: str = ""
    father_born: str = ""
    father_residence: str = ""
    father_citizen_id: str = ""
    father_id_paper: str = ""
    father_ethnic_group: str = ""
    father_nationality: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarriageDraft(CommonDraft):
    """A marriage as typed."""

    husband_name: str = ""
    husband_born: str = ""
    husband_residence: str = ""
    husband_citizen_id: str = ""
    husband_id_paper: str = ""
    husband_ethnic_group: str = ""
    husband_nationality: str = ""
    wife_name: str = ""
    wife_born: str = ""
    wife_residence: str = ""
    wife_citizen_id: str = ""
    wife_id_paper: str = ""
    wife_ethnic_group: str = ""
    wife_nationality: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathDraft(CommonDraft):
    """A death as typed."""

    deceased_name: str = ""
    born: str = ""
    sex: str = ""
    citizen_id: str = ""
    id_paper: str = ""
    ethnic_group: str = ""
    nationality: str = ""
    last_residence: str = ""
    died_on: str = ""
    died_at: str = ""
    died_place: str = ""
    cause: str = ""
    notice_kind: str = ""
    notice_number: str = ""
    notice_issuer: str = ""
    notice_date: str = ""
    mother_name: str = ""
    father_name: str = ""
    case: str = ""


Draft = BirthDraft | MarriageDraft | DeathDraft
DRAFTS: Mapping[str, type[Draft]] = {"birth": BirthDraft, "marriage": MarriageDraft, "death": DeathDraft}


def event_of(draft: Draft) -> str:
    """The kind of event a draft is for: birth, marriage or death."""
    return next(event for event, kind in DRAFTS.items() if isinstance(draft, kind))


@cache
def field_names(event: str) -> tuple[str, ...]:
    """The text fields of a form in the order they are filled in; raises UnknownEvent."""
    common = [one.name for one in fields(CommonDraft) if one.name != "reasons"]
    known = [one.name for one in fields(_kind(event)) if one.name != "reasons"]
    return (*(name for name in known if name not in common), *common)


def draft_from(event: str, values: Mapping[str, object]) -> Draft:
    """The draft that a mapping holds; null is an empty field; raises UnknownEvent, UnknownFields or NotText."""
    kind = _kind(event)
    strangers = tuple(sorted(set(values) - set(field_names(event)) - {"reasons"}))
    if strangers:
        raise UnknownFields(strangers)
    texts = {name: _text(name, values[name]) for name in field_names(event) if name in values}
    return kind(**texts, reasons=_reasons(values.get("reasons")))


def draft_values(draft: Draft) -> dict[str, object]:
    """Every field of a draft by name, as `draft_from` takes it back."""
    texts: dict[str, object] = {name: getattr(draft, name) for name in field_names(event_of(draft))}
    return {**texts, "reasons": dict(draft.reasons)}


def _kind(event: str) -> type[Draft]:
    if event not in DRAFTS:
        raise UnknownEvent(event)
    return DRAFTS[event]


def _text(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if name == "case" and isinstance(value, list | tuple) and all(isinstance(word, str) for word in value):
        return " ".join(value)
    raise NotText(name)


def _reasons(value: object) -> Texts:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise NotText("reasons")
    if not all(isinstance(code, str) and isinstance(text, str) for code, text in value.items()):
        raise NotText("reasons")
    return dict(value)
