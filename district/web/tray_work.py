"""Taking a tray in beside the request that asked for it: a thread for each tray, and what stopped it."""

from threading import Lock, Thread

from common.words import district as words
from district.recounting import renew
from district.tray import Trays
from district.trouble import Trouble


class TrayWork:
    """The trays that this process is taking in."""

    def __init__(self) -> None:
        self._threads: dict[str, Thread] = {}
        self._stopped: dict[str, str] = {}
        self._lock = Lock()

    def start(self, trays: Trays, tray: str) -> None:
        """Begin with a tray, or go on with it; one that is being taken here already is left alone. Raises Mistake
        no-such-tray, tray-closed."""
        trays.begin(tray)
        with self._lock:
            if self.is_running(tray):
                return
            self._stopped.pop(tray, None)
            # A process that is told to stop need not wait: each file is taken whole or not at all.
            thread = Thread(target=self._take, args=(trays, tray), name="tray", daemon=True)
            self._threads[tray] = thread
            thread.start()

    def is_running(self, tray: str) -> bool:
        """Whether this process is taking the tray in."""
        thread = self._threads.get(tray)
        return thread is not None and thread.is_alive()

    def stopped(self, tray: str) -> str:
        """The sentence of what stopped it, empty where nothing did."""
        return self._stopped.get(tray, "")

    def wait(self, tray: str, seconds: float) -> None:
        """Wait until it is done, but not longer: a small tray needs no page in between."""
        thread = self._threads.get(tray)
        if thread is not None:
            thread.join(seconds)

    def _take(self, trays: Trays, tray: str) -> None:
        try:
            trays.take(tray)
            renew(trays.sitting.store)  # counted now, so that the chart need not
        except Trouble as trouble:
            self._stopped[tray] = words.trouble(trouble.code, trouble.details)
        finally:
            self._threads.pop(tray, None)
