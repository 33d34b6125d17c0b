"""Who may open this register, and as what; passwords live in the keyring only."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from desk_app.db import rows


@dataclass(frozen=True, slots=True)
class User:
    """A person at the desk; `role` is clerk, leader or administrator."""

    name: str
    role: str


class Users:
    """The users of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, user: User) -> None:
        """Enter a new user; a name is given once (IntegrityError is a caller's mistake)."""
        self._connection.execute(insert(rows.users), {"name": user.name, "role": user.role})

    def remove(self, name: str) -> None:
        """Let go of a user; what they entered keeps their name."""
        self._connection.execute(delete(rows.users).where(rows.users.c.name == name))

    def give_role(self, name: str, role: str) -> None:
        """From now on this user has another role."""
        self._connection.execute(update(rows.users).where(rows.users.c.name == name).values(role=role))

    def get(self, name: str) -> User | None:
        """The user of this name."""
        found = self._connection.execute(select(rows.users).where(rows.users.c.name == name)).first()
        return User(*found) if found else None

    def all(self) -> tuple[User, ...]:
        """Every user by name."""
        return tuple(User(*row) for row in self._connection.execute(select(rows.users).order_by(rows.users.c.name)))
