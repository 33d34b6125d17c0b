"""The office itself, its users, and the list of what was done by whom."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from district.store.tables import acts, office, users


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What was settled at set-up. `smallest_group` is the office's own smallest number of answers shown together."""

    unit: str
    host: str
    phone: str
    made_on: str
    practice: bool
    smallest_group: int


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
            )
        )

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
        )

    def add_user(self, user: User) -> None:
        """Add someone who may log in; the name must be new."""
        self._connection.execute(
            insert(users).values(name=user.name, role=user.role, password=user.password, made_on=user.made_on)
        )

    def user(self, name: str) -> User | None:
        """The user of that name."""
        row = self._connection.execute(select(users).where(users.c.name == name)).first()
        return User(*row) if row else None

    def users(self) -> tuple[User, ...]:
        """Everyone who may log in, by name."""
        return tuple(User(*row) for row in self._connection.execute(select(users).order_by(users.c.name)))

    def note(self, act: Act) -> None:
        """Add one line to the list of acts."""
        self._connection.execute(insert(acts).values(at=act.at, user=act.user, act=act.act, subject=act.subject))

    def acts(self, limit: int) -> tuple[Act, ...]:
        """The newest lines of the list of acts, newest first."""
        rows = self._connection.execute(
            select(acts.c.at, acts.c.user, acts.c.act, acts.c.subject).order_by(acts.c.id.desc()).limit(limit)
        )
        return tuple(Act(*row) for row in rows)
