"""`make run`: the district's two faces over what the demo left, on loopback, until Ctrl+C."""

import sys
from contextlib import ExitStack
from pathlib import Path
from threading import Event

from demo import told
from demo.folders import Folders
from demo.phone import NotServed, serving
from demo.play import cast
from demo.screens import MOMENT


def main() -> int:
    """Serve until the person at the keyboard stops it."""
    above, _ = cast(Folders(Path("demo-out").resolve()))
    try:
        with ExitStack() as open_pages:
            public = open_pages.enter_context(serving(above.program, "public", now=MOMENT))
            office = open_pages.enter_context(serving(above.program, "office", now=MOMENT))
            print(told.serving(public, office), flush=True)
            Event().wait()
    except KeyboardInterrupt:
        return 0
    except NotServed as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main())
