"""`python -m desk_app.app`, and the frozen program's window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from desk_app import paths
from desk_app.app.door import Door, pages
from desk_app.app.options import read_options
from desk_app.ui.theme.look import dress


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and stay until it closes; the exit status."""
    asked = read_options(sys.argv[1:] if argv is None else argv)
    app = QApplication(sys.argv[:1])
    dress(app, paths.resources(), asked.percent, asked.ground)
    if asked.self_test:
        from desk_app.app.trial import run_trial

        return run_trial()
    door = Door(asked, pages)
    sys.excepthook = door.unforeseen
    door.frame.fit(app.primaryScreen().availableSize())
    door.open()
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
