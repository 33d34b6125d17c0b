"""Letters from being prepared to the answer, as rows of a table: on the page and on paper alike."""

from __future__ import annotations

from common.words import ratings_page as said
from desk_app.services.ratings_view import LetterWay, Voices


def way_cells(way: LetterWay) -> tuple[str, ...]:
    """Prepared, handed over, answered; of letters pooled the answers alone."""
    name = said.kinds(way.kinds, len(said.ALL_LETTERS))
    if len(way.kinds) > 1:
        return name, "", "", said.count(way.answered)
    return name, said.count(way.prepared), said.count(way.handed), said.count(way.answered)


def ways_sum(shown: Voices) -> tuple[str, ...]:
    """The whole of it."""
    prepared, handed = sum(way.prepared for way in shown.ways), sum(way.handed for way in shown.ways)
    return (said.WHOLE, *map(said.count, (prepared, handed, shown.answers.n)))
