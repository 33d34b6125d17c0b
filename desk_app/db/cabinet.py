"""What is kept under a name: private keys as bytes, the office's own settings as JSON text."""

from sqlalchemy import Connection, delete, insert

from desk_app.db import rows
from desk_app.db.quick import adding, first, wrote

_ADD_PAPER = adding(rows.office, "name", "value")


class Keys:
    """Private keys as rows of the encrypted register: they never lie in a file of their own."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, name: str, raw: bytes) -> None:
        """Keep the bytes in place of what stood under this name."""
        self._connection.execute(delete(rows.keys).where(rows.keys.c.name == name))
        self._connection.execute(insert(rows.keys), {"name": name, "raw": raw})

    def get(self, name: str) -> bytes | None:
        """The bytes under this name."""
        found = first(self._connection, "SELECT raw FROM keys WHERE name = ?", name)
        return found[0] if found else None


class OfficePapers:
    """Letterhead, signatories, books and the district's enrolment, each as JSON text."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[str, str | None] = {}

    def put(self, name: str, json_text: str) -> None:
        """Keep the text in place of what stood under this name."""
        self.forget_read()
        wrote(self._connection, "DELETE FROM office WHERE name = ?", name)
        wrote(self._connection, _ADD_PAPER, name, json_text)

    def get(self, name: str) -> str | None:
        """The text under this name."""
        # Asked for a dozen times and more with each registration and each letter; within one view it stays the same.
        if name not in self._read:
            found = first(self._connection, "SELECT value FROM office WHERE name = ?", name)
            self._read[name] = found[0] if found else None
        return self._read[name]

    def forget_read(self) -> None:
        """Ask the register again for everything: this act changed something, or took it back."""
        self._read.clear()
