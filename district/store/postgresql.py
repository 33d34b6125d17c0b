"""How a PostgreSQL server is reached, and what it must be. The driver is loaded by whoever opens such an engine."""

from typing import Any

from sqlalchemy.engine import URL

from district.store.refusals import StoreTrouble

OLDEST_SERVER = 130000
WAITS_SECONDS = 30
DRIVER = "postgresql+psycopg"
SETTINGS: dict[str, Any] = {
    # A server that was started anew, or a line that was cut while nobody asked, is noticed before anything is asked.
    "pool_pre_ping": True,
    "pool_timeout": WAITS_SECONDS,
    "connect_args": {
        "application_name": "district",
        "connect_timeout": 10,
        "keepalives_idle": 30,
        "keepalives_interval": 10,
        "keepalives_count": 3,
        "options": f"-c timezone=UTC -c lock_timeout={WAITS_SECONDS}s -c idle_in_transaction_session_timeout=15min",
    },
}


def is_server(address: URL) -> bool:
    """Whether the address is one of a PostgreSQL server."""
    return address.drivername in ("postgres", "postgresql", DRIVER)


def look_at(connection: Any, _record: object) -> None:
    """Refuse a server that this program was never tried on; for a connection that has just been made."""
    if connection.info.server_version < OLDEST_SERVER:
        raise StoreTrouble("server-too-old")
    if connection.info.parameter_status("server_encoding") != "UTF8":
        raise StoreTrouble("server-not-utf8")
