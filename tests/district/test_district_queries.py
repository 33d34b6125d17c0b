"""On a filled database every question about lines goes by an index, and so does every answer of a citizen: a district
of sixty desks answers as quickly as one of one."""

from contextlib import contextmanager
from datetime import UTC, datetime

from pretend_desk import PretendDesk
from sqlalchemy import event, text

from district.store.branches import SettledFork
from district.store.lines import LetterLine
from district.store.office import Act
from district.store.public_store import Words
from exchange.token import Token

DESKS, LINES = 60, 500
AT = datetime(2026, 11, 21, 9, 14, tzinfo=UTC)
SERIES = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) "
MORE_DESKS = """INSERT INTO desks SELECT 100 + i, unit, label, phone, card, signing_key, key_id || i, receiving_key,
    register, 100 + i, enrolment, generation, profile, smallest_group, state, enrolled_on, changed_on FROM desks, n"""
MORE_LINES = """INSERT INTO positions SELECT number, 0, i, card, card,
    CASE WHEN i % 100 = 0 THEN 'letter-voided' WHEN i % 2 = 0 THEN 'letter-prepared' ELSE 'registered' END,
    '2026-10-05', 's' || i, 1, CASE WHEN i % 2 = 0 THEN 'birth' END, CASE WHEN i % 2 = 0 THEN i END,
    CASE WHEN i % 250 = 0 THEN 'aside' ELSE 'counted' END, '' FROM desks, n WHERE number > 100"""
MORE_BALLOTS = "INSERT INTO ballots SELECT 'b' || i, i % 60, i, CAST('x' AS {}) FROM n"
MORE_ANSWERS = """INSERT INTO answers SELECT 'a' || i, i % 60, i, 'birth', '2026-11-05', 'k',
    '2026-11-05T00:00:00+00:00', 1, 0 FROM n"""
MORE_COUNTED = "INSERT INTO counted SELECT i % 60, 90000 + i FROM n"
MORE_MESSAGES = "INSERT INTO messages SELECT 'm' || a.id, desk, CAST('x' AS {}) FROM answers a"

LETTERS = (LetterLine(2, "birth", "s2", b""), LetterLine(4, "birth", "s4", b"", live=False))
FORK = SettledFork(107, 1, 490, "2026-11-05", "", "officer")
QUESTIONS = {
    "head and digest": lambda work: work.lines.tip(107),
    "every line of a desk": lambda work: list(work.lines.raw(107)),
    "lines that count": lambda work: list(work.lines.counted(107)),
    "lines set aside": lambda work: work.lines.aside(107, 10),
    "lines set aside of all": lambda work: work.asides.all(),
    "letters": lambda work: work.lines.letters(107, [2, 4, 6]),
    "voids": lambda work: work.lines.voids(107, LETTERS),
    "histories set aside": lambda work: work.branches.of_desk(107),
    "lines of a history set aside": lambda work: work.branches.lines(FORK),
    "lines after a fork": lambda work: work.branches.live_after(107, 490),
    "how far all are": lambda work: work.recounts.tips(),
    "lines since a recount": lambda work: work.recounts.lines_after(107, 490),
    "older lines of subjects": lambda work: work.recounts.lines_about(107, ["s2", "s4"], 490),
    "how many lines": lambda work: work.mail.held(107),
}

BY_INDEX = {"letters": "ix_positions_serial", "voids": "ix_positions_void", "lines set aside": "ix_positions_aside"}
"""What must not even walk through the lines of its own desk."""


@contextmanager
def asked_on(engine):
    """The statements that are asked while the block lasts, as the driver gets them."""
    asked = []

    def note(_connection, _cursor, statement, parameters, _context, many):
        if not many and statement.lstrip()[:6] in ("SELECT", "UPDATE", "DELETE"):
            asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def fill(engine, *statements):
    with engine.begin() as connection:
        for count, statement in statements:
            lead, rest = statement.split("SELECT", 1)
            connection.execute(text(f"{lead} {SERIES.format(count)} SELECT {rest}"))
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")


def plans(engine, asked):
    """How the database goes about each question: (question, plan)."""
    explain = "EXPLAIN " if engine.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN "
    with engine.connect() as connection:
        for statement, parameters in asked:
            yield statement, "\n".join(map(str, connection.exec_driver_sql(explain + statement, parameters)))


def walks(engine, asked, tables):
    """Which of these questions walk through a whole table."""
    return [
        f"{statement}\n{plan}" for statement, plan in plans(engine, asked) if any(walked(plan, one) for one in tables)
    ]


def walked(plan, table):
    """PostgreSQL says `Seq Scan on positions`, SQLite `SCAN positions` where no index leads."""
    lines = [line for line in plan.splitlines() if f"Seq Scan on {table}" in line or f"SCAN {table}" in line]
    return [line for line in lines if "INDEX" not in line]


def test_no_question_about_lines_walks_through_all_lines_of_a_district(desk, district, sitting):
    engine = district.store._engine
    fill(engine, (DESKS, MORE_DESKS), (LINES, MORE_LINES))
    for serial in range(1, 8):
        desk.register_birth()
        desk.prepare_letter(serial)
        district.public.answer(desk.token(serial), 3, AT)
    with asked_on(engine) as asked:
        assert sitting.receive(desk.bundle()).verdict == "accepted"
    assert len(asked) > 10
    assert walks(engine, asked, ["positions"]) == []
    for name, question in QUESTIONS.items():
        with district.store.reading() as work, asked_on(engine) as asked:
            question(work)
        assert asked, name
        assert walks(engine, asked, ["positions"]) == [], name
        assert all(BY_INDEX.get(name, "") in plan for _, plan in plans(engine, asked)), name


def test_no_citizen_waits_for_a_walk_through_all_answers(district):
    engine = district.public._engine
    raw = "bytea" if engine.dialect.name == "postgresql" else "blob"
    fill(
        engine,
        (6000, MORE_BALLOTS.format(raw)),
        (6000, MORE_ANSWERS),
        (6000, MORE_COUNTED),
        (1, MORE_MESSAGES.format(raw)),
    )
    desk = PretendDesk()
    recipient = desk.keys.public.receive
    letter = Token("birth", 7, 70001)
    with asked_on(engine) as asked:
        key = district.public.answer(letter, 1, AT).change_key
        assert district.public.add_words(letter, key, Words(comment="Chờ", send_now=True), AT, recipient)
        district.public.answer(letter, 3, AT)
        district.public.dispute(letter)
        district.public.late_taps(7)
        district.public.drop_messages([note.id for note in district.public.sealed_messages(7)][:3])
        assert district.public.answers(7, desk.keys) == (), "sealed to the office"
        district.public.shrink([letter.id for letter in district.public.waiting(7)][:3])
    assert len(asked) > 15
    assert walks(engine, asked, ["answers", "ballots", "counted", "messages"]) == []


def test_no_citizen_waits_for_an_import(district):
    with district.store.work() as importing:
        importing.office.note(Act("2026-11-05T05:00:00Z", "lan", "import", "a long one"))
        key = district.public.answer(Token("birth", 7, 1), 1, AT).change_key
        assert district.public.add_words(Token("birth", 7, 1), key, Words(("late",)), AT)
        assert district.public.dispute(Token("birth", 7, 1))
    assert len(district.public.waiting(7)) == 1
