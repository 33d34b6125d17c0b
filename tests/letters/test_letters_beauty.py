"""What an eye for print asks of a page: straight edges, no word left alone, nothing too near its neighbour."""

from collections import defaultdict
from itertools import pairwise

import pytest
from letter_orders import CASES, INKS

from desk_app.letters.setpage import Run, SetPage
from desk_app.letters.shaping import MM_PER_POINT, Style
from desk_app.letters.sheet import HANGING
from desk_app.letters.stock import Stock

CASE = pytest.mark.parametrize("name", [f"{case}-{INKS[0]}" for case in CASES])


def lines_of(page: SetPage) -> list[list[Run]]:
    """The runs of text by their baseline, from top to bottom, those of one line from left to right."""
    found: dict[int, list[Run]] = defaultdict(list)
    for run in page.runs:
        found[run.y].append(run)
    return [sorted(found[y], key=lambda run: run.x) for y in sorted(found)]


def end_of(run: Run, stock: Stock) -> float:
    """Where a run ends, in millimetres."""
    style = Style(run.font, run.size / 100, tracking=run.tracking)
    return (run.x + run.text.count(" ") * run.word) / 1000 + stock.shaper.width(run.text, style)


def justified(page: SetPage) -> list[list[Run]]:
    return [line for line in lines_of(page) if any(run.word for run in line)]


@CASE
def test_the_right_edge_is_straight_to_the_eye_points_and_commas_hang_over_it(
    name: str, pages: dict[str, SetPage], stock: Stock
) -> None:
    edges, hung = [], 0.0
    for line in justified(pages[name]):
        last = line[-1]
        over = HANGING.get(last.text[-1], 0.0) * stock.shaper.width(last.text[-1], Style(last.font, last.size / 100))
        edges.append(end_of(last, stock) - over)
        hung = max(hung, over)
    assert all(abs(one - edges[0]) < 0.08 for one in edges), edges
    assert hung < 1.0  # a millimetre: never into a frame or a seal


@CASE
def test_no_paragraph_ends_with_a_word_alone(name: str, pages: dict[str, SetPage]) -> None:
    lines = lines_of(pages[name])
    for before, last in pairwise(lines):
        if any(run.word for run in before) and not any(run.word for run in last) and last[0].size == before[0].size:
            assert len("".join(run.text for run in last).split()) > 1, last


@CASE
def test_lines_of_a_column_do_not_touch(name: str, pages: dict[str, SetPage], stock: Stock) -> None:
    """From the baseline of one line to the next there is room for what hangs below and the marks above."""
    for upper, lower in pairwise(justified(pages[name])):
        if upper[0].font == lower[0].font and upper[0].size == lower[0].size:
            assert (lower[0].y - upper[0].y) / 1000 >= 1.13 * upper[0].size / 100 * MM_PER_POINT
