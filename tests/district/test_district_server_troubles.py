"""What a server may have against us is said in a sentence that names no password; nothing is written by halves."""

import json
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from postgresql_kit import GUARDED
from pretend_desk import PretendDesk, counting_random

from district.cli.commands import main
from district.store.engine import StoreTrouble, speaking_plainly
from district.store.public_store import PublicStore, Words
from district.store.store import Store
from exchange.token import Token

TOP = Path(__file__).parents[2]
SECRET = "Mat-Khau-Rieng"
AT = datetime(2026, 11, 21, 9, 14, tzinfo=UTC)
LETTER = Token("birth", 7, 1)
RECIPIENT = PretendDesk().keys.public.receive


@pytest.fixture(scope="module")
def server(server_of_postgresql):
    """A server with a database of its own for each thing that may be wrong with one."""
    server_of_postgresql.make("plain")
    with server_of_postgresql.connect() as master:
        master.execute(f"CREATE ROLE {GUARDED} LOGIN PASSWORD '{SECRET}'")
        master.execute("CREATE ROLE stranger LOGIN")
        master.execute("CREATE DATABASE narrow TEMPLATE template0 ENCODING SQL_ASCII")
        master.execute("CREATE DATABASE standby TEMPLATE plain")
        master.execute("ALTER DATABASE standby SET default_transaction_read_only = on")
    master.close()
    return server_of_postgresql


def refused(url):
    with pytest.raises(StoreTrouble) as told:
        Store.open(url)
    assert SECRET not in str(told.value.details)
    return told.value.code


@pytest.mark.parametrize(
    ("database", "user", "code"),
    [
        ("nowhere", "postgres", "server-no-database"),
        ("plain", "nobody_known", "server-password"),
        ("plain", GUARDED, "server-password"),
        ("plain", f"{GUARDED}:{SECRET[1:]}", "server-password"),
        ("plain", "stranger", "server-no-rights"),
        ("narrow", "postgres", "server-not-utf8"),
        ("standby", "postgres", "server-read-only"),
    ],
)
def test_what_is_wrong_with_the_way_in_is_named(server, database, user, code):
    assert refused(server.url(database, user)) == code


def test_a_server_that_is_away_is_named(tmp_path):
    assert refused(f"postgresql://x@/y?host={tmp_path}") == "server-away"
    assert refused("postgres://x:y@127.0.0.1:1/z") == "server-away"


def test_a_server_that_this_program_was_never_tried_on_is_refused(server, monkeypatch):
    monkeypatch.setattr("district.store.postgresql.OLDEST_SERVER", 990000)
    assert refused(server.url("plain")) == "server-too-old"


def test_the_password_may_lie_in_a_file_of_its_own(server, tmp_path, monkeypatch):
    file = tmp_path / "pgpass"
    file.write_text(f"*:*:*:{GUARDED}:{SECRET}\n")
    file.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(file))
    assert refused(server.url("plain", GUARDED)) == "server-no-rights"  # it is in, and owns nothing


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--database", f"postgresql://x:{SECRET}@127.0.0.1:1/y"), "public-database-needed"),
        (("--database", f"mysql://x:{SECRET}@h/y", "--public-database", "sqlite://"), "not-a-database-address"),
        (("--database", f"://{SECRET}", "--public-database", "sqlite://"), "not-a-database-address"),
        (("--database", f"postgresql://x:{SECRET}@127.0.0.1:1/y", "--public-database", "sqlite://"), "server-away"),
    ],
)
def test_no_message_tells_the_password_of_an_address(words, code, tmp_path):
    told = CliRunner().invoke(main, ["check", "--json", "--data", str(tmp_path), *words], catch_exceptions=False)
    assert json.loads(told.stdout)["trouble"]["code"] == code
    assert SECRET not in told.output


def test_the_account_of_the_citizens_pages_answers_and_reaches_nothing_else(server):
    run_script(server, TOP / "docs" / "deploy" / "roles.sql")
    office, public = (server.url(f"motcua_{name}", "motcua_office") for name in ("office", "public"))
    Store.open(office).close()
    with closing(PublicStore.open(public, counting_random("office"), RECIPIENT)) as owner:
        with closing(
            PublicStore.open(server.url("motcua_public", "motcua_pages"), counting_random("pages"), RECIPIENT)
        ) as pages:
            key = pages.answer(LETTER, 1, AT).change_key
            assert pages.add_words(LETTER, key, Words(comment="Xin gọi lại", send_now=True), AT, RECIPIENT)
            assert pages.answer(LETTER, 3, AT).state == "again"
            assert pages.dispute(LETTER)
            ids = [letter.id for letter in pages.waiting(7)]
            with pytest.raises(StoreTrouble, match="server-no-rights"), speaking_plainly():
                pages.shrink(ids)
        owner.shrink(ids)
        assert owner.waiting(7) == ()
    assert refused(server.url("motcua_office", "motcua_pages")) == "server-no-rights"


def run_script(server, script):
    words = ["psql", "-X", "-q", "-h", str(server.path), "-U", "postgres", "-d", "postgres", "-f", str(script)]
    subprocess.run(words, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
