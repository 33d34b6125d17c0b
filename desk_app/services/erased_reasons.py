"""What was typed into the office's own books may name somebody whom the law had erased: why a number stands nowhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from common.words.numbering import ERASED
from desk_app.db.register import Work
from desk_app.services.closings import GAPS as BOOK_GAPS
from desk_app.services.numbering import GAPS as NUMBER_GAPS

_TYPED = (BOOK_GAPS, NUMBER_GAPS)


def forget_reasons(work: Work, names: Callable[[str], bool]) -> None:
    """Put other words where a reason names one of the people; the numbers stay explained."""
    for paper in _TYPED:
        kept = work.office.get(paper)
        if kept and (left := without(json.loads(kept), names)) != json.loads(kept):
            work.office.put(paper, json.dumps(left, ensure_ascii=False, sort_keys=True))


def without(told: Any, names: Callable[[str], bool]) -> Any:
    """The same JSON value, other words in the place of each text that names one of them."""
    if isinstance(told, dict):
        return {key: without(value, names) for key, value in told.items()}
    if isinstance(told, list):
        return [without(value, names) for value in told]
    return ERASED if isinstance(told, str) and names(told) else told
