import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from db_samples import birth, subject
from sqlalchemy import text

from desk_app.db import migrate, rows
from desk_app.db.backup import look_into
from desk_app.db.engine import Tuning, connect, open_engine
from desk_app.db.register import Register

ROOT = Path(__file__).parents[2]


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", "desk_app.db:migrations")
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def test_there_is_one_head_and_it_is_the_schema_number():
    assert [int(head) for head in scripts().get_heads()] == [rows.SCHEMA]


def test_what_migrations_make_equals_the_tables_in_rows(folder, key):
    engine = open_engine(folder / "register.db", key, Tuning())
    with engine.connect() as connection:
        opts = {"compare_type": True, "include_name": lambda name, kind, _: not str(name).startswith("search_words")}
        assert compare_metadata(MigrationContext.configure(connection, opts=opts), rows.metadata) == []
    engine.dispose()


def test_every_table_but_the_search_index_and_alembics_own_is_strict(folder, key):
    connection = connect(folder / "register.db", key, Tuning())
    tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").fetchall()
    connection.close()
    loose = {name for name, strict in tables if not strict and not name.startswith("sqlite_")}
    assert loose == {"alembic_version"}


def test_an_ordinary_start_imports_no_alembic(folder, key):
    program = (
        "import os, sys; from pathlib import Path; from desk_app.db.register import Register\n"
        f"Register.open(Path(sys.argv[1]), bytes.fromhex('{key.hex()}'), os.urandom).close()\n"
        "assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program, str(folder)], check=True, cwd=ROOT, timeout=60)


def test_an_older_register_is_copied_then_brought_up_with_all_it_holds(reopen, folder, key, monkeypatch):
    with reopen().work() as work:
        work.registrations.add(birth(), subject())
        work.commit()
    reopen().close()
    monkeypatch.setattr(rows, "SCHEMA", rows.SCHEMA + 1)
    with reopen().reading() as reading:
        assert len(reading.registrations.newest(9)) == 1
    (copy,) = (folder / "backups").iterdir()
    assert look_into(copy, key).counts["registrations"] == 1


def test_an_upgrade_that_fails_leaves_the_old_register_whole(reopen, folder, key, monkeypatch):
    reopen().close()

    def fails(engine: object) -> None:
        with engine.connect().execution_options(register_writes=True) as connection, connection.begin():
            connection.execute(text("CREATE TABLE half (a TEXT) STRICT"))
            connection.execute(text("DROP TABLE drafts"))
            connection.execute(text("SELECT * FROM nowhere"))

    monkeypatch.setattr(rows, "SCHEMA", rows.SCHEMA + 1)
    monkeypatch.setattr(migrate, "upgrade", fails)
    with pytest.raises(Exception, match="nowhere"):
        Register.open(folder, key, os.urandom)
    monkeypatch.undo()
    with reopen().reading() as reading:
        assert reading.drafts.all() == ()


def test_the_guards_of_history_are_in_every_register(folder, key):
    connection = connect(folder / "register.db", key, Tuning())
    guards = {
        name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    }
    connection.close()
    assert {"journal_no_update", "journal_no_delete", "journal_no_hole", "journal_parts_no_delete"} <= guards
    assert {"letters_page_stays", "registration_versions_no_update", "bundles_manifest_stays"} <= guards
