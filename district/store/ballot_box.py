"""What the ballots of a letter come to: the one answer that the office counts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from district.store.ballots import Ballot

UNKNOWN_HOUR = -1
_TO_THREE = {5: 3, 4: 2, 3: 2, 2: 1, 1: 1}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A letter that has an answer which no batch has taken yet, as it is known without any key; `kind` is that of the
    first tap, `answered_on` its ISO day, `id` random."""

    desk: int
    serial: int
    kind: str
    answered_on: str
    id: str


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """One vote as the office counts it; `id` is random, `answered_on` the ISO day of the first tap, `hour` (0 to 23, -1
    unknown) and `network` (16 hex digits, "" unknown) are that tap's too.

    Taps of one network on one day for one desk have equal `network`; nothing else may be told from it. `at_office`: the
    first tap, or the one that counts, came from a network of the commune's own office.
    """

    id: str
    desk: int
    serial: int
    kind: str
    score: int
    scale: int
    channel: str
    contradicted: bool
    reasons: tuple[str, ...]
    comment: str
    answered_on: str
    hour: int = UNKNOWN_HOUR
    network: str = ""
    at_office: bool = False


def fold(letter: Waiting, disputed: bool, ballots: Iterable[Ballot], kind: str = "") -> KeptAnswer | None:
    """The answer that these ballots of a letter come to; None when the first one is missing.

    Where the letter's true `kind` is known, only ballots under a code of that kind are looked at, if there are any: a
    desk could make codes of other kinds for the same serial, and so keep a family's answer from being found.

    The newest answer of whoever holds the change key counts; one without it never replaces that, but of the two the
    less satisfied counts, and a differing pair is contradicted.
    """
    in_turn = sorted((ballot for ballot in ballots if ballot.turn), key=lambda ballot: ballot.turn)
    genuine = [ballot for ballot in in_turn if ballot.kind == kind]
    if genuine and genuine[0].score:
        in_turn = genuine
    elif not in_turn or in_turn[0].state != "first":
        return None
    folded = _Folded(in_turn[0], in_turn[0], in_turn[0])
    for ballot in in_turn[1:]:
        folded = _STEPS[ballot.state](folded, ballot)
    return _kept(letter, disputed, folded)


@dataclass(frozen=True, slots=True)
class _Folded:
    """`holder` is the newest of who holds the key, `least` what counts, `said` the words that stand."""

    first: Ballot
    holder: Ballot
    least: Ballot
    other: Ballot | None = None
    contradicted: bool = False
    reasons: tuple[str, ...] = ()
    comment: str = ""


def _changed(folded: _Folded, ballot: Ballot) -> _Folded:
    if (ballot.score, ballot.scale) == (folded.holder.score, folded.holder.scale):
        return folded
    least = ballot if folded.other is None else _less(ballot, folded.other)
    # The reasons offered belong to the score they were chosen under.
    return replace(folded, holder=ballot, least=least, reasons=())


def _again(folded: _Folded, ballot: Ballot) -> _Folded:
    """A tap without the key; a double tap is no contradiction."""
    if _order(ballot, folded.holder) == 0 and ballot.kind == folded.least.kind:
        return folded
    other = ballot if folded.other is None else _less(folded.other, ballot)
    return replace(folded, other=other, least=_less(folded.least, ballot), contradicted=True)


def _words(folded: _Folded, ballot: Ballot) -> _Folded:
    comment = folded.comment if ballot.comment is None else ballot.comment
    return replace(folded, reasons=ballot.reasons, comment=comment)


_STEPS = {"first": _again, "changed": _changed, "again": _again, "words": _words}


def _less(one: Ballot, other: Ballot) -> Ballot:
    """The less satisfied of two; the one named first where they say the same."""
    return other if _order(other, one) < 0 else one


def _order(one: Ballot, other: Ballot) -> int:
    """Below 0 where the first is the less satisfied: within a scale by the score, between two by what each is of
    three levels."""
    if one.scale == other.scale:
        return one.score - other.score
    return _of_three(one) - _of_three(other)


def _of_three(ballot: Ballot) -> int:
    return ballot.score if ballot.scale == 3 else _TO_THREE[ballot.score]


def _kept(letter: Waiting, disputed: bool, folded: _Folded) -> KeptAnswer:
    first, counts = folded.first, folded.least
    return KeptAnswer(
        id=letter.id,
        desk=letter.desk,
        serial=letter.serial,
        kind=counts.kind,
        score=counts.score,
        scale=counts.scale,
        channel=first.channel,
        contradicted=disputed or folded.contradicted,
        reasons=folded.reasons,
        comment=folded.comment,
        answered_on=letter.answered_on,
        hour=first.hour,
        network=first.network,
        at_office=bool(first.at_office or counts.at_office),
    )
