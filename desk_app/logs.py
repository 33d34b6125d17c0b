"""Logs of a desk: rotating, ids and places only, never a name, number or typed word."""

from __future__ import annotations

import logging
import traceback
from contextlib import suppress
from pathlib import Path

SIZE = 512 * 1024
KEPT = 3


def keep_bug(folder: Path, error: BaseException) -> None:
    """Write the type of an unforeseen error and the places it passed, without its message: that may hold a value."""
    try:
        (folder / "logs").mkdir(parents=True, exist_ok=True)
        handler = _rotating(folder / "logs" / "desk.log")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    places = " < ".join(
        f"{Path(row.filename).name}:{row.lineno}" for row in reversed(traceback.extract_tb(error.__traceback__))
    )
    record = logging.LogRecord("desk_app", logging.ERROR, "", 0, f"{type(error).__name__} {places}", None, None)
    handler.emit(record)
    # Closing writes what is left, and a full disk answers once more: work goes on without a log.
    with suppress(OSError):
        handler.close()


def _rotating(path: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # with it comes the network: not before the first bug

    class Silent(RotatingFileHandler):
        def handleError(self, record: logging.LogRecord) -> None:
            """A log that cannot be written stops nothing and is no news for whoever works."""

    return Silent(path, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
