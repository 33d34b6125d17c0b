"""The list of acts as a person asks for it: by whom, what, on which days; at Vietnam's clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from common.words import office_people as words
from district.moments import VIETNAM, utc_text
from district.store.office import Act, Asked
from district.trouble import Mistake

HEAD = ("Lúc", "Ai", "Việc", "Về")


@dataclass(frozen=True, slots=True)
class Deed:
    """One line: the moment ("08/12/2026 09:14"), who, what was done, what it touched."""

    at: str
    user: str
    act: str
    subject: str


def asked_for(user: str, act: str, days: tuple[str, str]) -> Asked:
    """The question in the store's terms; days are ISO or empty. Raises Mistake `not-a-moment`."""
    first, last = (_day(text) for text in days)
    before = _moment(last + timedelta(days=1)) if last else ""
    return Asked(user, act, _moment(first) if first else "", before)


def told(acts: Iterable[Act]) -> tuple[Deed, ...]:
    """The lines as a person reads them."""
    return tuple(Deed(_local(act.at), act.user, words.act(act.act), words.subject(act.subject)) for act in acts)


def rows(deeds: Iterable[Deed]) -> list[Sequence[str]]:
    """The lines as a table with its head."""
    return [HEAD, *((deed.at, deed.user, deed.act, deed.subject) for deed in deeds)]


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Mistake("not-a-moment", text=text[:20]) from error


def _moment(day: date) -> str:
    return utc_text(datetime.combine(day, time(), VIETNAM))


def _local(at: str) -> str:
    return f"{datetime.fromisoformat(at).astimezone(VIETNAM):%d/%m/%Y %H:%M}"
