"""Actions of the menu Báo cáo and of its pages, as rows of the one table."""

from __future__ import annotations

from desk_app.ui.action import Action
from desk_app.ui.action import told as _told

YEAR_ACTIONS: tuple[Action, ...] = (
    Action("page-evidence", "Ctrl+F12", "report", "evidence"),
    _told("evidence-add", "Insert", "evidence"),
    _told("evidence-open", "Return", "evidence"),
    _told("evidence-change", "F2", "evidence"),
    _told("evidence-tie", "Ctrl+G", "evidence"),
    _told("evidence-untie", "Ctrl+B", "evidence"),
    _told("evidence-kind", "F6", "evidence"),
    _told("evidence-save", "Ctrl+S", "evidence"),
    _told("evidence-take", "Delete", "evidence"),
    _told("evidence-pack", "Ctrl+Shift+P", "evidence"),
    _told("evidence-check", "Ctrl+O", "evidence"),
    Action("page-yearlog", "Ctrl+F11", "report", "yearlog"),
    _told("year-kind", "1–7", "yearlog"),
    _told("year-add", "Insert", "yearlog"),
    _told("year-change", "Return", "yearlog"),
    _told("year-take", "Delete", "yearlog"),
    _told("year-year", "F6", "yearlog"),
    _told("year-table", "Ctrl+E", "yearlog"),
    _told("year-erase", "Ctrl+Shift+X", "yearlog"),
    Action("page-criteria", "Ctrl+F5", "report", "criteria"),
    _told("criteria-score", "Return", "criteria"),
    _told("criteria-reason", "Ctrl+G", "criteria"),
    _told("criteria-file", "Insert", "criteria"),
    _told("criteria-province", "Ctrl+T", "criteria"),
    _told("criteria-confirm", "Ctrl+Return", "criteria"),
    _told("criteria-reopen", "Ctrl+B", "criteria"),
    _told("criteria-year", "F6", "criteria"),
    _told("criteria-print", "Ctrl+P", "criteria"),
    _told("criteria-table", "Ctrl+E", "criteria"),
    _told("criteria-take-in", "Ctrl+O", "criteria"),
    _told("criteria-set", "F2", "criteria"),
)
