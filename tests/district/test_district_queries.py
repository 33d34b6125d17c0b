"""On a filled database every question goes by an index: a district of sixty desks answers as quickly as one of one."""

import pytest
from pretend_desk import PretendDesk, enrol, state_of
from sqlalchemy import event, text

from common.periods import read_period
from district.answers import answered_of
from district.dashboards import StoreWall
from district.reports import facts, figures

DESKS, LINES = 60, 500
LARGE = ("positions",)
"""Tables that no question may walk through; every other one holds a few rows for each desk."""


@pytest.fixture
def filled(desk, district):
    """The lines of many other desks, put in by the database itself."""
    with district.store.work() as work:
        rows = work.lines._connection
        count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) SELECT i FROM n"
        rows.execute(text(f"INSERT INTO desks ({NAMES['desks']}) SELECT {A_DESK} FROM desks, ({count.format(DESKS)}) n"))
        some = f"({count.format(LINES)}) n, (SELECT number FROM desks WHERE number > 1) d"
        rows.execute(text(f"INSERT INTO positions ({NAMES['positions']}) SELECT {A_LINE} FROM {some}"))
    with district.store.noting() as work:
        work.lines._connection.exec_driver_sql("ANALYZE")
    return desk


NAMES = {
    "desks": (
        "number, unit, label, phone, card, signing_key, key_id, receiving_key, register, enrolment_number, enrolment, "
        "generation, profile, smallest_group, state, enrolled_on, changed_on"
    ),
    "positions": "desk, branch, position, digest, line, kind, day, subject, version, letter, serial, state, reason",
}
A_DESK = (
    "1 + i, unit, label, phone, card, signing_key, key_id || i, receiving_key, register, 1 + i, enrolment, "
    "generation, profile, smallest_group, state, enrolled_on, changed_on"
)
A_LINE = (
    "number, 0, i, CAST('d' AS {bytes}), CAST('l' AS {bytes}), "
    "CASE WHEN i % 100 = 0 THEN 'letter-voided' WHEN i % 2 = 0 THEN 'letter-prepared' ELSE 'registered' END, "
    "'2026-10-05', 's' || i, 1, CASE WHEN i % 2 = 0 THEN 'birth' END, CASE WHEN i % 2 = 0 THEN i END, "
    "CASE WHEN i % 250 = 0 THEN 'aside' ELSE 'counted' END, ''"
)
