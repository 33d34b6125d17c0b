"""Back to the ministry: the panel that copies a record field by field, the question before an export."""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.ui.copy_out.panel import CopyPanel
from tools.pictures.stage import Stage


def ministry_walk(stage: Stage) -> Iterator[str]:
    """A record of the book is open already."""
    stage.act("copy-out")
    yield "ministry-copy"
    for panel in stage.dialogs():
        if isinstance(panel, CopyPanel):
            for _ in range(5):
                panel.take()
    stage.settle()
    yield "ministry-copied"
    for panel in stage.dialogs():
        panel.close()
    stage.act("find-table")
    yield "ministry-export"
    stage.dismiss()
