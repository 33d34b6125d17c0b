"""Acts of many requests share one transaction: while one is being written to the disk, the next ones gather.

An act that comes alone is written at once. Whoever gave an act hears of it only after the commit.
"""

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Generic, TypeVar

A = TypeVar("A")
R = TypeVar("R")
MOST = 512
"""Acts of one transaction."""


class GroupCommit(Generic[A, R]):
    """One thread that writes; `write` takes acts into one transaction and gives what became of each, an exception for
    one that failed alone. What it raises itself is told to all of them."""

    def __init__(self, write: Callable[[Sequence[A]], Sequence[R | Exception]]) -> None:
        self._write = write
        self._given: queue.SimpleQueue[tuple[A, Future[R]] | None] = queue.SimpleQueue()
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self._is_closed = False

    def give(self, act: A) -> "Future[R]":
        """What becomes of the act, once it is on disk. Raises RuntimeError after `close`."""
        future: Future[R] = Future()
        with self._guard:
            if self._is_closed:
                raise RuntimeError("closed")
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="ballots", daemon=True)
                self._thread.start()
            self._given.put((act, future))
        return future

    def close(self) -> None:
        """Write what was given, then end."""
        with self._guard:
            self._is_closed = True
            self._given.put(None)
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        goes_on = True
        while goes_on:
            some, goes_on = self._gather()
            # Nobody can take back an act from here on: what is written is told.
            taken = [(act, future) for act, future in some if future.set_running_or_notify_cancel()]
            if taken:
                self._settle([future for _, future in taken], [act for act, _ in taken])

    def _gather(self) -> tuple[list[tuple[A, "Future[R]"]], bool]:
        """Wait for one act and take all that came meanwhile; False when it was told to end."""
        one, some = self._given.get(), []
        while one is not None:
            some.append(one)
            if len(some) == MOST:
                return some, True
            try:
                one = self._given.get_nowait()
            except queue.Empty:
                return some, True
        return some, False

    def _settle(self, futures: Sequence["Future[R]"], acts: Sequence[A]) -> None:
        try:
            outcomes = self._write(acts)
        except Exception as trouble:
            outcomes = [trouble] * len(acts)
        for future, outcome in zip(futures, outcomes, strict=True):
            if isinstance(outcome, Exception):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)
