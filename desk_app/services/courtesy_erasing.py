"""Erasing a letter of thanks or apology by law: its page and all that was typed go, its serial and the chain stay."""

from __future__ import annotations

import json
from collections.abc import Callable

from common.names import fold
from desk_app.db.journal import Entry
from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading, Work
from desk_app.services.ceremony_order import forget_readings
from desk_app.services.courtesy_letters import COURTESIES, letters_to
from desk_app.services.erased_reasons import forget_reasons
from desk_app.services.erasing import Erased, Prospect
from desk_app.services.erasing_words import forget_words, words_to_go
from desk_app.services.lines import act_entry
from desk_app.services.print_question import PrintQuestion
from desk_app.services.privacy_copies import copies_since
from desk_app.services.reasons import reason_given
from desk_app.services.seat import Seat
from desk_app.services.stored import any_letter
from desk_app.services.trouble import Mistake


def look_at_erasing(seat: Seat, letter: int) -> Prospect:
    """What would go; `number` is what to type: the code of the letter, or its number where it has none. Raises Mistake:
    no-such-letter, not-a-courtesy, letter-erased, and what stands in the way (see `erase_courtesy`)."""
    seat.may("erase")
    with seat.reading() as reading:
        kept, name = _named(reading, letter)
        _refuse_unfinished(seat, reading, (kept, name))
        gone = _going(reading, kept, name)
        return Prospect(
            id=letter,
            number=kept.code or str(letter),
            event=kept.kind,
            versions=1,
            letters=len(gone),
            shared=0,
            messages=len(_messages(reading, name)) + words_to_go(reading, _naming(name)),
            copies=copies_since(seat, reading, min(one.dated.isoformat() for one in gone)),
        )


def erase_courtesy(seat: Seat, letter: int, reason: str, typed: str) -> Erased:
    """Erase for good; `typed` repeats the code (or number), or the name. On disk, and the file rewritten, when this
    returns; letters that this one replaced go too.

    Raises Mistake: reason-empty, erase-reason-names, erase-not-confirmed, erase-draft-open, erase-sheets-open,
    erase-bundle-begun."""
    prospect, reason = look_at_erasing(seat, letter), reason_given(reason)
    with seat.work() as work:
        kept, name = _named(work, letter)
        if _plain(typed) not in (_plain(prospect.number), _plain(name)):
            raise Mistake("erase-not-confirmed", {"number": prospect.number})
        if fold(name) in fold(reason):
            raise Mistake("erase-reason-names")
        gone, messages = _going(work, kept, name), _messages(work, name)
        position = max([_forget(seat, work, one) for one in gone])
        forget_reasons(work, lambda text: fold(name) in fold(text))
        for message in messages:
            work.ratings.drop_message(message)
        said = len(messages) + forget_words(work, _naming(name))
        home = {"act": "erased", "what": f"letter {letter}", "reason": reason}
        work.journal.append(act_entry(seat, "local", seat.subject(), {}, home))
        work.commit()
    told = (prospect.number, kept.kind, seat.moment(), position)
    return Erased(letter, *told, len(gone), said, reason, prospect.copies, seat.scrubbed())


def _named(store: Reading, letter: int) -> tuple[KeptLetter, str]:
    kept = any_letter(store, letter)
    if kept.kind not in COURTESIES:
        raise Mistake("not-a-courtesy", {"id": str(letter)})
    body = store.papers.courtesy(letter)
    if body is None:
        raise Mistake("letter-erased", {"id": str(letter)})
    return kept, str(body["to_name"])


def _going(store: Reading, kept: KeptLetter, name: str) -> tuple[KeptLetter, ...]:
    """The letter, and those to the same person that were taken back: they serve nobody."""
    others = (store.letters.get(id) for id, _ in letters_to(store, name) if id != kept.id)
    return (kept, *(one for one in others if one is not None and one.state == "void"))


def _forget(seat: Seat, work: Work, kept: KeptLetter) -> int:
    """A letter never printed is taken back; one that was printed counts on."""
    if kept.state == "prepared":
        work.letters.mark_void(kept.id)
        figures = {"letter": kept.kind, "covers": 1}
        work.journal.append(act_entry(seat, "letter-voided", kept.subject, figures, {}))
    forget_readings(work, letter=kept.id)
    position = work.journal.append(Entry("erased", seat.today(), kept.subject, 1, {}))
    work.letters.erase_page(kept.id)
    work.journal.forget(kept.subject)
    return position


def _refuse_unfinished(seat: Seat, reading: Reading, about: tuple[KeptLetter, str]) -> None:
    kept, name = about
    if any(fold(name) in fold(draft.values_json) for draft in reading.drafts.all()):
        raise Mistake("erase-draft-open")
    question = PrintQuestion(seat).open()
    if question and kept.id in question.letters:
        raise Mistake("erase-sheets-open")
    if reading.bundles.unfinished():
        raise Mistake("erase-bundle-begun")


def _messages(reading: Reading, name: str) -> tuple[str, ...]:
    told = ((one.message_id, json.dumps(dict(one.body), ensure_ascii=False)) for one in reading.ratings.messages())
    return tuple(id for id, text in told if f" {fold(name)} " in f" {fold(text)} ")


def _naming(name: str) -> Callable[[str], bool]:
    return lambda text: f" {fold(name)} " in f" {fold(text)} "


def _plain(text: str) -> str:
    return fold(text).replace(" ", "")
