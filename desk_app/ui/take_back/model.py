"""What taking back knows: which copies there are, who opens one, what it holds, and what came of it; no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from common.words import lock as lock_words
from common.words import take_back as said
from common.words.troubles import sentence
from desk_app.services.copies import CopyOnHand
from desk_app.services.doorstep import REGISTER_FILE, Doorstep
from desk_app.services.taking_back import Done, Inside, Key, Prospect, Step
from desk_app.services.traces import ASIDE, COPIES
from desk_app.services.trouble import Trouble
from desk_app.ui.lock.model import GROUPS, SHORTEST_PASSWORD, Attempts, grouped, whole_groups

CHOOSE, PROVE, LOOK, DONE = range(4)
_WRONG = ("wrong-password", "wrong-recovery-code")


@dataclass(frozen=True, slots=True)
class Ways:
    """What the page may ask of the house, and what is known at the door. `seconds` runs evenly; `drilled` is called
    when a trial came to its end."""

    folder: Path
    copies: Callable[[Sequence[Path]], Sequence[CopyOnHand]]
    look: Callable[[Path, Key, Step], Prospect]
    take: Callable[[Path, Key, Step], Done]
    doorstep: Doorstep
    seconds: Callable[[], float]
    drilled: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of the second step."""

    user: str
    password: str = ""
    code: str = ""
    new: str = ""
    again: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One copy, in words."""

    copy: CopyOnHand
    place: str


@dataclass
class TakeBackModel:
    """`trial`: nothing is put in place at the end. `by_code`: the rescue sheet is asked for, not a password."""

    ways: Ways
    trial: bool = False
    by_code: bool = False
    also: tuple[Path, ...] = ()
    copy: CopyOnHand | None = None
    key: Key | None = None
    prospect: Prospect | None = None
    done: Done | None = None
    _attempts: Attempts = field(default_factory=Attempts)

    def __post_init__(self) -> None:
        self.by_code = self.alone

    @property
    def alone(self) -> bool:
        """Whether nobody has a password on this machine: then only the sheet opens anything."""
        return not self.ways.doorstep.people

    # ---- 1

    def rows(self) -> tuple[Row, ...]:
        """The newest first; registers put aside come last, since one of them may be the reason for being here."""
        found = sorted(self.ways.copies(self.also), key=lambda copy: copy.path.name.startswith(ASIDE))
        return tuple(Row(copy, self._place(copy.path)) for copy in found)

    def search_in(self, folder: Path) -> int:
        """Look there too, also where a copy itself or the folder of another desk was chosen; how many copies were not
        known before."""
        before = {copy.path for copy in self.ways.copies(self.also)}
        inside = folder.parent if (folder / REGISTER_FILE).is_file() and folder.name != COPIES else folder
        known = (*self.also, folder, folder / COPIES, inside)
        found = {copy.path for copy in self.ways.copies(known)} - before
        if found:
            self.also = known
        return len(found)

    def choose(self, copy: CopyOnHand) -> None:
        """This one; what was counted in another is forgotten."""
        self.copy, self.prospect = copy, None

    def _place(self, path: Path) -> str:
        if path.name.startswith(ASIDE):
            return said.PUT_ASIDE
        if path.parent == self.ways.folder / COPIES:
            return said.OWN_PLACE
        chosen = any(path == place or place in path.parents for place in self.also)
        return (path.parent.name or str(path.parent)) if chosen else said.SECOND_PLACE

    # ---- 2

    def lacks(self, typed: Typed) -> dict[str, str]:
        """Sentences by the name of the field that must be mended first."""
        if not typed.user.strip():
            return {"user": said.NAME_EMPTY}
        wait = self._attempts.seconds(self.ways.seconds())
        if wait:
            return {self._field: lock_words.wait(wait)}
        if self.by_code:
            return self._lacks_of_sheet(typed)
        return {} if typed.password else {"password": said.PASSWORD_EMPTY}

    def take_key(self, typed: Typed) -> Key:
        """What was typed, as the house takes it; a trial sets no password."""
        if self.by_code:
            self.key = Key(typed.user.strip(), typed.new or typed.code, grouped(typed.code))
        else:
            self.key = Key(typed.user.strip(), typed.password)
        return self.key

    def refused(self, error: Exception) -> dict[str, str]:
        """What must be typed again, by field; empty when the trouble is not what was typed."""
        self.key = None
        code = error.code if isinstance(error, Trouble) else ""
        if code == "recovery-needed" and not self.by_code:
            self.by_code = True
            return {"code": said.CODE_NEEDED}
        if isinstance(error, Trouble) and code in ("unknown-user", "unknown-in-copy"):
            return {"user": sentence(code, error.details)}
        return {self._field: self._wrong(code)} if code in _WRONG else {}

    @property
    def _field(self) -> str:
        return "code" if self.by_code else "password"

    def _lacks_of_sheet(self, typed: Typed) -> dict[str, str]:
        groups = whole_groups(typed.code)
        if groups < GROUPS:
            return {"code": lock_words.rescue_short(groups)}
        if self.trial:
            return {}
        if len(typed.new) < SHORTEST_PASSWORD:
            return {"new": lock_words.PASSWORD_SHORT}
        return {} if typed.again == typed.new else {"again": lock_words.PASSWORD_OTHER}

    def _wrong(self, code: str) -> str:
        self._attempts.failed(self.ways.seconds())
        wait = self._attempts.seconds(self.ways.seconds())
        if wait:
            return lock_words.wait(wait)
        return sentence(code) if self.by_code else lock_words.wrong(self._attempts.left())

    # ---- 3 and 4

    @property
    def may_take(self) -> bool:
        """Whether what was looked at may be put in place."""
        return not self.trial and (self.prospect is None or self.prospect.refusal is None)

    def refusal(self) -> str:
        """Why this person may only look, in a sentence; a trial needs nobody's leave."""
        why = self.prospect.refusal if self.prospect and not self.trial else None
        return sentence(why.code, why.details) if why else ""

    def look(self, step: Step) -> Prospect:
        """May run in the worker thread."""
        assert self.copy
        assert self.key
        return self.ways.look(self.copy.path, self.key, step)

    def take(self, step: Step) -> Done:
        """May run in the worker thread."""
        assert self.copy
        assert self.key
        return self.ways.take(self.copy.path, self.key, step)

    def ended(self) -> None:
        """The last step is reached: a trial counts as a drill from now on."""
        if self.trial:
            self.ways.drilled()

    def saw(self, prospect: Prospect) -> None:
        """The copy could be opened."""
        self._attempts.passed()
        self.prospect = prospect

    def forget(self) -> None:
        """Nobody's password stays in memory."""
        self.key = None


def lines(inside: Inside) -> tuple[str, ...]:
    """What a register holds, line by line, so that two of them stand beside each other."""
    counted = said.inside(inside.registrations, inside.letters)
    return counted, said.last_work(inside.last_number, inside.last_day), said.last_letter(inside.last_letter)


def difference(prospect: Prospect) -> tuple[str, str]:
    """Tone and sentence: what would not be there after taking this copy back."""
    if prospect.ours is None:
        made = prospect.copy.made_at
        return "hoe", said.after(made) if made else said.ENTER_AGAIN
    kinds = dict(prospect.missing)
    missing, branch = said.missing(kinds), said.OTHER_BRANCH if prospect.trouble else ""
    told = (branch, missing or said.NOTHING_MISSING, said.besides(kinds))
    return "hoe" if branch or missing else "sen", " ".join(part for part in told if part)


def afterwards(prospect: Prospect, alone: bool) -> tuple[str, ...]:
    """What becomes of the register in use, and of the people who open it; `alone`: no keyring knows the others."""
    if prospect.ours or prospect.trouble == "copy-before-new-key":
        kept = said.KEPT
    else:
        kept = said.NOTHING_THERE if prospect.trouble == "register-missing" else said.KEPT_BROKEN
    return (kept, said.OTHERS) if alone else (kept,)


def outcome(model: TakeBackModel) -> tuple[str, ...]:
    """What is told at the end."""
    done, seen = model.done, model.prospect
    if done is None:
        return (said.TRIAL_GOOD,)
    aside = (said.aside(done.aside.name),) if done.aside else ()
    again = (said.ENTER_AGAIN,) if seen and difference(seen)[0] == "hoe" else ()
    return (said.counted(done.registrations, done.letters), *again, said.RECEIPT, *aside)
