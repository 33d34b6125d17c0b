import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from db_samples import UNIT, birth, line, subject
from sqlalchemy import insert, text
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2

from desk_app.db import rows
from desk_app.db.engine import APPLICATION_ID, PAGE, Tuning, connect
from desk_app.db.register import Register, RegisterIdentity
from desk_app.db.rows import SCHEMA
from desk_app.db.trouble import RegisterTrouble


def trouble(folder: Path, key: bytes) -> str:
    """The code with which the register does not open, whatever lies there left as it was."""
    path = folder / "register.db"
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(RegisterTrouble) as raised:
        Register.open(folder, key, os.urandom)
    assert (path.read_bytes() if path.exists() else None) == before
    return raised.value.code


def flip(path: Path, place: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[place] ^= 1
    path.write_bytes(raw)


def filled(register: Register, births: int) -> None:
    with register.work() as work:
        for _ in range(births):
            about = subject()
            work.registrations.add(birth(), about)
            work.journal.append(line(about))
        work.commit()


def test_the_file_holds_no_word_in_clear(register, folder):
    filled(register, 3)
    register.close()
    raw = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    assert not (folder / "register.db").read_bytes().startswith(b"SQLite format 3")
    assert "Đặng".encode() not in raw
    assert b"dang" not in raw
    assert b"CREATE TABLE" not in raw


def test_the_log_beside_an_open_register_is_encrypted_too(register, folder):
    filled(register, 3)
    log = (folder / "register.db-wal").read_bytes()
    assert len(log) > PAGE
    assert b"dang" not in log


def test_every_connection_is_set_up_for_safety(folder, key):
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "cache_size": -65536,
        "temp_store": 2,
        "trusted_schema": 0,
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA,
        "cipher_memory_security": "0",
    }
    connection = connect(folder / "register.db", key, Tuning())
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert connection.isolation_level is None
    connection.close()
    assert found == wanted


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_refused_before_the_file_is_touched(folder, length):
    with pytest.raises(ValueError, match="32 bytes"):
        connect(folder / "register.db", bytes(length), Tuning())


def test_a_wrong_key_is_named(folder):
    assert trouble(folder, bytes(32)) == "wrong-key"


def test_a_missing_register_is_named_and_none_is_made(tmp_path, key):
    assert trouble(tmp_path, key) == "register-missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", [0, 1, PAGE - 1, PAGE + 100])
def test_an_empty_or_cut_register_is_named(folder, key, size):
    os.truncate(folder / "register.db", size)
    assert trouble(folder, key) == "register-damaged"


def test_a_register_cut_at_a_page_is_found_out_at_the_first_look_or_by_the_check(register, folder, key):
    filled(register, 30)
    register.close()
    os.truncate(folder / "register.db", 2 * PAGE)
    assert _code_of_use(folder, key) == "register-damaged"


def test_a_broken_first_page_is_damage_and_not_a_wrong_key(folder, key):
    flip(folder / "register.db", 100)
    assert trouble(folder, key) == "register-damaged"


def test_one_flipped_bit_in_any_page_is_found_by_the_check(register, folder, key, tmp_path):
    filled(register, 30)
    register.close()
    pages = (folder / "register.db").stat().st_size // PAGE
    for page in range(1, pages, max(1, pages // 12)):
        broken = Path(shutil.copytree(folder, tmp_path / str(page)))
        flip(broken / "register.db", page * PAGE + 777)
        assert _code_of_use(broken, key) == "register-damaged", page


def _code_of_use(folder: Path, key: bytes) -> str:
    try:
        register = Register.open(folder, key, os.urandom)
    except RegisterTrouble as trouble:
        return trouble.code
    with pytest.raises(RegisterTrouble) as raised:
        register.check()
    register._engine.dispose()
    register._lock.let_go()
    return raised.value.code


def test_a_plain_sqlite_file_is_foreign(folder, key):
    path = folder / "register.db"
    path.unlink()
    plain = dbapi2.connect(str(path))
    plain.execute("CREATE TABLE t (a)")
    plain.commit()
    plain.close()
    assert trouble(folder, key) == "register-foreign"


def test_an_encrypted_file_of_another_program_is_foreign(folder, key):
    connection = connect(folder / "register.db", key, Tuning())
    connection.execute("PRAGMA application_id = 7")
    connection.close()
    assert trouble(folder, key) == "register-foreign"


def test_a_register_of_a_newer_program_is_refused_untouched(folder, key):
    connection = connect(folder / "register.db", key, Tuning())
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    assert trouble(folder, key) == "register-newer"


def test_a_register_is_never_made_over_another(folder, key):
    before = (folder / "register.db").read_bytes()
    with pytest.raises(RegisterTrouble) as raised:
        Register.create(folder, key, RegisterIdentity(bytes(32), UNIT, date(2026, 1, 1), True), os.urandom)
    assert raised.value.code == "register-exists"
    assert (folder / "register.db").read_bytes() == before


def test_what_a_cut_left_of_a_half_made_register_does_not_hinder_a_new_one(tmp_path, key):
    (tmp_path / "register.new").write_bytes(b"half")
    register = Register.create(tmp_path, key, RegisterIdentity(bytes(32), UNIT, date(2026, 1, 1), True), os.urandom)
    register.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["register.db", "register.lock", "register.marker"]


def test_a_reading_cannot_write_and_a_later_work_can(register):
    with pytest.raises(RegisterTrouble) as raised, register.reading() as reading:
        reading.office.put("letterhead", "{}")
    assert raised.value.code == "register-readonly"
    with pytest.raises(RegisterTrouble) as raised, register.reading() as reading:
        reading._connection.execute(insert(rows.office), {"name": "letterhead", "value": "{}"})
    assert raised.value.code == "register-readonly"
    with register.work() as work:
        work.office.put("letterhead", "{}")
        work.commit()


def test_a_look_lets_statements_stay_composed(register):
    said: list[str] = []
    with register.reading() as reading:
        raw = reading._connection.connection.driver_connection
    raw.set_trace_callback(said.append)
    with register.reading() as reading:
        reading.office.get("letterhead")
    raw.set_trace_callback(None)
    # Whatever changes a setting of the connection has SQLite compose every statement anew.
    assert said[0] == "BEGIN"
    assert not [one for one in said if one.startswith("PRAGMA")]


def test_a_reading_stays_steady_while_a_save_goes_on(register):
    with register.reading() as reading:
        assert reading.registrations.newest(9) == ()
        filled(register, 1)
        assert reading.registrations.newest(9) == ()
    with register.reading() as reading:
        assert len(reading.registrations.newest(9)) == 1


def test_errors_of_the_engine_tell_no_value(register):
    with pytest.raises(OperationalError) as raised, register.work() as work:
        work._connection.execute(text("SELECT :name FROM nowhere"), {"name": "Đặng Văn Lân"})
    assert "Lân" not in str(raised.value)


def test_a_full_disk_is_named_and_everything_saved_before_stays(folder, key):
    register = Register.open(folder, key, os.urandom)
    filled(register, 2)
    with register._engine.connect() as connection:
        pages = connection.connection.driver_connection.execute("PRAGMA page_count").fetchone()[0]
        connection.connection.driver_connection.execute(f"PRAGMA max_page_count = {pages + 2}").fetchall()
    with pytest.raises(RegisterTrouble) as raised:
        filled(register, 500)
    assert raised.value.code == "disk-full"
    with register.reading() as reading:
        assert len(reading.registrations.newest(999)) == 2
    assert register.check() == 2
    register.close()


def test_a_second_writer_waits_and_is_then_told_that_the_register_is_busy(folder, key):
    register = Register.open(folder, key, os.urandom, tuning=Tuning(busy_ms=30))
    with register.work():
        with pytest.raises(RegisterTrouble) as raised:
            filled(register, 1)
        assert raised.value.code == "register-busy"
    filled(register, 1)
    register.close()


def test_a_folder_may_have_any_name(tmp_path, key):
    folder = tmp_path / "Sổ hộ tịch #1 – 100% xã An Liên?x=y"
    register = Register.create(folder, key, RegisterIdentity(bytes(32), UNIT, date(2026, 1, 1), False), os.urandom)
    filled(register, 1)
    register.close()
    assert (folder / "register.db").is_file()
    assert not register.identity.practice


def test_ten_rounds_of_work_keep_to_one_connection(register):
    with register._engine.connect() as connection:
        first = connection.connection.driver_connection
    for _ in range(10):
        filled(register, 1)
        with register.reading() as reading:
            assert reading._connection.connection.driver_connection is first
