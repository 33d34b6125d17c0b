"""Actions of the page Thiết lập, as rows of the one table."""

from __future__ import annotations

from desk_app.ui.action import Action
from desk_app.ui.action import told as _told

SETTINGS_ACTIONS: tuple[Action, ...] = (
    _told("save-settings", "Ctrl+S", "settings"),
    _told("signs-from", "Ctrl+Shift+N", "settings"),
    _told("signer-open", "Ctrl+Shift+E", "settings"),
    _told("number-sign", "Ctrl+Shift+I", "settings"),
    _told("hamlet-word", "Ctrl+Shift+P", "settings"),
    _told("add-user", "Ctrl+Shift+A", "settings"),
    _told("give-role", "Ctrl+Shift+V", "settings"),
    _told("first-password", "Ctrl+Shift+W", "settings"),
    _told("handover-sheet", "Ctrl+Shift+J", "settings"),
    _told("leave-desk", "Ctrl+Shift+D", "settings"),
    _told("called-so", "Ctrl+Shift+G", "settings"),
    _told("own-password", "Ctrl+Shift+M", "settings"),
    _told("rescue-anew", "Ctrl+Shift+H", "settings"),
    _told("update-look", "Ctrl+Shift+U", "settings"),
    _told("update-use", "Ctrl+Shift+Y", "settings"),
    _told("update-later", "Ctrl+Shift+X", "settings"),
    _told("update-back", "Ctrl+Shift+Z", "settings"),
)
