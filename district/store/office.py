"""The office itself, its users, and the list of what was done by whom."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from district.store.noted import NEVER_TOLD
from district.store.office_tables import noted
from district.store.tables import acts, office, users

COPY = "copy"
_NEWEST = 500
"""Lines that are looked through before a view is written: the last minutes of a busy office."""


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What was settled at set-up. `smallest_group` is the office's own smallest number of answers shown together,
    `questions` the id of the question set that the pages ask from: the one fact that may change."""

    unit: str
    host: str
    phone: str
    made_on: str
    practice: bool
    smallest_group: int
    questions: str = "service-3"


@dataclass(frozen=True, slots=True)
class User:
    """Someone who may log in; `password` is an Argon2 record, never the password."""

    name: str
    role: str
    password: str
    made_on: str


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the list of acts: no names of citizens, no values, only what was touched."""

    at: str
    user: str
    act: str
    subject: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines of the list of acts: by whom, which act, from which moment on and before which (UTC text); what is
    empty asks for all."""

    user: str = ""
    act: str = ""
    first: str = ""
    before: str = ""


class OfficeRows:
    """The rows of office, users and acts within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def settle(self, facts: OfficeFacts) -> None:
        """Write down the office's facts; there is only ever one such row."""
        self._connection.execute(
            insert(office).values(
                id=1,
                unit=facts.unit,
                host=facts.host,
                phone=facts.phone,
                made_on=facts.made_on,
                practice=int(facts.practice),
                smallest_group=facts.smallest_group,
                questions=facts.questions,
            )
        )

    def ask(self, questions: str) -> None:
        """From now on the pages ask from this question set."""
        self._connection.execute(update(office).values(questions=questions))

    def questions(self) -> str:
        """The question set that the pages ask from."""
        return str(self._connection.execute(select(office.c.questions)).scalar_one())

    def facts(self) -> OfficeFacts | None:
        """The office's facts; None before set-up."""
        row = self._connection.execute(select(office)).mappings().first()
        if row is None:
            return None
        return OfficeFacts(
            unit=row["unit"],
            host=row["host"],
            phone=row["phone"],
            made_on=row["made_on"],
            practice=bool(row["practice"]),
            smallest_group=row["smallest_group"],
            questions=row["questions"],
        )

    def put_back_at(self) -> str:
        """When this office was first opened from a copy (UTC), `COPY` when it is one that was not opened yet, else
        empty."""
        return str(self._connection.execute(select(office.c.put_back_at)).scalar() or "")

    def put_back(self, at: str) -> None:
        """Since that moment (UTC) the office works on a copy and lacks what came after it was made. What waited to be
        told together may have been told then with other answers: it never is."""
        self._connection.execute(update(office).values(put_back_at=at))
        waits = update(noted).where(noted.c.told_in == "")
        self._connection.execute(waits.values(told_in=NEVER_TOLD))
        self._connection.execute(update(noted).values(reasons="{}"))

    def add_user(self, user: User) -> None:
        """Add someone who may log in; the name must be new."""
        self._connection.execute(
            insert(users).values(name=user.name, role=user.role, password=user.password, made_on=user.made_on)
        )

    def user(self, name: str) -> User | None:
        """The user of that name."""
        row = self._connection.execute(select(users).where(users.c.name == name)).first()
        return User(*row) if row else None

    def lock(self) -> None:
        """Nobody else gives a number away until this transaction ends (SQLite lets one write at a time anyway)."""
        self._connection.execute(select(office.c.id).with_for_update())

    def users(self, lock: bool = False) -> tuple[User, ...]:
        """Everyone who may log in, by name; with `lock` nobody else can change them until this transaction ends."""
        asked = select(users).order_by(users.c.name)
        return tuple(User(*row) for row in self._connection.execute(asked.with_for_update() if lock else asked))

    def change_user(self, user: User) -> None:
        """Write somebody's role and password anew."""
        changed = {"role": user.role, "password": user.password}
        self._connection.execute(update(users).where(users.c.name == user.name).values(changed))

    def remove_user(self, name: str) -> None:
        """Somebody may log in no more; what they did stays in the list of acts."""
        self._connection.execute(delete(users).where(users.c.name == name))

    def was_user(self, name: str) -> bool:
        """Whether somebody of that name was removed: the list of acts must not mix two people."""
        asked = select(acts.c.id).where(acts.c.act == "user-remove", acts.c.subject == f"user {name}").limit(1)
        return self._connection.execute(asked).first() is not None

    def note(self, act: Act) -> None:
        """Add one line to the list of acts."""
        self._connection.execute(_NOTE, {"at": act.at, "user": act.user, "act": act.act, "subject": act.subject})

    def viewed(self, user: str, subject: str, since: str) -> str:
        """When that user last looked at that since the moment (UTC), as far as the newest lines tell; "" not at all."""
        newest = select(acts).order_by(acts.c.id.desc()).limit(_NEWEST).subquery()
        mine = (newest.c.user == user, newest.c.act == "view", newest.c.subject == subject, newest.c.at > since)
        return self._connection.execute(select(func.max(newest.c.at)).where(*mine)).scalar() or ""

    def acts(self, limit: int, asked: Asked | None = None, skip: int = 0) -> tuple[Act, ...]:
        """The newest lines of the list of acts, newest first: so many, after so many."""
        newest = select(acts.c.at, acts.c.user, acts.c.act, acts.c.subject).where(*_asked(asked or Asked()))
        rows = self._connection.execute(newest.order_by(acts.c.id.desc()).limit(limit).offset(skip))
        return tuple(Act(*row) for row in rows)

    def count_acts(self, asked: Asked) -> int:
        """How many lines of the list of acts those are."""
        return self._connection.execute(select(func.count()).select_from(acts).where(*_asked(asked))).scalar() or 0

    def actors(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Everyone who ever did something, and every kind of act that was done."""
        people, kinds = (select(column).distinct().order_by(column) for column in (acts.c.user, acts.c.act))
        return tuple(self._connection.execute(people).scalars()), tuple(self._connection.execute(kinds).scalars())


def _asked(asked: Asked) -> tuple[ColumnElement[bool], ...]:
    wanted = (
        (asked.user, acts.c.user == asked.user),
        (asked.act, acts.c.act == asked.act),
        (asked.first, acts.c.at >= asked.first),
        (asked.before, acts.c.at < asked.before),
    )
    return tuple(condition for given, condition in wanted if given)


_NOTE = insert(acts)
