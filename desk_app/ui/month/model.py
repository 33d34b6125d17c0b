"""What the month end knows and does; no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from common.words import month as said
from common.words.troubles import sentence
from desk_app.services.desk import Desk
from desk_app.services.entering_again import Candidate, EnteringAgain
from desk_app.services.files import read_file
from desk_app.services.lacking_rows import LackingRow, lacking_rows
from desk_app.services.month_end import Exported
from desk_app.services.month_paper import preview_pdf
from desk_app.services.month_sent import Aside, Sent, copy_bundle, laid_aside, sent_bundles
from desk_app.services.month_slip import slip_of
from desk_app.services.month_view import MonthContents, month_contents
from desk_app.services.people import Person
from desk_app.services.receipts_held import HeldReceipt, held_receipt, receipts
from desk_app.services.receiving import Received
from desk_app.services.second_look import Look, SecondLook
from desk_app.services.tie_view import KeyExchange, Tie, heard_words, key_exchange
from desk_app.services.trouble import Trouble
from desk_app.ui.lock.model import Attempts

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Written:
    """A month that lies whole on the stick, with the words of the tie under which it was sealed; `digests` of the
    files as they were read back."""

    bundles: tuple[Exported, ...]
    numbers: tuple[str, ...]
    size: int
    tie: Tie | None
    digests: tuple[bytes, ...] = ()

    @property
    def lines(self) -> int:
        """How many journal lines travel."""
        return sum(bundle.head - bundle.basis for bundle in self.bundles)


@dataclass(frozen=True, slots=True)
class ReceiptTold:
    """A receipt that was taken in, now or long ago, and what was laid aside."""

    received: Received
    aside: tuple[Aside, ...]
    held: HeldReceipt


@dataclass(frozen=True, slots=True)
class Other:
    """Another user of this desk: log-in name and role, as others call them, and both with what they do."""

    name: str
    role: str
    greeting: str
    full: str
    called: str


class MonthModel:
    """The acts of the page; every one may run in the worker thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._tries = Attempts()
        self._lost = EnteringAgain(desk.seat)

    def contents(self) -> MonthContents:
        """What would go up now."""
        return month_contents(self._desk.seat)

    def office(self) -> str:
        """Our own name as inside a sentence."""
        return self._desk.seat.units.known(self._desk.settings.all().unit)[-1].full_name

    def sent(self) -> tuple[Sent, ...]:
        """Bundles, newest first."""
        return sent_bundles(self._desk.seat)

    # ---- the second person

    def others(self) -> tuple[Other, ...]:
        """Who may look."""
        known = {person.login: person for person in self._desk.people.shown()}
        users = SecondLook(self._desk.seat).others()
        named = ((user, known.get(user.name) or Person(user.name, user.name, role=user.role)) for user in users)
        return tuple(
            Other(user.name, user.role, who.greeting, who.full, f"{who.greeting}, {who.work}") for user, who in named
        )

    def look(self, name: str, password: str, head: int) -> Look:
        """Keep that this person saw the contents counted at `head`; takes half a second on purpose."""
        return SecondLook(self._desk.seat).confirm(name, password, head)

    def seconds_to_wait(self) -> int:
        """After five wrong passwords; 0: one may try."""
        return self._tries.seconds(self._desk.seat.now().timestamp())

    def looked(self) -> None:
        """The right password."""
        self._tries.passed()

    def mistyped(self) -> str:
        """One more wrong password, and what that means."""
        self._tries.failed(self._desk.seat.now().timestamp())
        seconds = self.seconds_to_wait()
        return said.wait(seconds) if seconds else said.wrong(self._tries.left())

    # ---- writing

    def write(self, folder: Path, step: Step) -> Written:
        """Seal everything since the last receipt into this folder and read it back. A stick that is pulled is not made
        anew as a folder of the same name: Trouble("stick-missing" | "drive-gone" | …)."""
        if not folder.exists():
            raise Trouble("stick-missing", {"file": str(folder)})

        def watched(done: int, total: int) -> None:
            step(done, total)
            if not folder.exists():
                raise Trouble("drive-gone")

        bundles = self._desk.month.close(folder, step=watched)
        documents = {sent.seq: sent.document for sent in self.sent()}
        numbers = tuple(said.short_number(documents[bundle.seq]) for bundle in bundles)
        raws = [read_file(bundle.path) for bundle in bundles]
        digests = tuple(sha256(raw).digest() for raw in raws)
        return Written(bundles, numbers, sum(map(len, raws)), self.keys().in_force, digests)

    def keeps_copies(self, folder: Path) -> bool:
        """Whether the register's own copies go onto this stick."""
        second = self._desk.care.second_place()
        return second is not None and second.is_relative_to(folder)

    def copy(self, written: Written, folder: Path) -> None:
        """One copy more of every bundle just written."""
        for bundle in written.bundles:
            copy_bundle(bundle.path, folder)

    def check_again(self, written: Written) -> None:
        """Pass over files that still lie where they were written, byte for byte; raises Mistake or Trouble."""
        for bundle, digest in zip(written.bundles, written.digests, strict=True):
            if sha256(read_file(bundle.path)).digest() != digest:
                raise Trouble("not-read-back", {"file": bundle.path.name})

    def preview(self, contents: MonthContents) -> bytes:
        """These contents as an A4 page."""
        return preview_pdf(self._desk.seat, contents)

    def slip(self, seq: int) -> bytes:
        """The slip of a bundle that was written, as an A5 PDF."""
        return slip_of(self._desk.seat, seq)

    # ---- receipts

    def receive(self, path: Path) -> ReceiptTold:
        """Take in a receipt."""
        received = self._desk.month.receive(path)
        held, _ = held_receipt(self._desk.seat, received.place)
        return ReceiptTold(received, laid_aside(self._desk.seat, received), held)

    def receipts(self) -> tuple[HeldReceipt, ...]:
        """Receipts, newest first."""
        return receipts(self._desk.seat)

    def receipt(self, place: int) -> ReceiptTold:
        """One that was taken in before."""
        held, received = held_receipt(self._desk.seat, place)
        return ReceiptTold(received, laid_aside(self._desk.seat, received), held)

    # ---- after a restore

    def none_newer(self, reason: str) -> None:
        """The level above has no newer receipt."""
        self._desk.month.none_newer(reason)

    def lacking(self) -> tuple[LackingRow, ...]:
        """What was lost, what is done with included."""
        return lacking_rows(self._lost.all())

    def candidates(self, row: LackingRow) -> tuple[Candidate, ...]:
        """Records that may be this one now."""
        return next((self._lost.candidates(one) for one in self._lost.waiting() if one.id == row.id), ())

    def entered(self, row: LackingRow, record: int) -> None:
        """It stands in the register again."""
        self._lost.entered(row.id, record)

    def dismiss(self, row: LackingRow, reason: str) -> None:
        """It need not be entered again."""
        self._lost.dismiss(row.id, reason)

    def give_back(self, row: LackingRow, record: int) -> None:
        """A family's letter belongs to this record again."""
        self._lost.give_back(row.id, record)

    def repeat(self, row: LackingRow) -> None:
        """What was noted of a letter is noted again."""
        self._lost.repeat(row.id)

    # ---- the tie

    def keys(self) -> KeyExchange:
        """Where the exchange of keys stands."""
        return key_exchange(self._desk.seat)

    def card_into(self, folder: Path) -> Path:
        """Write our card."""
        return self._desk.district.card_into(folder)

    def enrol(self, path: Path) -> bool:
        """Take in the enrolment; whether it waits for the six words now (False: it is the one in force)."""
        return not self._desk.district.enrol(path, hold=True).confirmed

    def drop_waiting(self) -> None:
        """Put aside what waits for its words."""
        self._desk.district.drop_waiting()

    def change_keys(self) -> None:
        """A new pair of keys beside the one in force."""
        self._desk.district.change_keys()

    def keep_keys(self) -> None:
        """The pair in force stays."""
        self._desk.district.keep_keys()

    def confirm(self, typed: str, words: tuple[str, ...]) -> None:
        """The words heard on the phone are those of the enrolment; raises Mistake("words-differ")."""
        self._desk.district.confirm(heard_words(typed, words))

    def send_names(self, reason: str) -> None:
        """The leader's word that names travel."""
        self._desk.district.send_names(reason)

    def keep_names(self) -> None:
        """From now on figures alone."""
        self._desk.district.keep_names()


def may_write(contents: MonthContents) -> str:
    """Why nothing can be written now; empty when it can."""
    if contents.stop:
        return sentence(contents.stop)
    return "" if contents.sum.agrees else said.SUM_FIRST
