"""What stands in the form of one registration while it is typed: fields, links, echo lines. No widget, no rule of its
own, nothing kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from common.dates import PartialDate
from common.names import fold, tidy
from common.words import form as words
from common.words.form_cases import UNNAMED
from desk_app.domain.drafts import DRAFTS, Draft
from desk_app.domain.events import Event
from desk_app.domain.form import SEX_WORDS
from desk_app.services.desk import Desk
from desk_app.services.places import Offer, PlaceOffers
from desk_app.ui.form import circumstances, days
from desk_app.ui.form.fields import Field, Section, first_blank
from desk_app.ui.form.forms import sections
from desk_app.ui.form.linked import Links, chosen, followed, typed
from desk_app.ui.form.summary import summary_of


class TypedForm:
    """The form of one event at an open desk, as typed."""

    draft: Draft
    links: Links
    _fresh: Draft
    _places: PlaceOffers

    def __init__(self, desk: Desk, event: Event) -> None:
        self.event: Event = event
        self._desk = desk
        self._clear()

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The table of this form."""
        return sections(self.event)

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Every field by name, in the order of the form."""
        return {field.name: field for section in self.sections for field in section.fields}

    def text(self, field: str) -> str:
        """What stands in a form field: text, a choice's value, or "1" for a ticked box."""
        if field.startswith("pick:"):
            return circumstances.picked(self.draft, self.links, field)
        if field.startswith("case:"):
            return "1" if field[5:] in self._cases() else ""
        if field.startswith("told:"):
            return days.died_in_words(self.draft, self._desk.seat.today())
        written = str(getattr(self.draft, field))
        if field == "born_in_words":
            return written or self._in_words()
        if self.fields[field].kind == "sex":
            return SEX_WORDS.get(fold(tidy(written)), "")
        return written

    def write(self, field: str, text: str) -> tuple[str, ...]:
        """The clerk typed or chose: the draft now says this. The other form fields that changed with it."""
        before = {name: self.text(name) for name in self.fields if name != field}
        if field.startswith("pick:"):
            self._pick(field, text)
        elif field.startswith("case:"):
            case = [word for word in self._cases() if word != field[5:]]
            self._put("case", " ".join([*case, field[5:]] if text else case))
            self.links = circumstances.linked(self.draft, self.links)
        elif field == "born_in_words":
            self._put(field, "" if text == self._in_words() else text)
        else:
            self._put(field, text)
            self.links = typed(self.draft, self.links, field)
        self.draft = followed(self.draft, self.links)
        return tuple(name for name, old in before.items() if self.text(name) != old)

    def settle(self) -> tuple[str, ...]:
        """Days typed without their year get it; the fields that changed."""
        before, self.draft = self.draft, self.settled()
        return tuple(name for name in days.JUST_HAPPENED[self.event] if getattr(before, name) != self._whole(name))

    def settled(self) -> Draft:
        """The draft with its days whole, while they are still being typed."""
        whole: dict[str, Any] = {name: self._whole(name) for name in days.JUST_HAPPENED[self.event]}
        return replace(self.draft, **whole)

    def shown(self, field: str) -> bool:
        """Whether a field is asked for now, as who declares and the special cases have it; or told, with something to
        tell."""
        if field.startswith("told:"):
            return bool(self.text(field))
        return circumstances.asked(self.draft, self.links, field)

    def echo(self, field: str) -> str:
        """What the program understood of a date, or nothing."""
        if self.fields[field].kind != "date":
            return ""
        told = days.echo_of_death if field == "died_on" else days.echo
        return told(self.draft, field, self._desk.seat.today())

    def places(self, field: str, typed: str) -> Sequence[Offer]:
        """What was written into such a field before, the latest first; then units that may be meant."""
        return self._places.offered(field, typed, self._whole("registered_on"))

    @property
    def first_blank(self) -> str:
        """The first field that has to be filled in and is not, or the first of all."""
        return first_blank(self.fields, self.text)

    def holds(self, section: Section) -> bool:
        """Whether somebody wrote something into a section, or has to."""
        written = [one.name for one in section.fields if getattr(self.draft, one.name, "1")]
        return circumstances.wants(self.draft, section.name) or any(self.text(name) for name in written)

    def summary(self, section: Section) -> str:
        """A finished section in one line."""
        return summary_of(section, self.text, self.links)

    # ---- inside

    def _clear(self) -> None:
        today = PartialDate.of(self._desk.seat.today()).slashed()
        self._fresh = DRAFTS[self.event](registered_on=today)
        self.draft, self.links = self._fresh, Links()
        self._places = PlaceOffers(self._desk.seat)

    def _pick(self, field: str, text: str) -> None:
        if field == "pick:declarant":
            self.draft, self.links = chosen(self.draft, self.links, text)
        elif field in ("pick:home", "pick:papers"):
            self.links = circumstances.tied(self.links, field, bool(text))
        elif field == "pick:unnamed":
            self._put("deceased_name", UNNAMED if text else "")
        else:
            self._put("twin_group", words.twin_group(self._desk.seat.random(2).hex()) if text else "")

    def _put(self, field: str, text: str) -> None:
        changed: dict[str, Any] = {field: text}
        self.draft = replace(self.draft, **changed)

    def _cases(self) -> list[str]:
        return self.draft.case.split()

    def _is_twin(self) -> bool:
        return bool(getattr(self.draft, "twin_group", "").strip())

    def _whole(self, field: str) -> str:
        return days.whole(self.event, field, str(getattr(self.draft, field)), self._desk.seat.today())

    def _in_words(self) -> str:
        return days.in_words(getattr(self.draft, "born", ""), self._desk.seat.today())
