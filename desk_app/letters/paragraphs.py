"""Lines out of words: the fewest lines, then the evenest. Never hyphenated, never cut, never squeezed."""

from collections.abc import Callable, Sequence
from itertools import accumulate

SHORTEST_LAST, LAST_WEIGHT = 0.12, 8
Break = tuple[int, int]
Row = dict[int, tuple[float, int]]
Cost = Callable[[int, int], float | None]


class TooWide(ValueError):
    """A word wider than the column; `place` counts words from 0."""

    def __init__(self, place: int) -> None:
        super().__init__(f"word {place}")
        self.place = place


class Paragraph:
    """Words by their widths and the gaps between neighbours, in one unit."""

    def __init__(self, widths: Sequence[float], gaps: Sequence[float]) -> None:
        self._widths, self._gaps = widths, gaps
        self._up_to = [0.0, *accumulate(w + g for w, g in zip(widths, [*gaps, 0.0], strict=True))]

    def width(self, first: int, end: int) -> float:
        """Width of the words from `first` up to but without `end`, on one line."""
        last_gap = self._gaps[end - 1] if end <= len(self._gaps) else 0.0
        return self._up_to[end] - self._up_to[first] - last_gap

    def justified(self, column: float) -> list[Break]:
        """Breaks so that the spaces stretch evenly; the last line stays as it is, but not one lone word if it can be
        helped. Raises TooWide.
        """

        def cost(first: int, end: int) -> float | None:
            line = self.width(first, end)
            if line > column:
                return None
            if end < len(self._widths):
                return ((column - line) / max(1, end - first - 1)) ** 2
            return (max(0.0, column * SHORTEST_LAST - line) / LAST_WEIGHT) ** 2

        return self._evenest(column, cost)

    def balanced(self, column: float) -> list[Break]:
        """Breaks that make the lines as equal as words allow. Raises TooWide."""
        target = self.width(0, len(self._widths)) / self.fewest(column)

        def cost(first: int, end: int) -> float | None:
            line = self.width(first, end)
            return None if line > column else (target - line) ** 2

        return self._evenest(column, cost)

    def fewest(self, column: float) -> int:
        """How many lines the words need. Raises TooWide."""
        lines, first = 1, 0
        for place, width in enumerate(self._widths):
            if width > column:
                raise TooWide(place)
            if self.width(first, place + 1) > column:
                lines, first = lines + 1, place
        return lines

    def _earliest(self, column: float, count: int) -> list[int]:
        """For each line the first place where it may end so that the words behind it fit the lines behind it."""
        places = [len(self._widths)]
        for _ in range(count - 1):
            start = places[-1]
            while start > 0 and self.width(start - 1, places[-1]) <= column:
                start -= 1
            places.append(start)
        return places[::-1]

    def _evenest(self, column: float, cost: Cost) -> list[Break]:
        total = len(self._widths)
        rows: list[Row] = [{0: (0.0, 0)}]
        for earliest in self._earliest(column, self.fewest(column)):
            rows.append(_next_row(rows[-1], range(earliest, total + 1), cost))
        breaks, end = [], total
        for row in reversed(rows[1:]):
            breaks.append((row[end][1], end))
            end = row[end][1]
        return breaks[::-1]


def _next_row(row: Row, ends: range, cost: Cost) -> Row:
    found: Row = {}
    for start, (paid, _) in row.items():
        for end in range(max(start + 1, ends.start), ends.stop):
            price = cost(start, end)
            if price is None:
                break
            if end not in found or paid + price < found[end][0]:
                found[end] = (paid + price, start)
    return found
