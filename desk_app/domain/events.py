"""Births, marriages and deaths as registered."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from common.dates import PartialDate
from common.names import PersonName
from common.words.numerals import moment_in_words
from desk_app.domain.people import Declarant, Person

Event = Literal["birth", "marriage", "death"]
EVENTS: tuple[Event, ...] = ("birth", "marriage", "death")

CASES: tuple[str, ...] = (
    "father_unknown",
    "mother_unknown",
    "abandoned",
    "surrogacy",
    "under_24_hours",
    "foreign_element",
    "mobile",
    "court_declared",
    "remarriage",
    "opted_out",
)
"""The closed list of special cases a registration may carry."""

COURT = "court_declared"
BRIEF = "under_24_hours"
NO_TYPE, ON_TIME, AGAIN, FROM_ABROAD, LATE = range(5)
"""The ministry's registration types: none given, on time, registered again, noted from abroad, late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What every registration has: its day, place in a book and circumstances; an empty `number` is not given yet."""

    event: ClassVar[Event]

    registered_on: date
    number: str = ""
    book: str = ""
    unit: str
    registration_type: int = ON_TIME
    late: bool = False
    cases: frozenset[str] = frozenset()
    hamlet: str = ""
    declarant: Declarant | None = None

    def __post_init__(self) -> None:
        if not NO_TYPE <= self.registration_type <= LATE:
            raise ValueError("registration_type is 0 to 4")
        if not self.cases <= frozenset(CASES):
            raise ValueError("a case is not in the closed list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth(Registration):
    """A birth (Luật Hộ tịch 60/2014 Điều 14); either parent, or both, may be blank."""

    event: ClassVar[Event] = "birth"

    child: Person
    birth_place: str = ""
    home_town: str = ""
    born_in_words: str = ""
    twin_group: str = ""
    mother: Person | None = None
    father: Person | None = None

    def __post_init__(self) -> None:
        Registration.__post_init__(self)
        if self.child.born is None:
            raise ValueError("a birth has a date, however partial")

    @property
    def happened_on(self) -> PartialDate:
        """The day of birth, as far as it is known."""
        assert self.child.born is not None
        return self.child.born

    @property
    def counted_from(self) -> PartialDate | None:
        """The day from which the time to register runs."""
        return self.happened_on

    def people(self) -> tuple[Person, ...]:
        """Child, mother, father, as far as they are named."""
        return tuple(person for person in (self.child, self.mother, self.father) if person is not None)

    def principals(self) -> tuple[PersonName, ...]:
        """The names the registration is about."""
        return (self.child.name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marriage(Registration):
    """A marriage (Luật Hộ tịch 60/2014 Điều 17)."""

    event: ClassVar[Event] = "marriage"

    husband: Person
    wife: Person

    @property
    def happened_on(self) -> PartialDate:
        """The day of registration: it is what makes the marriage."""
        return PartialDate.of(self.registered_on)

    @property
    def counted_from(self) -> PartialDate | None:
        """The same day: a marriage is never late."""
        return self.happened_on

    def people(self) -> tuple[Person, ...]:
        """Husband and wife."""
        return (self.husband, self.wife)

    def principals(self) -> tuple[PersonName, ...]:
        """The names the registration is about."""
        return (self.husband.name, self.wife.name)


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice of death or the paper in its place (Luật Hộ tịch 60/2014 Điều 34); every part may be blank."""

    kind: str = ""
    number: str = ""
    issuer: str = ""
    issued: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Death(Registration):
    """A death; hour (`died_at`, HH:MM or as typed), cause and notice may be blank (TT 04/2020/TT-BTP Điều 34)."""

    event: ClassVar[Event] = "death"

    deceased: Person
    last_residence: str = ""
    died_on: PartialDate
    died_at: str = ""
    died_place: str = ""
    cause: str = ""
    notice: Notice | None = None
    mother_name: PersonName | None = None
    father_name: PersonName | None = None

    @property
    def happened_on(self) -> PartialDate:
        """The day of death, as far as it is known."""
        return self.died_on

    @property
    def died_in_words(self) -> str:
        """Hour and day of death in words, as the paper book has them (TT 04/2020/TT-BTP)."""
        return moment_in_words(self.died_at, self.died_on.words())

    @property
    def counted_from(self) -> PartialDate | None:
        """The day from which the time to register runs: of whom a court declared dead, that of the judgment, for before
        it nobody could come; None where its day is not known."""
        if COURT not in self.cases:
            return self.died_on
        return self.notice.issued if self.notice else None

    def people(self) -> tuple[Person, ...]:
        """The deceased."""
        return (self.deceased,)

    def principals(self) -> tuple[PersonName, ...]:
        """The names the registration is about."""
        return (self.deceased.name,)


AnyRegistration = Birth | Marriage | Death
