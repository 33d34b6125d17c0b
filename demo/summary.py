"""Adding up what the desks answered, to lay it beside what the district counted."""

from collections.abc import Iterable, Mapping
from typing import Any


def added(values: Iterable[Any]) -> Any:
    """Reports added figure by figure; a text that all share (the period) stays."""
    found = list(values)
    if not found:
        return {}
    if isinstance(found[0], Mapping):
        names = dict.fromkeys(name for value in found for name in value)
        return {name: added(value[name] for value in found if name in value) for name in names}
    return sum(found) if isinstance(found[0], int) else found[0]


def agree(desks: Mapping[str, Any], district: Mapping[str, Any]) -> bool:
    """Whether both sides count the same events, letters and reactions."""
    return all(desks[part] == district[part] for part in ("events", "letters", "reactions"))
