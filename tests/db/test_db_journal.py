import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from db_samples import DAY, line, subject
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from common.counts import Fact
from desk_app.db.trouble import RegisterTrouble
from exchange.journal import BadLine, read_line


def written(register, entries):
    with register.work() as work:
        positions = [work.journal.append(entry) for entry in entries]
        work.commit()
    return positions


def test_lines_are_numbered_without_a_hole_and_chained_as_the_format_says(register):
    assert written(register, [line(), line(), line()]) == [1, 2, 3]
    digest = hashlib.sha256(b"motcua-register/1\n" + register.identity.register_id).digest()
    with register.reading() as reading:
        assert reading.journal.digest_at(0) == digest
        for position, raw in enumerate(reading.journal.slice(1, 3), start=1):
            digest = hashlib.sha256(b"motcua-line/1\n" + digest + raw).digest()
            assert reading.journal.digest_at(position) == digest
        assert reading.journal.head() == (3, digest)
        assert reading.journal.digest_at(4) is None
        assert reading.journal.verify() == 3


def test_an_empty_journal_stands_at_nought(register):
    with register.reading() as reading:
        assert reading.journal.head() == (0, reading.journal.digest_at(0))
        assert reading.journal.verify() == 0


def test_the_first_act_is_not_the_offices_own_business(register):
    own = replace(line(), kind="local", on=DAY - timedelta(days=2), figures={}, shared=None)
    with register.reading() as reading:
        assert reading.journal.first_act() is None
    written(register, [own])
    with register.reading() as reading:
        assert reading.journal.first_act() is None
    written(register, [line(), replace(line(), on=DAY + timedelta(days=1))])
    with register.reading() as reading:
        assert reading.journal.first_act() == DAY


def test_a_line_commits_to_its_parts_and_holds_nothing_of_them(register):
    written(register, [line()])
    with register.reading() as reading:
        (raw,) = reading.journal.slice(1, 1)
        (shared,) = reading.journal.shared_parts(1, 1)
        (home,) = reading.journal.home_parts(1, 1)
    told = read_line(raw)
    for name, part in (("shared", shared), ("home", home)):
        tag = f"motcua-part/1\n{name}\n".encode()
        assert getattr(told, name) == hashlib.sha256(tag + part.salt + part.body).hexdigest()
    assert b"clerk" not in raw
    assert len({shared.salt, home.salt}) == 2
    assert len(shared.salt) == 32


def test_facts_are_the_lines_without_names(register):
    about = subject()
    written(register, [line(about)])
    with register.reading() as reading:
        (fact,) = reading.journal.facts()
    assert fact == Fact("registered", DAY, about, 1, line().figures)


def test_a_subject_has_its_own_story(register):
    about = subject()
    written(register, [line(about), line(), replace(line(about, "voided"), shared=None)])
    with register.reading() as reading:
        assert [told.kind for told in reading.journal.of_subject(about)] == ["registered", "voided"]


def test_a_figure_outside_the_closed_list_is_refused(register):
    with pytest.raises(BadLine), register.work() as work:
        work.journal.append(replace(line(), figures={**line().figures, "name": "Lan"}))


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE journal SET line = x'00'",
        "DELETE FROM journal",
        "UPDATE journal_parts SET body = x'00'",
        "DELETE FROM journal_parts",
        "INSERT INTO journal SELECT position + 7, kind, subject, line, digest FROM journal",
    ],
)
def test_the_register_itself_refuses_to_rewrite_the_journal(register, act):
    written(register, [line()])
    with pytest.raises(IntegrityError, match="journal"), register.work() as work:
        work._connection.execute(text(act))


@pytest.mark.parametrize(
    ("guard", "act", "position"),
    [
        (
            "journal_no_update",
            "UPDATE journal SET line = CAST(replace(line, 'birth', 'death') AS BLOB) WHERE position = 2",
            "2",
        ),
        ("journal_no_update", "UPDATE journal SET digest = zeroblob(32) WHERE position = 3", "3"),
        ("journal_no_delete", "DELETE FROM journal WHERE position = 2", "2"),
        ("journal_parts_no_update", "UPDATE journal_parts SET body = x'00' WHERE position = 2", "2"),
    ],
)
def test_whoever_lifts_a_guard_is_found_out_by_the_chain(register, guard, act, position):
    written(register, [line(), line(), line(), line()])
    with register.work() as work:
        for statement in (f"DROP TRIGGER {guard}", "PRAGMA defer_foreign_keys = ON", act):
            work._connection.execute(text(statement))
        if guard == "journal_no_delete":
            work._connection.execute(text("DROP TRIGGER journal_parts_no_delete"))
            work._connection.execute(text("DELETE FROM journal_parts WHERE position = 2"))
        work.commit()
    with pytest.raises(RegisterTrouble) as raised, register.reading() as reading:
        reading.journal.verify()
    assert raised.value.code == "journal-broken"
    assert raised.value.details == {"position": position}
