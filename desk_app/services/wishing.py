"""What was chosen for a letter: kept with the letter, or until there is one among the office's papers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from common.names import tidy
from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading, Work
from desk_app.domain.problems import Problem
from desk_app.letters.order import (
    ADDRESSES_OF,
    CHOICES_OF,
    COUPLES,
    LONGEST_ADDRESS,
    RECIPIENTS,
    TEMPLATES_OF,
    WITH_BACK,
)
from desk_app.services.letter_values import Wish, fitting_kind, wish_from

WAITING = "letter-wishes"
PRINTED, GIVEN = "printed-otherwise", "given-otherwise"
_WAITS_FOR = frozenset(
    {
        *("letter-held", "letter-missing-field", "letter-needs-address"),
        *("letter-needs-signatory", "letter-signatory-ended", "letter-signatory-later", "letter-signs-no-more"),
    }
)


def chosen(store: Reading | Work, ids: Sequence[int], kind: str) -> Wish:
    """What was chosen last for the letter over these registrations, that a letter written anew is like it."""
    bodies = [body for id, body in _waiting(store).items() if int(id) in ids]
    if bodies:
        return fitting_kind(wish_from(bodies[-1]), kind)
    letters = {kept.id: kept for id in ids for kept in store.letters.of_registration(id)}
    return fitting_kind(wish_of(store, letters[max(letters)]), kind) if letters else Wish()


def wish_of(store: Reading | Work, kept: KeptLetter) -> Wish:
    """What was chosen for this letter."""
    wish = wish_from(store.papers.wish(kept.id))
    usual = kept.template == TEMPLATES_OF[kept.kind][0]
    return wish if wish.template or usual else replace(wish, template=kept.template)


def meant(store: Reading | Work, ids: Sequence[int], kind: str, wish: Wish) -> Wish:
    """The wish itself, or for one that asks for nothing what was chosen before."""
    if wish.whole or wish.body:
        return wish
    return replace(chosen(store, ids, kind), anyway=wish.anyway, ink=wish.ink)


def same(store: Reading | Work, kept: KeptLetter, wish: Wish) -> bool:
    """Whether this letter is what is wished."""
    usual = TEMPLATES_OF[kept.kind][0]
    before, now = dict(wish_of(store, kept).body), dict(wish.body)
    return (before.pop("template", usual), before) == (now.pop("template", usual), now)


def in_the_way(kept: KeptLetter | None) -> tuple[Problem, ...]:
    """A letter that is on paper is not replaced by other words before somebody says why."""
    if kept is None or not kept.copies:
        return ()
    reason = GIVEN if kept.state == "delivered" else PRINTED
    return (Problem("letter", "letter-held", "error", {"reason": reason}),)


def elsewhere(kind: str, wish: Wish) -> tuple[Problem, ...]:
    """What is wished and no letter of this kind has, or not together."""
    stray = {*(wish.choices - set(CHOICES_OF[kind])), *(set(wish.addresses) - set(ADDRESSES_OF[kind]))}
    stray |= {"english"} if wish.english and kind not in WITH_BACK else set()
    stray |= {word for word in wish.addresses.values() if len(tidy(word)) > LONGEST_ADDRESS}
    for one_of in (RECIPIENTS, COUPLES):
        stray |= wish.choices & set(one_of) if len(wish.choices & set(one_of)) > 1 else set()
    details = {"choice": ", ".join(sorted(stray))}
    return (Problem("letter", "letter-choice-elsewhere", "error", details),) if stray else ()


def keep_waiting(work: Work, ids: Sequence[int], wish: Wish) -> None:
    """The letter cannot be written yet; what was chosen for it waits with the registrations."""
    _put(work, {**_waiting(work), **{str(id): wish.body for id in ids}})


def waits_on(problems: Sequence[Problem]) -> bool:
    """Whether these problems only put a letter off."""
    reasons = {one.details.get("reason", "") for one in problems}
    return {one.code for one in problems} <= _WAITS_FOR and not reasons & {PRINTED, GIVEN}


def forget_waiting(work: Work, ids: Sequence[int]) -> None:
    """The letter is written, or the registrations are erased."""
    waiting = _waiting(work)
    if any(str(id) in waiting for id in ids):
        _put(work, {id: body for id, body in waiting.items() if int(id) not in ids})


def kept_for_later(wish: Wish, problems: Sequence[Problem]) -> bool:
    """Whether what is wished of a letter that these problems put off has to be remembered."""
    return bool(wish.body or wish.whole) and waits_on(problems)


def _waiting(store: Reading | Work) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = json.loads(store.office.get(WAITING) or "{}")
    return found


def _put(work: Work, waiting: Mapping[str, Mapping[str, Any]]) -> None:
    work.office.put(WAITING, json.dumps(waiting, ensure_ascii=False, sort_keys=True))
