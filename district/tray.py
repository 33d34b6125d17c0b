"""The table: files are put on a tray, looked at, and taken in one by one when somebody says so.

Nothing on a tray counts. What became of a file is written beside it in the very transaction that took it in, so that a
tray which was cut off in the middle is taken to its end later and comes to the same.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from district.cards import LARGEST_CARD, find_key
from district.decisions import KNOWN_CARD, NEW_CARD, OWN_RECEIPT, TWIN, Decision, from_json
from district.inbox import peek
from district.moments import utc_text
from district.sitting import Sitting
from district.store.office import Act
from district.store.store import Work
from district.store.trays import DROPPED, OPEN, TAKEN, TAKING, ShelvedFile, TrayFile, TrayRow
from district.tabletop import Table, about, file_name, in_order, known_of, previewed, refused, results, shown
from district.trouble import Mistake
from exchange.card import read_card
from exchange.verdicts import Refused

MOST_FILES = 500
LARGEST_TRAY = 512 * 1024 * 1024
MOVING = timedelta(seconds=20)
"""Longer than the largest bundle takes."""
_RECEIPT = re.compile(r"BN-[0-9]{2,5}-([0-9]{1,5})_so-([0-9]{1,9})", re.ASCII)
Step = Callable[[int, int], object]
"""Told (done, total) after each file."""


@dataclass(frozen=True, slots=True)
class Put:
    """How many files were put on a tray, and how many of them lay there already."""

    added: int
    twice: int


@dataclass(frozen=True, slots=True)
class Trays:
    """The table of somebody who holds keys."""

    sitting: Sitting

    def mine(self) -> TrayRow | None:
        """The tray that this officer left standing; the oldest one."""
        return next((tray for tray in self.standing() if tray.opened_by == self.sitting.user), None)

    def standing(self) -> tuple[TrayRow, ...]:
        """All trays that stand, of every officer."""
        with self.sitting.store.reading() as work:
            return work.trays.standing()

    def closed(self, most: int = 10) -> tuple[TrayRow, ...]:
        """The trays taken last."""
        with self.sitting.store.reading() as work:
            return work.trays.closed(most)

    def get(self, tray: str) -> TrayRow:
        """A tray by its id. Raises Mistake no-such-tray."""
        with self.sitting.store.reading() as work:
            return _tray(work, tray)

    def open(self) -> TrayRow:
        """A new tray for this officer; what lies on the shelf and can be read by now is put on it first."""
        tray = TrayRow(self.sitting.random(8).hex(), self.sitting.user, utc_text(self.sitting.now()))
        with self.sitting.store.noting() as work:
            work.trays.add(tray)
        for file, raw in self.readable_again():
            self._put(tray.id, file.name, raw)
        return tray

    def known(self, name: str, raw: bytes) -> Decision | None:
        """What need not be opened to be known: no bundle, too large, a receipt of ours that came back."""
        found = refused(raw)
        if found:
            return self._card(raw) or found
        named = _RECEIPT.match(name)
        with self.sitting.store.reading() as work:
            row = work.receipts.get(int(named[1]), int(named[2])) if named else None
        # The name only says where to look: the bytes decide.
        return Decision("not-for-us", detail=OWN_RECEIPT) if row and row.sealed == raw else None

    def _card(self, raw: bytes) -> Decision | None:
        """What is said of a desk's card among the bundles: a commune that comes late brings both on one stick."""
        if len(raw) > LARGEST_CARD or not raw.startswith(b"PK"):
            return None
        try:
            card = read_card(raw).card
        except Refused:
            return None
        with self.sitting.store.reading() as work:
            known = find_key(work, card.keys.key_id)
        return Decision("not-a-bundle", detail=KNOWN_CARD if known else NEW_CARD)

    def receive(self, name: str, raw: bytes) -> Decision:
        """Take one file in without a tray; one of a newer program is shelved under its name."""
        digest = hashlib.sha256(raw).hexdigest()
        with self.sitting.store.work() as work:
            decision, done = self.sitting.decide(work, raw)
            self._shelve(work, (digest, name), raw, decision)
        self.sitting.let_go(done)
        return decision

    def readable_again(self) -> tuple[tuple[ShelvedFile, bytes], ...]:
        """Files on the shelf that this program can open by now."""
        with self.sitting.store.reading() as work:
            held = [(file, work.shelf.raw(file.sha256)) for file in work.shelf.all()]
        return tuple((file, raw) for file, raw in held if self.sitting.preview([raw])[0].verdict != "too-new")

    def shelf(self) -> tuple[ShelvedFile, ...]:
        """Files of a newer program."""
        with self.sitting.store.reading() as work:
            return work.shelf.all()

    def put(self, tray: str, files: Iterable[tuple[str, bytes]]) -> Put:
        """Put files (name, bytes) on an open tray, each in a transaction of its own. Raises Mistake no-such-tray,
        tray-closed, tray-full, tray-heavy; what was put there before that stays."""
        put = [self._put(tray, file_name(name), raw) for name, raw in files]
        return Put(len(put), sum(put))

    def look(self, tray: str) -> Table:
        """What taking the tray in would come to, from one trial over all files in the best order; nothing is kept but
        which pile was shown for which file. Of a tray that was begun: what became of its files."""
        row = self.get(tray)
        if row.state != OPEN:
            return self.told(tray)
        with self.sitting.store.reading() as work:
            files = work.trays.files(tray)
        order = in_order(file for file in files if file.held)
        decisions = self.sitting.preview(self._raw(file) for file in order)
        tried = {file.ordinal: decision for file, decision in zip(order, decisions, strict=True)}
        table = Table(row, previewed(files, tried))
        with self.sitting.store.noting() as work:
            work.trays.expect(tray, {one.file.ordinal: shown(one.decision).to_text() for one in table.rows})
        return table

    def begin(self, tray: str) -> None:
        """Somebody said "take them in": from now on no file comes to this tray. Saying it twice is harmless. Raises
        Mistake no-such-tray, tray-closed for one that was dropped."""
        with self.sitting.store.work() as work:
            state = _tray(work, tray, lock=True).state
            if state == DROPPED:
                raise Mistake("tray-closed")
            if state == OPEN:
                work.trays.set_state(tray, TAKING, utc_text(self.sitting.now()))

    def take(self, tray: str, step: Step | None = None) -> Table:
        """Take every file in that is not decided yet, then close the tray; again after a power cut comes to the same.
        Whoever takes the same tray beside us takes other files of it. Raises Mistake no-such-tray, tray-closed."""
        self.begin(tray)
        self._settle_known(tray)
        with self.sitting.store.reading() as work:
            files = work.trays.files(tray)
        left = [file for file in files if not file.decision]
        for done, file in enumerate(in_order(left), len(files) - len(left) + 1):
            self._take(file)
            if step:
                step(done, len(files))
        self._close(tray)
        return self.told(tray)

    def told(self, tray: str) -> Table:
        """What became of each file that is decided, as it stands now."""
        with self.sitting.store.reading() as work:
            row, files = _tray(work, tray), work.trays.files(tray)
        decided = [file for file in files if file.decision]
        return Table(row, results(decided, self.sitting.heal([from_json(file.decision) for file in decided])))

    def progress(self, tray: str) -> tuple[int, int]:
        """How many files are decided, of how many."""
        with self.sitting.store.reading() as work:
            files = work.trays.files(tray)
        return sum(bool(file.decision) for file in files), len(files)

    def is_moving(self, tray: TrayRow) -> bool:
        """Whether somebody, in this process or another, took a file of it in only just now."""
        return self.sitting.now() - datetime.fromisoformat(tray.closed_at) < MOVING

    def drop(self, tray: str) -> None:
        """The tray and the bytes of its files go; nothing of them was taken in. Raises Mistake no-such-tray,
        tray-closed."""
        with self.sitting.store.work() as work:
            if _tray(work, tray, lock=True).state != OPEN:
                raise Mistake("tray-closed")
            work.trays.set_state(tray, DROPPED, utc_text(self.sitting.now()))
            work.trays.clear(tray)

    def receipts(self, table: Table) -> tuple[tuple[str, bytes], ...]:
        """The receipts of a tray that was taken: (name, file), each once, by name."""
        given = {one.decision.receipt.name: one.decision for one in table.rows if one.decision.receipt}
        with self.sitting.store.reading() as work:
            return tuple((name, _sealed(work, decision)) for name, decision in sorted(given.items()))

    def _put(self, tray: str, name: str, raw: bytes) -> bool:
        """Whether the very same file lies there already."""
        digest, known = hashlib.sha256(raw).hexdigest(), self.known(name, raw)
        told = None if known else peek(raw, self.sitting.keys)
        with self.sitting.store.noting() as work:
            if _tray(work, tray, lock=True).state != OPEN:
                raise Mistake("tray-closed")
            files, size, twin = work.trays.load(tray, digest)
            known = TWIN if twin else known
            if files >= MOST_FILES:
                raise Mistake("tray-full", most=str(MOST_FILES))
            if not known and size + len(raw) > LARGEST_TRAY:
                raise Mistake("tray-heavy")
            # What nobody will open is not kept: a stick full of films must fill no disk.
            file = TrayFile(tray, files + 1, name, digest, len(raw), about(told, known))
            work.trays.put(file, None if known else raw)
        return twin

    def _raw(self, file: TrayFile) -> bytes:
        with self.sitting.store.reading() as work:
            return work.trays.raw(file.tray, file.ordinal) or b""

    def _settle_known(self, tray: str) -> None:
        """What need not be opened is decided at once: nothing of it counts anywhere."""
        with self.sitting.store.work() as work:
            for file in work.trays.files(tray):
                known = None if file.decision else known_of(file)
                if known:
                    work.trays.decide(tray, file.ordinal, known.to_json())

    def _take(self, file: TrayFile) -> None:
        with self.sitting.store.work() as work:
            now = work.trays.file(file.tray, file.ordinal, lock=True)
            if now is None or now.decision:
                return
            raw = work.trays.raw(file.tray, file.ordinal) or b""
            decision, done = self.sitting.decide(work, raw)
            work.trays.decide(file.tray, file.ordinal, decision.to_json())
            work.trays.set_state(file.tray, TAKING, utc_text(self.sitting.now()))
            self._shelve(work, (file.sha256, file.name), raw, decision)
        self.sitting.let_go(done)

    def _shelve(self, work: Work, file: tuple[str, str], raw: bytes, decision: Decision) -> None:
        """Put a file of a newer program on the shelf, any other off it; `file` is its digest and name."""
        if decision.verdict != "too-new":
            work.shelf.drop(file[:1])
            return
        came = utc_text(self.sitting.now())
        work.shelf.put(ShelvedFile(*file, came, decision.verdict, decision.detail), raw)

    def _close(self, tray: str) -> None:
        at = utc_text(self.sitting.now())
        with self.sitting.store.work() as work:
            if _tray(work, tray, lock=True).state != TAKING:
                return
            if any(not file.decision for file in work.trays.files(tray)):
                return
            work.trays.set_state(tray, TAKEN, at)
            work.trays.clear(tray)
            work.office.note(Act(at, self.sitting.user, "take-tray", f"tray {tray}"))


def _tray(work: Work, tray: str, lock: bool = False) -> TrayRow:
    found = work.trays.get(tray, lock=lock)
    if found is None:
        raise Mistake("no-such-tray")
    return found


def _sealed(work: Work, decision: Decision) -> bytes:
    row = work.receipts.get(decision.desk, decision.receipt.number) if decision.receipt else None
    if row is None:
        raise AssertionError("a receipt that was handed over is kept")
    return row.sealed
