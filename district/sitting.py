"""An officer's sitting with the office's keys open: files of desks go in, verdicts and receipts come out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from common.names import tidy
from district import batching, books, forks, importer, receipts
from district.brought import brought, copy_of, made_up_for
from district.cards import IN_FORCE
from district.decisions import HELD, Decision, Woken
from district.draws import Pot
from district.histories import common_with, known_history
from district.inbox import Opened, digest_at, open_file
from district.lost_lines import due_forks, settled_due
from district.moments import utc_text
from district.receipts import Handed, Pen, Subject
from district.store.desk_keys import RETIRED, WAITING
from district.store.desks import DeskRow
from district.store.engine import speaking_plainly
from district.store.office import Act
from district.store.public_store import KeptAnswer, PublicStore, SealedMessage
from district.store.store import Store, Work
from district.trouble import Mistake
from exchange.files import receipt_name
from exchange.keys import OfficeKeys
from exchange.verdicts import Refused


@dataclass(frozen=True, slots=True)
class Settled:
    """A fork that a person ended: how many lines were set aside, and the receipt that tells the desk."""

    aside: int
    receipt: Handed


@dataclass(frozen=True, slots=True)
class Sitting:
    """What taking files in needs: the two stores, the open keys, who sits here, clock and randomness."""

    store: Store
    public: PublicStore
    keys: OfficeKeys
    user: str
    app: str
    now: Callable[[], datetime]
    random: Callable[[int], bytes]

    def receive(self, raw: bytes) -> Decision:
        """Take one file in, in one transaction: lines, healed bundles, rating batches and the receipt, or nothing."""
        with self.store.work() as work:
            decision, done = self.decide(work, raw)
        self.let_go(done)
        return decision

    def decide(self, work: Work, raw: bytes) -> tuple[Decision, "Done"]:
        """The same inside the caller's transaction; `let_go` comes after it."""
        return _decide(self, work, raw, self.now())

    def let_go(self, done: "Done") -> None:
        """Let go of what is safe in the office's store now; a crash before is healed by the desk's next bundle."""
        with speaking_plainly():
            self.public.shrink([answer.id for answer in done.answers])
            self.public.drop_messages(done.notes)
            if done.answers:
                self.public.stir(seldom=True)

    def preview(self, raws: Iterable[bytes]) -> tuple[Decision, ...]:
        """What taking these files in, in this order, would decide; nothing is kept."""
        at = self.now()
        with self.store.trial() as work:
            decisions = [_decide(self, work, raw, at)[0] for raw in raws]
            return tuple(_healed(work, decision) for decision in decisions)

    def heal(self, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
        """The decisions as they stand now: a bundle that waited for one taken after it may have been taken since."""
        with self.store.reading() as work:
            return tuple(_healed(work, decision) for decision in decisions)

    def retry(self, desk: int) -> int:
        """Open the desk's waiting bundles again, after its six words were compared; returns how many were taken. The
        receipt for the last of them is the desk's newest."""
        at = utc_text(self.now())
        with self.store.work() as work:
            woken = _retry(self, work, desk, at)
            if woken:
                self.answer_again(work, woken[-1].document)
        return len(woken)

    def look_at_fork(self, desk: int) -> forks.ForkFound:
        """The fork of a desk that waits for a person; nothing changes. Raises Mistake: no-such-desk, no-fork."""
        with self.store.reading() as work:
            return forks.look(work, self.keys, desk)

    def settle(self, desk: int, after: int, reason: str, keep: bool = False) -> Settled:
        """A person's decision to end a fork: our lines after the common position are set aside whole and the desk's new
        history is taken; with `keep` it is the desk's other history that is set aside.

        Raises Mistake: no-such-desk, no-fork, fork-elsewhere, fork-laid-aside, reason-empty, reason-too-long."""
        at = self.now()
        moment = utc_text(at)
        choice = forks.Choice(after, tidy(reason), self.user, at.date().isoformat(), keep)
        with self.store.work() as work:
            aside, opened = forks.settle(work, self.keys, desk, choice)
            _retry(self, work, desk, moment)
            work.office.note(Act(moment, self.user, "settle-fork", f"desk {desk}"))
            notes = _notes(self, work, desk, opened.bundle.manifest.last_receipt)
            receipt = _answer(self, work, _now(work, opened), moment, notes)
        return Settled(aside, receipt)

    def answer_again(self, work: Work, document: str) -> Handed:
        """One more receipt for a bundle that was taken, since what stands aside of it has changed."""
        row = work.bundles.get(document)
        desk = work.desks.get(row.desk, lock=True) if row else None
        if row is None or desk is None:
            raise AssertionError("only a bundle that came is answered")
        notes = _notes(self, work, desk.number, row.last_receipt).due
        subject = Subject(desk, row, document, "accepted", notes, settled_due(work, desk.number, row.last_receipt))
        upto = _upto(work, desk, work.lines.head(desk.number))
        return receipts.write(work, subject, upto, Pen(self.keys, utc_text(self.now()), self.app))

    def newest_receipt(self, desk: int) -> Handed:
        """The newest receipt of a desk once more, for one that lost it. Raises Mistake: no-such-desk, no-receipt."""
        with self.store.reading() as work:
            known, newest = work.desks.get(desk), work.receipts.newest(desk)
        if known is None:
            raise Mistake("no-such-desk", desk=str(desk))
        if newest is None:
            raise Mistake("no-receipt", desk=str(desk))
        return Handed(receipt_name(known.unit, desk, newest.number), newest.sealed, False, newest.number)


@dataclass(frozen=True, slots=True)
class Done:
    """What the public store may let go once the office's transaction is on disk."""

    answers: tuple[KeptAnswer, ...] = ()
    notes: tuple[str, ...] = ()


def _decide(sitting: Sitting, work: Work, raw: bytes, at: datetime) -> tuple[Decision, Done]:
    try:
        opened = open_file(raw, sitting.keys, work)
    except Refused as refusal:
        return Decision(refusal.verdict, detail=refusal.detail), Done()
    moment = utc_text(at)
    if opened.key == WAITING:
        importer.keep(work, opened.bundle, "waiting", (raw, moment))
        return _decision(opened, importer.Taken("waiting"), detail=HELD), Done()
    told = _told_before(work, opened)
    late = opened.judgement.verdict == "forked" and known_history(work, opened)
    if late:
        opened = replace(opened, judgement=replace(opened.judgement, verdict="already-accepted"))
    if opened.key == RETIRED and opened.judgement.verdict != "already-accepted":
        return Decision("unknown-sender", detail="key-retired"), Done()
    taken = _take(work, opened, raw, moment)
    if taken.verdict == "accepted":
        told |= {"woken": _retry(sitting, work, opened.desk.number, moment)}
        work.office.note(Act(moment, sitting.user, "import", opened.bundle.document))
    if opened.key == IN_FORCE and taken.verdict in ("accepted", "already-accepted"):
        work.keys.retire(opened.desk.number, at.date().isoformat())  # the desk has changed over
    answers = batching.form(sitting, work, opened.desk.unit, at) if taken.verdict != "forked" else ()
    notes = _notes(sitting, work, opened.desk.number, opened.bundle.manifest.last_receipt)
    pot = partial(batching.pot_of, sitting, work, opened.desk.number, at, answers)
    receipt = _answer(sitting, work, opened, moment, replace(notes, pot=pot))
    rivals = books.rivals(work, opened.desk) if taken.verdict == "accepted" else ()
    decision = _decision(opened, taken, "set-aside-history" if late else "")
    return replace(decision, receipt=receipt, rivals=rivals, **told), Done(answers, notes.taken)


def _decision(opened: Opened, taken: importer.Taken, detail: str = "") -> Decision:
    manifest = opened.bundle.manifest
    return Decision(
        verdict=taken.verdict,
        applied=taken.applied,
        set_aside=taken.set_aside,
        detail=detail,
        document=opened.bundle.document,
        desk=opened.desk.number,
        seq=manifest.seq,
        unit=opened.desk.unit,
        period=manifest.period,
    )


def _told_before(work: Work, opened: Opened) -> dict[str, Any]:
    """What the sentence about a bundle needs to know of the time before it was taken."""
    bundle, judged = opened.bundle, opened.judgement
    told: dict[str, Any] = {"known_on": _known_on(work, opened)}
    if judged.verdict == "forked":
        return told | {"copy_of": copy_of(bundle, judged.last_common + 1)}
    if judged.verdict != "accepted":
        return told
    newest = work.bundles.newest_seq(opened.desk.number)
    jumped = bundle.manifest.seq > newest + 1
    made_up = made_up_for(bundle, judged.first_new, work.bundles.periods(opened.desk.number) if jumped else (), newest)
    mended = brought(bundle, judged.first_new)
    return told | {"made_up": made_up, "corrected": mended.corrected, "months": mended.months}


def _known_on(work: Work, opened: Opened) -> str:
    same = work.bundles.get(opened.bundle.document)
    if same is not None:
        return same.received_at
    if opened.judgement.verdict != "forked":
        return ""
    rivals = [row for row in work.bundles.of_desk(opened.desk.number) if row.seq == opened.bundle.manifest.seq]
    return rivals[0].received_at if rivals else ""


def _take(work: Work, opened: Opened, raw: bytes, at: str) -> importer.Taken:
    if opened.judgement.verdict in ("waiting", "forked"):
        return importer.keep(work, opened.bundle, opened.judgement.verdict, (raw, at))
    return importer.take(work, opened.bundle, opened.judgement, at)


def _retry(sitting: Sitting, work: Work, desk: int, at: str) -> tuple[Woken, ...]:
    """Open waiting bundles again, the earliest first, until none of them moves the history on."""
    woken = []
    for document, basis in work.bundles.waiting(desk):
        if basis > work.lines.head(desk):
            break  # nor does any that begins later: none of them has to be opened to see it
        try:
            opened = open_file(work.bundles.file(document), sitting.keys, work)
        except Refused:
            continue  # revoked since it came: it stays kept, and nothing of it is taken
        if opened.key == WAITING:
            continue
        if opened.judgement.verdict == "forked":
            work.bundles.decide(document, "forked", 0, 0)
        elif opened.judgement.verdict != "waiting":
            mended = brought(opened.bundle, opened.judgement.first_new or opened.bundle.manifest.head + 1)
            taken = importer.take(work, opened.bundle, opened.judgement, at)
            if opened.key == IN_FORCE:
                work.keys.retire(desk, at[:10])
            seq, counts = opened.bundle.manifest.seq, (taken.applied, taken.set_aside, mended.corrected)
            woken.append(Woken(document, seq, *counts))
    return tuple(woken)


def _answer(sitting: Sitting, work: Work, opened: Opened, moment: str, notes: "_Notes") -> Handed:
    """The receipt for a bundle as it was judged, with the notes that are due."""
    verdict, bundle = opened.judgement.verdict, opened.bundle
    due = due_forks(work, opened, verdict)
    subject = Subject(opened.desk, bundle.manifest, bundle.document, verdict, notes.due, due, notes.pot)
    position = common_with(work, opened) if verdict == "forked" else work.lines.head(opened.desk.number)
    return receipts.write(work, subject, _upto(work, opened.desk, position), Pen(sitting.keys, moment, sitting.app))


def _now(work: Work, opened: Opened) -> Opened:
    """A bundle with the verdict that a person's decision gave it."""
    row = work.bundles.get(opened.bundle.document)
    taken = row is not None and row.verdict == "accepted"
    return replace(opened, judgement=replace(opened.judgement, verdict="accepted" if taken else "already-accepted"))


@dataclass(frozen=True, slots=True)
class _Notes:
    """Notes of citizens that wait for a desk: still to be sent, and taken by the desk since; and, where letters may be
    drawn with the receipt, what from."""

    due: tuple[SealedMessage, ...]
    taken: tuple[str, ...]
    pot: Callable[[], Pot] | None = None


def _notes(sitting: Sitting, work: Work, desk: int, last_receipt: int) -> _Notes:
    taken = receipts.acknowledged(work, desk, last_receipt)
    waiting = sitting.public.sealed_messages(desk)
    due = tuple(note for note in waiting if note.id not in taken)
    return _Notes(due, tuple(note.id for note in waiting if note.id in taken))


def _upto(work: Work, desk: DeskRow, position: int) -> tuple[int, bytes]:
    digest = digest_at(work, desk, position)
    if digest is None:
        raise AssertionError("every position up to the head is held")
    return position, digest


def _healed(work: Work, decision: Decision) -> Decision:
    if decision.verdict != "waiting":
        return decision
    row = work.bundles.get(decision.document)
    if row is None or row.verdict != "accepted":
        return decision
    return replace(decision, verdict="accepted", applied=row.applied, set_aside=row.set_aside)
