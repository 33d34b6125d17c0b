"""What the page Hôm nay knows: the view last read, the queue chosen, and what a choice of rows means. No widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.words import today as words
from desk_app.services.queues import Queue, Row
from desk_app.services.today import DayView, Today


@dataclass(frozen=True, slots=True)
class TileLook:
    """A tile: the queue it stands for, its icon and its key."""

    queue: str
    icon: str
    key: str


TILES = (
    TileLook("print", "printer", "1"),
    TileLook("sign", "signature", "2"),
    TileLook("hand", "gift", "3"),
    TileLook("call", "phone", "4"),
    TileLook("draft", "pencil", "5"),
    TileLook("look", "eye", "6"),
)


class TodayModel:
    """Read once at every visit; the chosen queue and row survive it."""

    def __init__(self, today: Today) -> None:
        self._today = today
        self.chosen = "print"
        self._view: DayView | None = None

    @property
    def view(self) -> DayView:
        """The page as it was last read."""
        if self._view is None:
            self._view = self._today.view()
        return self._view

    def read(self) -> None:
        """Read the queues again."""
        self._view = self._today.view()

    def choose(self, queue: str) -> None:
        """Another queue."""
        self.chosen = queue

    def queue(self, id: str = "") -> Queue:
        """The queue of this id, or the chosen one."""
        return next(queue for queue in self.view.queues if queue.id == (id or self.chosen))

    def place_of(self, key: str) -> int:
        """Where the row with this key stands now in the chosen queue; 0 when it is gone."""
        keys = [row.key for row in self.queue().rows]
        return keys.index(key) if key in keys else 0

    def sheets(self, rows: Sequence[Row]) -> tuple[tuple[int, ...], ...]:
        """The registrations of each chosen sheet, for the printing table; thanks and apologies as WaitingLetter.key."""
        return tuple(row.covers or (-row.letter,) for row in rows if self.chosen == "print")

    def title(self) -> tuple[str, str]:
        """The chosen queue's name and its count."""
        queue = self.queue()
        return queue.words, f"· {queue.counted}" if queue.count else ""

    def hint(self) -> str:
        """The line under the table."""
        queue = self.queue()
        return queue.hint or words.KEY_HINT if queue.rows else words.KEY_HINT_EMPTY
