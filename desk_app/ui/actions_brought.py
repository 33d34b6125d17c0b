"""Actions of what is brought in and written by the office itself: letter templates, sheets; rows of the one table."""

from __future__ import annotations

from desk_app.ui.action import Action
from desk_app.ui.action import told as _told

BROUGHT_ACTIONS: tuple[Action, ...] = (
    Action("page-intake", "Ctrl+F3", "file", "intake"),
    _told("intake-file", "Ctrl+O", "intake"),
    _told("intake-paste", "Ctrl+V", "intake"),
    _told("intake-undo", "Delete", "intake"),
    _told("intake-on", "Ctrl+Return", "intake"),
    _told("intake-read", "Return", "intake"),
    _told("intake-convert", "Ctrl+T", "intake"),
    _told("intake-sheet", "F6", "intake"),
    _told("intake-event", "F7", "intake"),
    _told("intake-pile", "Ctrl+1–5", "intake"),
    _told("intake-tick", "Space", "intake"),
    _told("intake-all", "Ctrl+A", "intake"),
    _told("intake-again", "F5", "intake"),
    Action("page-templates", "Shift+F2", "letter", "templates"),
    _told("template-write", "Return", "templates"),
    _told("template-new", "Insert", "templates"),
    _told("template-approve", "Ctrl+Return", "templates"),
    _told("template-older", "F6", "templates"),
    _told("template-out", "Ctrl+B", "templates"),
    _told("template-drop", "Delete", "templates"),
    _told("template-take", "Ctrl+O", "templates"),
    _told("template-file", "Ctrl+E", "templates"),
    _told("template-insert", "Ctrl+J", "templates"),
    _told("template-bold", "Ctrl+D", "templates"),
    _told("template-place", "F8", "templates"),
    _told("template-sample", "F9", "templates"),
    _told("template-keep", "Ctrl+S", "templates"),
    Action("ministry-export", menu="file"),
    Action("find-table", "Ctrl+E", page="find", here=True),
    Action("copy-out", "Ctrl+Shift+C", page="find", here=True),
    Action("copy-saved", "Ctrl+Shift+C", page="form", here=True),
)
