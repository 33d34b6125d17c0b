"""Thanks and apologies as typed: every value as text, by the names that form, command line and letters share."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from desk_app.domain.courtesy import Courtesy
from desk_app.domain.drafts import NotText, Texts, UnknownEvent, UnknownFields

TOLD = "1"
"""What a ticked box says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonCourtesy:
    """To whom it goes, and what every such letter may have; `household` is "1" where the whole family is meant."""

    kind: str = ""
    to_address: str = ""
    to_name: str = ""
    household: str = ""
    free_line: str = ""
    reasons: Texts = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksDraft(CommonCourtesy):
    """Thanks as typed; `kind` gift or opinion."""

    outcome: str = ""
    deed: str = ""
    said_on: str = ""
    matter: str = ""
    since: str = ""
    mended: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApologyDraft(CommonCourtesy):
    """An apology as typed; `kind` late, manner or paper."""

    promised: str = ""
    on: str = ""
    errand: str = ""
    file_code: str = ""
    why: str = ""
    again: str = ""
    officer: str = ""
    paper: str = ""
    given_on: str = ""
    mistake: str = ""
    care: str = ""


CourtesyDraft = ThanksDraft | ApologyDraft
COURTESY_DRAFTS: Mapping[str, type[CourtesyDraft]] = {"thanks": ThanksDraft, "apology": ApologyDraft}
WHO = ("kind", "to_address", "to_name", "household")
PARTS: Mapping[str, tuple[str, ...]] = {
    "gift": ("outcome", "deed"),
    "opinion": ("said_on", "matter", "since", "mended"),
    "late": ("errand", "file_code", "promised", "again", "why", "officer", "care"),
    "manner": ("on", "errand", "care"),
    "paper": ("paper", "given_on", "mistake", "again", "care"),
}
"""What is asked for each kind of letter, in the order in which it is typed."""
KINDS: Mapping[str, tuple[str, ...]] = {"thanks": ("gift", "opinion"), "apology": ("late", "manner", "paper")}
DAYS = frozenset({"said_on", "since", "promised", "again", "on", "given_on"})
OPTIONAL_PARTS = frozenset({"care"})


def letter_kind(draft: CourtesyDraft) -> str:
    """thanks or apology."""
    return "thanks" if isinstance(draft, ThanksDraft) else "apology"


def courtesy_fields(letter: str) -> tuple[str, ...]:
    """The text fields of such a draft in the order in which they are asked; raises UnknownEvent."""
    known = {one.name for one in fields(_kind(letter))}
    parts = dict.fromkeys(part for kind in KINDS[letter] for part in PARTS[kind])
    return (*WHO, *(name for name in parts if name in known), "free_line")


def asked_parts(draft: CourtesyDraft) -> tuple[str, ...]:
    """The parts that a draft of this kind is made of; none before the kind is chosen."""
    return PARTS[draft.kind] if draft.kind in KINDS[letter_kind(draft)] else ()


def courtesy_from(letter: str, values: Mapping[str, object]) -> CourtesyDraft:
    """The draft that a mapping holds; null is an empty field, `household` may be true; raises UnknownEvent,
    UnknownFields or NotText."""
    names = courtesy_fields(letter)
    strangers = tuple(sorted(set(values) - set(names) - {"reasons"}))
    if strangers:
        raise UnknownFields(strangers)
    texts = {name: _text(name, values[name]) for name in names if name in values}
    return _kind(letter)(**texts, reasons=_reasons(values.get("reasons")))


def courtesy_values(draft: CourtesyDraft) -> dict[str, object]:
    """Every field of a draft by name, as `courtesy_from` takes it back."""
    texts: dict[str, object] = {name: getattr(draft, name) for name in courtesy_fields(letter_kind(draft))}
    return {**texts, "reasons": dict(draft.reasons)}


def courtesy_draft_of(courtesy: Courtesy, free_line: str = "") -> CourtesyDraft:
    """A courtesy as a draft again."""
    to = courtesy.to
    who = {"to_address": to.address, "to_name": to.name.text, "household": TOLD if to.household else ""}
    kinds = {"Gift": "gift", "Opinion": "opinion", "LateResult": "late", "BadManner": "manner", "WrongPaper": "paper"}
    kind = kinds[type(courtesy).__name__]
    told = {name: getattr(courtesy, name) for name in PARTS[kind]}
    parts = {name: value if isinstance(value, str) else f"{value:%d/%m/%Y}" for name, value in told.items()}
    letter = next(letter for letter, each in KINDS.items() if kind in each)
    return courtesy_from(letter, {"kind": kind, **who, **parts, "free_line": free_line})


def _kind(letter: str) -> type[CourtesyDraft]:
    if letter not in COURTESY_DRAFTS:
        raise UnknownEvent(letter)
    return COURTESY_DRAFTS[letter]


def _text(name: str, value: object) -> str:
    if value is None or (name == "household" and value is False):
        return ""
    if name == "household" and value is True:
        return TOLD
    if not isinstance(value, str):
        raise NotText(name)
    return value


def _reasons(value: object) -> Texts:
    if value is None:
        return {}
    if not isinstance(value, Mapping) or not all(isinstance(one, str) for pair in value.items() for one in pair):
        raise NotText("reasons")
    return dict(value)
