"""Who may be taken out of the register, what stays of them in it, and the first passwords of those who remain."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from common.names import tidy
from desk_app.db.keyring import recovery_code
from desk_app.db.register import Reading, Work
from desk_app.services.lines import local_entry
from desk_app.services.office import OfficeStore
from desk_app.services.reasons import reason_given
from desk_app.services.rescue import keep_rescue
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

DRAFT_OWNERS = "draft-owners"
"""Under this name the office's papers keep who began which draft."""
FORMER = "former-users"
"""Under this name the office's papers keep who was taken out, when, by whom and why; their names stand in the past."""
FIRST_PASSWORDS = "first-passwords"
"""Under this name the office's papers keep whose password another person knows: they are asked for one of their own."""
LONGEST_REASON = 200
_FIRST_PASSWORD_GROUPS = 3


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who goes and why; `recovery` is the code of the new rescue sheet (empty: made on the way), `proved` whether it
    was typed from its paper; `heir` takes the drafts (empty: whoever takes the person out)."""

    login: str
    reason: str
    recovery: str = ""
    proved: bool = False
    heir: str = ""


@dataclass(frozen=True, slots=True)
class Former:
    """Somebody who could open the register until this day (ISO)."""

    role: str
    on: str
    by: str
    reason: str


def check_leaving(seat: Seat, login: str, reason: str) -> None:
    """Whether this person may be taken out now. Raises Trouble: not-allowed; Mistake: reason-empty, reason-too-long,
    no-such-user, not-oneself, last-administrator."""
    seat.may("people")
    if len(reason_given(reason)) > LONGEST_REASON:
        raise Mistake("setting-too-long", {"name": "reason", "limit": str(LONGEST_REASON)})
    with seat.reading() as reading:
        users = reading.users.all()
    roles = {user.name: user.role for user in users}
    if login not in roles:
        raise Mistake("no-such-user", {"name": login})
    if login == seat.user:
        raise Mistake("not-oneself")
    refuse_last(roles, login)


def refuse_last(roles: Mapping[str, str], login: str) -> None:
    """Raise Mistake("last-administrator") where nobody else could let people in."""
    if not any(role == "administrator" and name != login for name, role in roles.items()):
        raise Mistake("last-administrator", {"name": login})


def read_former(store: OfficeStore) -> Mapping[str, Former]:
    """Who was taken out, by login."""
    kept: Mapping[str, Mapping[str, str]] = json.loads(store.get(FORMER) or "{}")
    return {login: Former(**one) for login, one in kept.items()}


def first_password(seat: Seat) -> str:
    """Sixty random bits to be read out or written on a slip: three groups of four characters."""
    return "-".join(recovery_code(seat.random).split("-")[:_FIRST_PASSWORD_GROUPS])


def waiting_for_own(store: OfficeStore) -> frozenset[str]:
    """Whose password another person knows."""
    return frozenset(json.loads(store.get(FIRST_PASSWORDS) or "[]"))


def keep_waiting(store: OfficeStore, logins: frozenset[str]) -> None:
    """Note whose password another person knows."""
    store.put(FIRST_PASSWORDS, json.dumps(sorted(logins), ensure_ascii=False))


def owners_of(reading: Reading) -> Mapping[str, str]:
    """Who began which draft, by the draft's id."""
    owners: Mapping[str, str] = json.loads(reading.office.get(DRAFT_OWNERS) or "{}")
    return owners


def claim(work: Work, draft: str, login: str) -> None:
    """Whoever begins a draft has it; going on with another's does not change hands."""
    owners = owners_of(work)
    if draft not in owners:
        work.office.put(DRAFT_OWNERS, json.dumps({**owners, draft: login}, ensure_ascii=False, sort_keys=True))


def pass_drafts(work: Work, giver: str, taker: str) -> int:
    """From now on these drafts are another's; gives how many."""
    owners = dict(owners_of(work))
    given = [draft.draft_id for draft in work.drafts.all() if owners.get(draft.draft_id) == giver]
    owners.update(dict.fromkeys(given, taker))
    work.office.put(DRAFT_OWNERS, json.dumps(owners, ensure_ascii=False, sort_keys=True))
    return len(given)


def write_off(work: Work, seat: Seat, leaving: Leaving, remaining: frozenset[str]) -> None:
    """In the copy under the new key: the person goes, what they did keeps their name, the drafts change hands."""
    gone = work.users.get(leaving.login)
    assert gone is not None
    former = Former(gone.role, seat.today().isoformat(), seat.user, tidy(leaving.reason))
    kept = {login: asdict(one) for login, one in {**read_former(work.office), leaving.login: former}.items()}
    work.users.remove(leaving.login)
    work.office.put(FORMER, json.dumps(kept, ensure_ascii=False, sort_keys=True))
    keep_waiting(work.office, remaining)
    keep_rescue(work.office, seat.today(), leaving.proved)
    pass_drafts(work, leaving.login, leaving.heir or seat.user)
    work.journal.append(local_entry(seat, "user-removed", leaving.login))
