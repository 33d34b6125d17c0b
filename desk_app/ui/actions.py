"""The one table of actions: menus, shortcuts, the side list, the key card and the tests all read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from common.words.actions import KEY_WORDS, MENUS, WORDS


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the window can do. `page` is where it leads (with `what`), or, when `here` is set, the page on which
    its key works. `does`: the page that came to the front is also asked to act. `side` is the icon of its row in the
    side list. `told`: the page itself, or whatever has the focus, listens to the key; the table only tells of it."""

    id: str
    key: str = ""
    menu: str = ""
    page: str = ""
    here: bool = False
    does: bool = False
    told: bool = False
    side: str = ""
    what: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.id not in WORDS or (self.menu and self.menu not in MENUS):
            raise ValueError(f"no words for {self.id}")

    @property
    def menu_words(self) -> str:
        """The words with the letter that chooses them in their menu."""
        return WORDS[self.id][0]

    @property
    def words(self) -> str:
        """The words of a button or row."""
        return self.menu_words.replace("&", "")

    @property
    def help(self) -> str:
        """One line for the key card."""
        return WORDS[self.id][1]

    @property
    def shown_key(self) -> str:
        """The key as it stands on a key cap."""
        return key_words(self.key)


def each_key(shown: str) -> tuple[str, ...]:
    """The keys behind one cap: Ctrl+0–3 stands for four."""
    first, dash, last = shown.partition("–")
    if not dash:
        return (shown,)
    before, low = first[:-1], int(first[-1])
    return tuple(f"{before}{digit}" for digit in range(low, int(last) + 1))


def key_words(key: str) -> str:
    """Ctrl+Return as the keyboard says it: Ctrl+Enter."""
    return "+".join(KEY_WORDS.get(part, part) for part in key.split("+"))


def _told(id: str, key: str, page: str = "") -> Action:
    return Action(id, key, page=page, here=bool(page), told=True)


ACTIONS: tuple[Action, ...] = (
    Action("new", "Ctrl+N", page="form"),
    Action("new-birth", menu="new", page="form", what={"event": "birth"}),
    Action("new-marriage", menu="new", page="form", what={"event": "marriage"}),
    Action("new-death", menu="new", page="form", what={"event": "death"}),
    Action("new-thanks", menu="new", page="courtesy", what={"letter": "thanks"}),
    Action("new-apology", menu="new", page="courtesy", what={"letter": "apology"}),
    Action("page-today", "Alt+1", "view", "today", side="home"),
    Action("page-find", "Alt+2", "view", "find", side="books"),
    Action("find", "F3", "view", "find", side="search", what={"seek": ""}),
    Action("scan-code", "F4", "letter", "find", does=True, what={"seek": ""}),
    Action("page-printing", "Alt+3", "view", "printing", side="mail"),
    Action("page-ceremony", "Alt+4", "view", "ceremony", side="gift"),
    Action("page-ratings", "Alt+5", "view", "ratings", side="message-2"),
    Action("page-month", "Alt+7", "view", "month", side="usb"),
    Action("page-settings", "Alt+8", "view", "settings", side="settings"),
    Action("page-books", "Alt+9", "view", "books"),
    _told("gap-why", "Return", "books"),
    _told("closing-paper", "Ctrl+P", "books"),
    _told("close-book", "Ctrl+Shift+K", "books"),
    _told("other-year", "F6", "books"),
    Action("page-numbers", "Ctrl+Shift+O", "letter", "numbers"),
    _told("number-give", "Return", "numbers"),
    _told("number-several", "Ctrl+Return", "numbers"),
    _told("number-choose", "Space", "numbers"),
    _told("number-all", "Ctrl+A", "numbers"),
    _told("number-take", "Delete", "numbers"),
    _told("number-why", "Ctrl+G", "numbers"),
    _told("numbers-paper", "Ctrl+P", "numbers"),
    _told("numbers-year", "F6", "numbers"),
    Action("save", "Ctrl+Return", page="form", here=True),
    Action("save-print", "Ctrl+P", page="form", here=True),
    Action("zoom", "Ctrl+K", page="form", here=True),
    Action("letter-tab", "Ctrl+Tab", page="form", here=True),
    Action("free-line", "Ctrl+G", page="form", here=True),
    Action("choose-words", "Ctrl+Shift+G", page="form", here=True),
    Action("template", "Ctrl+4", page="form", here=True),
    Action("to-held", "Ctrl+O", page="form", here=True),
    Action("compare", "F9", page="form", here=True),
    Action("undo-save", "Ctrl+Z", page="form", here=True),
    Action("cases", "F5", page="form", here=True),
    _told("case-type", "Ctrl+0–4", "form"),
    Action("same-home", "Ctrl+M", page="form", here=True),
    Action("card-mother", "F6", page="form", here=True),
    Action("card-father", "F7", page="form", here=True),
    Action("card-declarant", "F8", page="form", here=True),
    Action("card-home", "Ctrl+J", page="form", here=True),
    Action("write-letter", "Ctrl+Return", page="courtesy", here=True),
    Action("write-print", "Ctrl+P", page="courtesy", here=True),
    Action("zoom-letter", "Ctrl+K", page="courtesy", here=True),
    Action("letter-side", "Ctrl+Tab", page="courtesy", here=True),
    Action("letter-line", "Ctrl+G", page="courtesy", here=True),
    Action("undo-letter", "Ctrl+Z", page="courtesy", here=True),
    Action("like-last", "Ctrl+M", page="courtesy", here=True),
    _told("answer-digits", "1–8", "courtesy"),
    _told("next-part-of-letter", "Return", "courtesy"),
    Action("print", "Ctrl+P", "letter", "printing", here=True),
    Action("save-pdf", "Ctrl+S", "letter", "printing", here=True),
    Action("page-genuine", "Shift+F4", "letter", "genuine"),
    _told("genuine-look", "Return", "genuine"),
    _told("genuine-again", "Ctrl+D", "genuine"),
    _told("genuine-by-name", "Ctrl+F", "genuine"),
    _told("genuine-open", "Ctrl+O", "genuine"),
    _told("genuine-near", "Ctrl+G", "genuine"),
    _told("genuine-zoom", "Ctrl+K", "genuine"),
    Action("page-deliveries", "Ctrl+Shift+R", "letter", "deliveries"),
    _told("log-part", "1–4", "deliveries"),
    _told("log-period", "F6", "deliveries"),
    _told("log-kind", "F7", "deliveries"),
    _told("log-tick", "Space", "deliveries"),
    _told("log-open", "Return", "deliveries"),
    _told("log-save", "Ctrl+S", "deliveries"),
    _told("log-back", "Ctrl+B", "deliveries"),
    _told("log-give", "Ctrl+T", "deliveries"),
    Action("printed-book", "Ctrl+H", "letter", "printing", here=True),
    Action("zoom-sheet", "Ctrl+K", page="printing", here=True),
    Action("open-record", "F2", page="printing", here=True),
    Action("open-death", "F6", page="printing", here=True),
    Action("open-held", "Ctrl+O", page="printing", here=True),
    Action("how-to-print", "Ctrl+M", page="printing", here=True),
    Action("test-sheet", "F5", "letter", "printing", here=True),
    _told("counted-sheets", "1–3", "printing"),
    _told("print-backs", "F9", "printing"),
    _told("tick-sheet", "Space", "printing"),
    Action("ceremony-letters", "Ctrl+P", page="ceremony", here=True),
    Action("ceremony-envelopes", "Ctrl+Shift+P", page="ceremony", here=True),
    Action("ceremony-names", "Ctrl+Shift+X", page="ceremony", here=True),
    Action("ceremony-signs", "Ctrl+Shift+K", page="ceremony", here=True),
    Action("ceremony-add", "Insert", page="ceremony", here=True),
    Action("ceremony-out", "Delete", page="ceremony", here=True),
    Action("ceremony-up", "Alt+Up", page="ceremony", here=True),
    Action("ceremony-down", "Alt+Down", page="ceremony", here=True),
    Action("ceremony-comes", "Space", page="ceremony", here=True),
    Action("ceremony-reading", "F8", page="ceremony", here=True),
    Action("ceremony-plan", "F2", page="ceremony", here=True),
    Action("ceremony-new", "Ctrl+Shift+N", page="ceremony", here=True),
    Action("ceremony-other", "F6", page="ceremony", here=True),
    Action("ceremony-drop", "Ctrl+Shift+D", page="ceremony", here=True),
    Action("ceremony-given", "Ctrl+T", page="ceremony", here=True),
    Action("ceremony-round", "F7", page="ceremony", here=True),
    Action("page-round", menu="letter", page="round"),
    _told("round-sheets", "Ctrl+P", "round"),
    _told("round-envelopes", "Ctrl+Shift+P", "round"),
    _told("round-handed", "Ctrl+T", "round"),
    _told("round-here", "F6", "round"),
    _told("round-tick", "Space", "round"),
    Action("page-papers", menu="letter", page="papers"),
    _told("paper-print", "Ctrl+P", "papers"),
    _told("paper-save", "Ctrl+S", "papers"),
    _told("paper-other", "F6", "papers"),
    _told("ceremony-open", "Return", "ceremony"),
    _told("ceremony-counted", "1–3", "ceremony"),
    Action("choose-sheet", "Ctrl+Shift+G", page="printing", here=True),
    Action("amend", "F2", page="find", here=True),
    Action("show-numbers", "Ctrl+U", page="find", here=True),
    Action("see-history", "Ctrl+J", page="find", here=True),
    Action("compare-records", "F9", page="find", here=True),
    Action("both-acts", "F7", page="find", here=True),
    Action("see-record-letter", "Space", page="find", here=True),
    Action("deliver", "Ctrl+T", page="find", here=True),
    Action("void", "Ctrl+B", page="find", here=True),
    Action("print-record", "Ctrl+P", page="find", here=True),
    Action("erase-letter", "Ctrl+Shift+X", page="find", here=True),
    _told("open-found", "Return", "find"),
    _told("filters", "Ctrl+0–6", "find"),
    _told("next-group", "Ctrl+↓", "find"),
    _told("queues", "1–6", "today"),
    _told("open-row", "Return", "today"),
    Action("see-letter", "Space", page="today", here=True),
    Action("print-chosen", "Ctrl+P", page="today", here=True),
    Action("hand-over", "Ctrl+T", page="today", here=True),
    Action("called", "G", page="today", here=True),
    Action("drop-draft", "Delete", page="today", here=True),
    Action("mend-held", "F2", page="today", here=True),
    Action("decided", "X", page="today", here=True),
    Action("reopen-draft", "Ctrl+O", page="today", here=True),
    Action("clock-right", "Ctrl+Y", page="today", here=True),
    Action("called-back", "G", page="ratings", here=True),
    Action("take-answer", "Ctrl+Y", page="ratings", here=True),
    Action("next-period", "F6", page="ratings", here=True),
    Action("month-bundle", menu="above", page="month", does=True),
    Action("receive-receipt", "Ctrl+I", "above", "month", does=True),
    Action("exchange-keys", "Ctrl+Shift+T", "above", "month", does=True),
    Action("sent-bundles", "Ctrl+Shift+B", "above", "month", does=True),
    Action("see-lacking", "Ctrl+Shift+L", "above", "month", does=True),
    _told("none-newer", "Ctrl+Shift+K", "month"),
    _told("not-again", "Delete", "month"),
    Action("month-print", "Ctrl+P", page="month", here=True),
    _told("month-on", "Return", "month"),
    _told("key-card-out", "Ctrl+E", "month"),
    _told("key-file-in", "Ctrl+O", "month"),
    _told("words-agree", "Ctrl+Return", "month"),
    _told("names-along", "Ctrl+Shift+Y", "month"),
    Action("month-copy", "Ctrl+Shift+S", page="month", here=True),
    Action("month-eject", "Ctrl+R", page="month", here=True),
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
    _told("units-in", "Ctrl+Shift+U", "settings"),
    _told("units-back", "Ctrl+Shift+Z", "settings"),
    _told("next-field", "Return", "form"),
    _told("back", "Escape"),
    _told("next-part", "Tab"),
    Action("backup-now", menu="file"),
    Action("page-copies", "Alt+0", "file", "copies"),
    _told("copy-now", "Ctrl+S", "copies"),
    _told("compare-copy", "Return", "copies"),
    _told("other-copies", "Ctrl+O", "copies"),
    _told("second-place", "Ctrl+D", "copies"),
    _told("take-back-begin", "Ctrl+R", "copies"),
    _told("drill-sheet", "Ctrl+P", "copies"),
    Action("take-back", menu="file"),
    Action("take-back-trial", menu="file"),
    Action("page-about", menu="file", page="about-person"),
    _told("about-look", "Return", "about-person"),
    _told("about-paper", "Ctrl+P", "about-person"),
    _told("erase-by-law", "Ctrl+Shift+X", "about-person"),
    Action("page-access", menu="help", page="access-log"),
    _told("access-show", "Return", "access-log"),
    _told("access-table", "Ctrl+S", "access-log"),
    Action("page-scanner", menu="help", page="scanner"),
    _told("scan-sheet", "Ctrl+P", "scanner"),
    _told("forget-scan", "Ctrl+D", "scanner"),
    Action("check-data", menu="file"),
    Action("salvage", menu="file"),
    _told("take-back-on", "Return", "take-back"),
    _told("take-back-elsewhere", "Ctrl+O", "take-back"),
    _told("take-back-only-try", "Ctrl+T", "take-back"),
    _told("take-back-sheet", "F2", "take-back"),
    _told("take-back-now", "Ctrl+Return", "take-back"),
    _told("take-back-step-back", "Alt+Left", "take-back"),
    _told("salvage-read", "Return", "salvage"),
    _told("salvage-sheet", "F2", "salvage"),
    _told("salvage-beside", "Ctrl+O", "salvage"),
    _told("salvage-find", "Ctrl+F", "salvage"),
    _told("salvage-lists", "Ctrl+1–2", "salvage"),
    _told("salvage-take-back", "F6", "salvage"),
    _told("salvage-out", "Ctrl+S", "salvage"),
    Action("lock", "Ctrl+L", "file"),
    Action("set-pin", menu="file"),
    Action("quit", menu="file"),
    Action("keys-card", "F1", "help"),
    Action("about", menu="help"),
)

AT_THE_DOOR = frozenset({"take-back", "salvage"})
"""Pages that stand where the lock stands: no window and no open register lies behind them."""

BY_ID: Mapping[str, Action] = MappingProxyType({action.id: action for action in ACTIONS})


def clashes(actions: Iterable[Action]) -> tuple[tuple[str, str], ...]:
    """Pairs of actions whose keys would mean two things in one place."""
    keyed = [action for action in actions if action.key]
    found = []
    for i, first in enumerate(keyed):
        for second in keyed[i + 1 :]:
            apart = first.here and second.here and first.page != second.page
            if first.key == second.key and not apart:
                found.append((first.id, second.id))
    return tuple(found)
