"""What the desk holds about one person, in every role and in one act; what belongs to others is masked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from common.dates import NotADate, PartialDate
from common.names import fold, tidy
from common.units import UnitTable
from common.words import about_person as words
from common.words.labels import FIELD_LABELS, LETTER_WORDS, SEX_WORDS
from common.words.numbering import number as number_words
from desk_app.db.handings import Handing
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.domain.drafts import draft_values
from desk_app.domain.reading import draft_of
from desk_app.services.about_roles import Sought, also_known, mask, roles_in
from desk_app.services.access_notes import done
from desk_app.services.ceremony_order import ceremonies_of
from desk_app.services.courtesy_letters import addressed_in, addressee_of, letters_to
from desk_app.services.courtesy_record import facts_of
from desk_app.services.erasing_words import files_naming, spoken_of
from desk_app.services.log_words import logged_of
from desk_app.services.lookup import letter_second
from desk_app.services.opt_outs import wished_none
from desk_app.services.privacy_copies import StillHeld, copies_since
from desk_app.services.seat import Seat
from desk_app.services.session_words import said_about
from desk_app.services.trouble import Mistake
from desk_app.sync.outgoing import fields_of
from exchange.token import peek, read_code

MOST_LETTERS = 50
_LABELS = {**FIELD_LABELS, "unit": words.REGISTERED_AT}


@dataclass(frozen=True, slots=True)
class AboutRecord:
    """One registration in which the person stands: the roles, every field with its label as far as it may be told, each
    version (why, who, when), its letters, and what of it has travelled upward."""

    id: int
    title: str
    void: bool
    roles: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    versions: tuple[str, ...]
    letters: tuple[str, ...]
    travelled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """Everything held: `person` as asked for, records oldest first, how many drafts and messages speak of them, whether
    they want no letter, the copies in which it also lies, and thanks and apologies to somebody of that name (no
    birthday stands in those)."""

    person: str
    records: tuple[AboutRecord, ...]
    drafts: int
    messages: tuple[str, ...]
    opted_out: bool
    copies: tuple[StillHeld, ...]
    letters: tuple[AboutLetter, ...] = ()


@dataclass(frozen=True, slots=True)
class AboutLetter:
    """A letter of thanks or apology to somebody of this name: what it says, and how it stands."""

    id: int
    title: str
    facts: tuple[tuple[str, str], ...]
    state: str


@dataclass(frozen=True, slots=True)
class AboutPerson:
    """Answering "what do you hold about me"."""

    seat: Seat

    def sought(self, number: str = "", name: str = "", born: str = "", code: str = "") -> Sought:
        """Whom to look for: a personal number, a name with the day of birth, or the code of a letter (then the people
        it is about). Raises Mistake: about-nobody, not-a-day, no-such-letter-code."""
        if number:
            return Sought("".join(number.split()), "", None)
        if name and born:
            try:
                return Sought("", " ".join(fold(tidy(name)).split()), PartialDate.parse(born), tidy(name))
            except NotADate as error:
                raise Mistake("not-a-day", {"text": born}) from error
        if code:
            return self._by_code(code)
        raise Mistake("about-nobody")

    def addressee(self, letter: int) -> Sought:
        """To whom a letter of thanks or apology goes; raises Mistake("letter-erased")."""
        with self.seat.reading() as reading:
            to = addressee_of(reading, letter)
        if to is None:
            raise Mistake("letter-erased", {"id": str(letter)})
        return Sought("", fold(to.name), None, to.name)

    def tell(self, sought: Sought) -> About:
        """Read everything; slow on a large register, since every version ever kept is looked at. The act is logged."""
        self.seat.may("read")
        done(self.seat, "about-person")
        with self.seat.reading() as reading:
            known = _known(reading, sought)
            hits, letters = _hits(reading, known), tuple(_letters_to(reading, (one.name for one in known)))
            kept = reading.registrations.several(sorted(hits))
            moments = [reading.registrations.history(one.id)[0].at for one in kept]
            logged = logged_of(self.seat, reading, sought.spoken_of)
            said = said_about(reading, sought.spoken_of)
            since = [day.isoformat() for day in (logged.since, said.since) if day]
            first = min([*moments, *_days_of(reading, letters), *since], default="")
            return About(
                person=words.person(sought.number, sought.told, sought.born.slashed() if sought.born else ""),
                records=tuple(_record(reading, one, hits[one.id], self.seat.units) for one in kept),
                drafts=sum(sought.spoken_of(draft.values_json) for draft in reading.drafts.all()),
                messages=(*_messages(reading, sought), *logged.told, *said.told),
                opted_out=wished_none(reading, [one.registration for one in kept]),
                copies=copies_since(self.seat, reading, first) if first else (),
                letters=letters,
            )

    def _by_code(self, code: str) -> Sought:
        read = read_code(code.strip().rsplit("/", 1)[-1])
        token = peek(read) if read else None
        with self.seat.reading() as reading:
            letter = reading.overview.letter_of_serial(token.serial) if token else None
            kept = reading.registrations.several(letter.covers) if letter else ()
            alone = addressee_of(reading, letter.id) if letter else None
        if alone:
            return Sought("", fold(alone.name), None, alone.name)
        if not kept:
            raise Mistake("no-such-letter-code")
        first = kept[0].registration.people()[0]
        return Sought(
            first.citizen_id.digits if first.citizen_id else "", first.name.folded, first.born, first.name.text
        )


def _known(reading: Reading, sought: Sought) -> set[Sought]:
    """In which other ways the register knows whoever has this number."""
    known: set[Sought] = {sought}
    for _, event, body in reading.trail.bodies() if sought.number else ():
        known.update(also_known(event, body, sought))
    return known


def _days_of(reading: Reading, letters: Sequence[AboutLetter]) -> Iterator[str]:
    kept = (reading.overview.letter(letter.id) for letter in letters)
    return (letter.dated.isoformat() for letter in kept if letter)


def _hits(reading: Reading, known: set[Sought]) -> dict[int, tuple[str, ...]]:
    """Ids of the registrations in whose newest or earlier versions the person stands, with the roles."""
    found: dict[int, tuple[str, ...]] = {}
    for id, event, body in reading.trail.bodies():
        roles = roles_in(event, body, known)
        if roles:
            found[id] = tuple(dict.fromkeys((*found.get(id, ()), *roles)))
    return found


def _letters_to(reading: Reading, names: Iterable[str]) -> Iterator[AboutLetter]:
    found = {id: body for name in sorted(set(names)) if name for id, body in letters_to(reading, name)}
    for id, body in sorted(found.items()):
        letter = reading.overview.letter(id)
        if letter:
            title = f"{LETTER_WORDS[letter.kind]}: {addressed_in(body).who}"
            facts = (*facts_of(body), *_beside(reading, id))
            yield AboutLetter(id, title, facts, letter_second(letter))


def _record(reading: Reading, kept: Kept, roles: tuple[str, ...], units: UnitTable) -> AboutRecord:
    values = draft_values(draft_of(kept.registration))
    texts = {name: value for name, value in values.items() if isinstance(value, str) and value and name in _LABELS}
    unit = units.unit(kept.registration.unit, kept.registration.registered_on)
    texts["unit"] = unit.full_name if unit else kept.registration.unit
    over = reading.overview.letters_over([kept.id], MOST_LETTERS)
    return AboutRecord(
        id=kept.id,
        title=words.title(kept.event, kept.registration.number, kept.registration.book),
        void=kept.state == "void",
        roles=tuple(words.ROLES[role] for role in roles),
        facts=tuple((_LABELS[name], mask(name, _read(name, value), roles)) for name, value in texts.items()),
        versions=tuple(
            words.version(one.version, one.state, one.reason, (one.who, one.at))
            for one in reading.registrations.history(kept.id)
        ),
        letters=(
            *(line for letter in over for line in _told_of(reading, letter)),
            *(words.in_ceremony(day, reading=spoken) for day, spoken in ceremonies_of(reading, kept.id)),
        ),
        travelled=tuple(_travelled(reading, kept.subject)),
    )


def _told_of(reading: Reading, letter: LetterLine) -> Iterator[str]:
    """A letter over a registration, with what was typed for it and when it was handed over."""
    yield words.letter(letter.kind, letter_second(letter))
    own = str(reading.papers.wish(letter.id).get("free_line", ""))
    typed = ((words.OWN_LINE, own), *_beside(reading, letter.id))
    yield from (f"  {label}: {value}" for label, value in typed if value)


def _beside(reading: Reading, letter: int) -> Iterator[tuple[str, str]]:
    number, given = reading.letter_numbers.of(letter), reading.handings.of([letter]).get(letter, Handing())
    back = words.came_back(given.returned_on, given.returned_why) if given.returned_on else ""
    told = number_words(number.number, number.sign) if number else ""
    typed = zip(words.WITH_LETTER, (told, given.together, given.evidence, back), strict=True)
    return ((label, value) for label, value in typed if value)


def _read(name: str, value: str) -> str:
    return SEX_WORDS[value].lower() if name == "sex" else value


def _travelled(reading: Reading, subject: str) -> Iterator[str]:
    positions = [line.position for line in reading.journal.of_subject(subject)]
    for bundle in reading.bundles.all():
        fields = fields_of(bundle.manifest)
        within = [at for at in positions if fields.basis < at <= fields.head]
        if within and bundle.state == "sealed":
            yield words.travelled(bundle.seq, fields.period, names=len(fields.members) > 1)


def _messages(reading: Reading, sought: Sought) -> Iterator[str]:
    for one in reading.ratings.messages():
        if sought.spoken_of(json.dumps(dict(one.body), ensure_ascii=False)):
            yield words.message(one.on, str(one.body.get("text", "")))
    yield from (words.opinion(on, text) for on, text in spoken_of(reading, sought.spoken_of))
    yield from (words.evidence(*told) for told in files_naming(reading, sought.spoken_of))


def lines_of(about: About) -> Sequence[str]:
    """Everything as lines to read aloud or to show in a terminal."""
    told = [words.found(about.person, len(about.records))]
    for record in about.records:
        told += [record.title, *words.body(record.roles, record.void)]
        told += [f"  {label}: {value}" for label, value in record.facts]
        told += [f"  {line}" for line in (*record.versions, *record.letters, *record.travelled)]
    for letter in about.letters:
        said = (f"{label}: {value}" for label, value in letter.facts)
        told += [letter.title, *(f"  {line}" for line in (words.BY_NAME, *said, letter.state))]
    return [*told, *words.rest(about.drafts, about.messages, about.opted_out), *words.copies(len(about.copies))]
