"""What is kept under a name: private keys as bytes, the office's own settings as JSON text."""

from sqlalchemy import Connection, delete, insert, select

from desk_app.db import rows


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
        found: bytes | None = self._connection.execute(select(rows.keys.c.raw).where(rows.keys.c.name == name)).scalar()
        return found


class OfficePapers:
    """Letterhead, signatories, books and the district's enrolment, each as JSON text."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, name: str, json_text: str) -> None:
        """Keep the text in place of what stood under this name."""
        self._connection.execute(delete(rows.office).where(rows.office.c.name == name))
        self._connection.execute(insert(rows.office), {"name": name, "value": json_text})

    def get(self, name: str) -> str | None:
        """The text under this name."""
        wanted = select(rows.office.c.value).where(rows.office.c.name == name)
        found: str | None = self._connection.execute(wanted).scalar()
        return found
