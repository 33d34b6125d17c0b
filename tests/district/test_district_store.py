"""Tables come from migrations only; a newer, foreign or busy database is named; nothing half is kept."""

import sqlite3
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from district.store.columns import metadata
from district.store.engine import APPLICATION_ID, StoreTrouble, held_version, newest_version, open_engine
from district.store.office import Act, OfficeFacts, User
from district.store.store import Store


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{(tmp_path / 'office.db').as_posix()}"


@pytest.fixture
def store(url):
    opened = Store.open(url)
    yield opened
    opened.close()


def plain(tmp_path):
    return closing(sqlite3.connect(tmp_path / "office.db"))


def test_the_migrations_make_exactly_the_tables_of_the_models(store, url):
    engine = open_engine(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert held_version(connection) == newest_version()
    engine.dispose()


def test_the_file_says_what_it_is_and_every_table_is_strict(store, tmp_path):
    with plain(tmp_path) as held:
        assert held.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert held.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        strict = held.execute("SELECT name FROM pragma_table_list WHERE strict AND name NOT LIKE 'sqlite%'").fetchall()
    assert {name for (name,) in strict} == set(metadata.tables)


def test_every_table_can_be_made_in_postgresql_too():
    for table in metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))


def test_a_failing_migration_leaves_nothing_behind(url, tmp_path, monkeypatch):
    monkeypatch.setattr("district.store.engine.APPLICATION_ID", "no number")
    with pytest.raises(StoreTrouble):
        Store.open(url)
    with plain(tmp_path) as held:
        assert held.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_a_database_of_a_newer_program_is_refused_untouched(store, url, tmp_path):
    store.close()
    with plain(tmp_path) as held, held:
        held.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreTrouble, match="store-too-new"):
        Store.open(url)


def test_a_file_that_is_no_database_is_refused_and_kept(url, tmp_path):
    raw = b"this is not a database" * 50
    (tmp_path / "office.db").write_bytes(raw)
    with pytest.raises(StoreTrouble, match="store-damaged"):
        Store.open(url)
    assert (tmp_path / "office.db").read_bytes() == raw


def test_leaving_a_work_by_an_exception_undoes_it(store):
    def leave_early():
        with store.work() as work:
            work.office.add_user(User("lan", "officer", "x", "2026-11-05"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        leave_early()
    with store.trial() as work:
        work.office.add_user(User("lan", "officer", "x", "2026-11-05"))
        assert work.office.user("lan") is not None
    with store.reading() as work:
        assert work.office.users() == ()


def test_a_second_writer_is_told_that_the_store_is_busy(store, url, monkeypatch):
    monkeypatch.setattr("district.store.engine.PRAGMAS", ("busy_timeout=1", "foreign_keys=ON"))
    other = Store.open(url)
    with store.work(), pytest.raises(StoreTrouble, match="store-busy"), other.work():
        pytest.fail("two writers at once")
    other.close()


def test_a_reader_is_never_stopped_by_a_writer(store, url):
    other = Store.open(url)
    with store.work() as work:
        work.office.settle(OfficeFacts("01", "gopy.example", "", "2026-11-05", True, 5))
        with other.reading() as seen:
            assert seen.office.facts() is None
    other.close()


def test_a_full_disk_is_named_and_what_was_there_stays(store):
    with store.work() as work:
        work.office.note(Act("2026-11-05T05:00:00Z", "lan", "import", "first"))

    def fill():
        with store.work() as work:
            work.office._connection.exec_driver_sql("PRAGMA max_page_count=1")
            for number in range(2000):
                work.office.note(Act("2026-11-05T05:00:00Z", "lan", "import", "x" * 200 + str(number)))

    with pytest.raises(StoreTrouble, match="disk-full"):
        fill()
    with store.reading() as work:
        assert [act.subject for act in work.office.acts(10)] == ["first"]
