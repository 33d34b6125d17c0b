"""What a database says when it will not, as codes that have a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolIsEmpty

from district.trouble import Trouble

_STATES = {
    "28P01": "server-password",
    "28000": "server-password",
    "3D000": "server-no-database",
    "42501": "server-no-rights",
    "25006": "server-read-only",
    "53100": "disk-full",
    "53300": "server-away",
    "57P03": "server-away",
    "55P03": "store-busy",
    "40P01": "store-busy",
    "40001": "store-busy",
    "57P01": "server-lost",
    "57P02": "server-lost",
    "57P05": "server-lost",
    "25P03": "server-lost",
}
_LOST = "08"  # the class of states in which the line itself broke


class StoreTrouble(Trouble):
    """The database cannot be used as it is."""


@contextmanager
def speaking_plainly() -> Iterator[None]:
    """Turn what the database says within the block into StoreTrouble; a broken constraint stays a mistake of ours."""
    try:
        yield
    except PoolIsEmpty as trouble:
        raise StoreTrouble("store-busy") from trouble
    except DBAPIError as trouble:
        code = _of_server(trouble) if hasattr(trouble.orig, "sqlstate") else _of_file(trouble)
        if code is None:
            raise
        raise StoreTrouble(code) from trouble


def _of_file(trouble: DBAPIError) -> str | None:
    if type(trouble) is DatabaseError:
        return "store-damaged"
    if not isinstance(trouble, OperationalError):
        return None
    said = str(trouble.orig).lower()
    if "full" in said:
        return "disk-full"
    if "locked" in said or "busy" in said:
        return "store-busy"
    if "readonly" in said or "read-only" in said:
        return "store-read-only"
    return "store-unreachable"


def _of_server(trouble: DBAPIError) -> str | None:
    """A line that breaks may break while the server writes: then nobody knows yet whether it did, only that it is all
    or nothing."""
    state = str(getattr(trouble.orig, "sqlstate", None) or "")
    if state in _STATES:
        return _STATES[state]
    if trouble.connection_invalidated or state.startswith(_LOST):
        return "server-lost"
    return None if state else _of_greeting(str(trouble.orig).lower())


def _of_greeting(said: str) -> str:
    """A server that refuses to begin sends words and no state; a server that speaks another language is `away`."""
    if "permission denied" in said:
        return "server-no-rights"
    if "password" in said or "authentication" in said or "pg_hba" in said or "role " in said:
        return "server-password"
    if "database " in said and "does not exist" in said:
        return "server-no-database"
    return "server-away"
