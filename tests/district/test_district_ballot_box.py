"""The ballot box: what citizens said can be read with the office's keys alone, and nothing beside it tells the rest."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from pretend_desk import PretendDesk, counting_random

from district.cli.commands import main
from district.cli.pages import public_pages
from district.house import World, open_district
from district.paths import Folder
from district.store import stirring
from district.store.ballot_box import Waiting, fold
from district.store.ballots import SIZES, Ballot, Trace, Words, open_ballot
from district.store.engine import StoreTrouble
from district.store.network_digest import KEY_OF_THE_DAY
from district.store.public_store import PublicStore
from district.store.public_tables import facts
from district.store.transactions import ONE_WRITER
from exchange.keys import OfficeKeys
from exchange.token import Token

AT = datetime(2026, 11, 21, 9, 14, tzinfo=UTC)
OFFICE = OfficeKeys.make(counting_random("office keys"))
RECIPIENT = OFFICE.public.receive
DESK = PretendDesk("desk").keys
LETTER = Token("birth", 7, 1)
COMMENT = "Hẹn thứ Tư mà thứ Sáu mới có"

FIRST_VERSION = """
CREATE TABLE public_facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE answers (id TEXT PRIMARY KEY, desk INTEGER, serial INTEGER, kind TEXT, score INTEGER, other INTEGER,
    channel TEXT, contradicted INTEGER, reasons TEXT, comment TEXT, answered_on TEXT, key_hash TEXT, key_until TEXT);
CREATE UNIQUE INDEX ix_answers_desk_serial ON answers (desk, serial);
CREATE TABLE counted (desk INTEGER NOT NULL, serial INTEGER NOT NULL, PRIMARY KEY (desk, serial));
CREATE TABLE taps (id TEXT PRIMARY KEY, desk INTEGER, serial INTEGER, kind TEXT, score INTEGER, channel TEXT,
    state TEXT, "on" TEXT);
CREATE TABLE messages (id TEXT PRIMARY KEY, desk INTEGER NOT NULL, sealed BYTEA NOT NULL);
INSERT INTO public_facts VALUES ('schema', '1');
INSERT INTO answers VALUES
    ('a1', 7, 1, 'birth', 3, NULL, 'qr', 0, '["late","wait"]', 'Hẹn thứ Tư mà thứ Sáu mới có', '2026-11-05', 'h', '{until}'),
    ('a2', 7, 2, 'birth', 3, 1, 'code', 1, '[]', '', '2026-11-05', 'h', '{until}'),
    ('a3', 7, 3, 'death', 2, NULL, 'qr', 1, '[]', '', '2026-11-06', 'h', '{until}');
INSERT INTO counted VALUES (7, 4);
INSERT INTO taps VALUES ('t1', 7, 1, 'birth', 3, 'qr', 'first', '2026-11-05'),
    ('t2', 7, 4, 'birth', 3, 'qr', 'again', '2026-11-05');
INSERT INTO messages VALUES ('m1', 7, '\\x00');
""".replace("{until}", "2026-11-06T00:00:00+00:00")  # noqa: E501


def url_of(folder):
    return f"sqlite:///{(folder / 'public.db').as_posix()}"


@pytest.fixture
def store(tmp_path):
    with closing(PublicStore.open(url_of(tmp_path), counting_random("store"), RECIPIENT)) as opened:
        yield opened


@pytest.fixture(scope="module")
def on_server(server_of_postgresql):
    """An empty database on the server, and a line into it."""
    url = server_of_postgresql.make("ballot_box")
    with closing(server_of_postgresql.connect("ballot_box")) as line:
        yield url, line


def on_disk(folder):
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


def sealed_in(folder):
    with closing(sqlite3.connect(folder / "public.db")) as raw:
        return [sealed for (sealed,) in raw.execute("SELECT sealed FROM ballots")]


def fill(store, letters=24):
    """Taps of all scores, some with words, some with words that go at once."""
    for serial in range(1, letters + 1):
        token = Token("birth", 7, serial)
        way = {"channel": ("qr", "code")[serial % 2], "trace": Trace("203.0.113.0/24")}
        key = store.answer(token, 1 + serial % 3, AT, **way).change_key
        if serial % 3 == 0:
            words = Words(
                ("late", "wait"), f"{COMMENT} {serial} " * (20 if serial == 9 else 1), send_now=serial % 2 == 0
            )
            assert store.add_words(token, key, words, AT, DESK.public.receive)


def test_nothing_that_a_citizen_said_lies_in_the_clear_and_sizes_tell_no_score(store, tmp_path):
    fill(store)
    raw = on_disk(tmp_path)
    assert COMMENT.encode() not in raw
    assert not any(word in raw for word in (b'"score"', b"late", b"wait", b'"qr"', b'"code"'))
    with closing(sqlite3.connect(tmp_path / "public.db")) as held:
        columns = {row[1] for table in ("answers", "ballots") for row in held.execute(f"PRAGMA table_info({table})")}
    clear = {"id", "desk", "serial", "kind", "answered_on", "key_hash", "key_until", "turn", "disputed"}
    assert columns == clear | {"sealed"}
    told = [(len(raw), open_ballot(raw, OFFICE)) for raw in sealed_in(tmp_path)]
    taps = {length for length, ballot in told if ballot.score}
    assert len(taps) == 1
    assert {length - min(taps) for length, _ in told} == {0, SIZES[1] - SIZES[0]}
    assert len({len(note.sealed) for note in store.sealed_messages(7)}) == 1


def test_a_copy_is_the_same_in_whatever_order_people_came_and_holds_no_key_of_their_networks(store, tmp_path):
    fill(store)
    (tmp_path / "back").mkdir()
    with closing(PublicStore.open(url_of(tmp_path / "back"), counting_random("back"), RECIPIENT)) as other:
        with closing(sqlite3.connect(tmp_path / "public.db")) as held, other._engine.begin() as backwards:
            for table in ("messages", "ballots", "answers"):
                rows = held.execute(f"SELECT * FROM {table}").fetchall()[::-1]
                marks = ", ".join("?" * len(rows[0]))
                for row in rows:
                    backwards.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", row)
            key_of_the_day = bytes.fromhex(
                held.execute("SELECT value FROM public_facts WHERE name = 'network-key'").fetchone()[0].split()[1]
            )
        for name, each in (("one.db", store), ("two.db", other)):
            each.backup_to(tmp_path / name)
    one, two = ((tmp_path / name).read_bytes() for name in ("one.db", "two.db"))
    assert one[100:] == two[100:], "only the counters in the head of the file may differ"
    assert key_of_the_day.hex().encode() not in one


def test_a_server_forgets_in_which_order_rows_came(on_server):
    url, line = on_server
    with closing(PublicStore.open(url, counting_random("server"), RECIPIENT)) as store:
        fill(store)
        tables = ("answers", "ballots", "messages")
        assert any(physical(line, table) != sorted(physical(line, table)) for table in tables)
        before = store.answers(7, OFFICE)
        store.stir()
        for table in tables:
            assert physical(line, table) == sorted(physical(line, table))
            assert line.execute(f"SELECT count(DISTINCT xmin::text) FROM {table}").fetchone() == (1,)
            dead = line.execute(f"SELECT n_dead_tup FROM pg_stat_all_tables WHERE relname = '{table}'").fetchone()
            assert dead == (0,), "rows as they lay before are gone"
        assert store.answers(7, OFFICE) == before
        line.execute("TRUNCATE answers, ballots, messages")


def test_the_script_before_the_nights_copy_stirs_as_the_program_does():
    script = (Path(__file__).parents[2] / "docs" / "deploy" / "stir.sql").read_text(encoding="utf-8")
    assert f"pg_advisory_xact_lock({ONE_WRITER});" in script
    statements = [one for name in stirring._STIRRED for one in (stirring._REWRITE.format(name), f"VACUUM {name}")]
    assert all(f"{one};\n" in script for one in statements)
    assert f"DELETE FROM {facts.name} WHERE name = '{KEY_OF_THE_DAY}';\nCOMMIT;\n" in script
    assert f"VACUUM {facts.name};\n" in script
    assert script.count(";\n") == len(statements) + 5


def physical(line, table):
    return [one for (one,) in line.execute(f"SELECT id FROM {table} ORDER BY ctid")]


@pytest.fixture(params=["files", "server"])
def first_version(request, tmp_path):
    """An address of a database as the first version left it, a way to ask it, and where its bytes lie."""
    if request.param == "files":
        with closing(sqlite3.connect(tmp_path / "public.db")) as raw, raw:
            raw.executescript(FIRST_VERSION)
            yield url_of(tmp_path), raw
        return
    server = request.getfixturevalue("server_of_postgresql")
    url = server.make("first_version")
    with closing(server.connect("first_version")) as line:
        line.execute(FIRST_VERSION)
        yield url, line


def test_answers_of_the_first_version_are_sealed_where_they_lie_and_count_the_same(first_version, tmp_path):
    url, line = first_version
    with pytest.raises(StoreTrouble, match="answers-unsealed"):
        PublicStore.open(url, counting_random("no key"))
    assert line.execute("SELECT count(*) FROM taps").fetchone() == (2,)
    for _ in range(2):
        with closing(PublicStore.open(url, counting_random("upgrade"), RECIPIENT)) as store:
            told = {answer.id: answer for answer in store.answers(7, OFFICE)}
            assert (store.late_taps(7), len(store.sealed_messages(7)), store.unreadable(7, OFFICE)) == (1, 1, 0)
    plain = {one.id: (one.kind, one.score, one.scale, one.channel, one.contradicted) for one in told.values()}
    assert plain == {
        "a1": ("birth", 3, 3, "qr", False),
        "a2": ("birth", 1, 3, "code", True),
        "a3": ("death", 2, 3, "qr", True),
    }
    assert (told["a1"].reasons, told["a1"].comment, told["a1"].hour) == (("late", "wait"), COMMENT, -1)
    assert COMMENT.encode() not in on_disk(tmp_path)


def test_a_ballot_that_cannot_be_opened_blocks_nothing_and_is_counted(store, tmp_path):
    fill(store, 6)
    stranger = Ballot(1, "first", "birth", "2026-11-21", 16, score=3)
    with store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE ballots SET sealed = x'00' WHERE serial = 1")
        raw = store._seal.seal(stranger.to_bytes()[:-1] + b"}", "2026-11-21")
        connection.exec_driver_sql("UPDATE ballots SET sealed = ? WHERE serial = 2", (raw,))
    assert sorted(answer.serial for answer in store.answers(7, OFFICE)) == [3, 4, 5, 6]
    assert (store.unreadable(7, OFFICE), store.unreadable(7, DESK)) == (2, 8)
    assert len(store.waiting(7)) == 6
    store.shrink([letter.id for letter in store.waiting(7)])
    assert sealed_in(tmp_path) == []


def test_a_store_that_knows_no_office_takes_no_answer_and_reads_what_it_has(store, tmp_path):
    fill(store, 3)
    with closing(PublicStore.open(url_of(tmp_path), counting_random("reader"))) as reader:
        with pytest.raises(StoreTrouble, match="answers-unsealed"):
            reader.answer(LETTER, 3, AT)
        assert len(reader.answers(7, OFFICE)) == 3
        reader.shrink([letter.id for letter in reader.waiting(7)])
    assert store.waiting(7) == ()


def test_of_a_network_a_digest_of_the_day_is_kept_and_the_hour_in_vietnam(store, tmp_path):
    near, far = Trace("203.0.113.0/24"), Trace("198.51.100.0/24", at_office=True)
    taps = [(1, near, AT), (2, near, AT), (3, far, AT), (4, Trace(), AT), (5, near, AT + timedelta(days=1))]
    for serial, trace, at in taps:
        store.answer(Token("birth", 7, serial), 3, at, trace=trace)
    store.answer(Token("birth", 8, 1), 3, AT + timedelta(days=1), trace=near)
    told = {answer.serial: answer for answer in store.answers(7, OFFICE)}
    (elsewhere,) = store.answers(8, OFFICE)
    assert told[1].network == told[2].network != ""
    assert len({told[1].network, told[3].network, told[5].network, elsewhere.network}) == 4
    assert (told[4].network, told[3].at_office, told[1].at_office, told[1].hour) == ("", True, False, 16)
    assert b"203.0.113" not in on_disk(tmp_path)
    assert store.answer(Token("birth", 7, 6), 3, AT + timedelta(hours=16)).state == "first"
    assert {one.serial: one.answered_on for one in store.waiting(7)}[6] == "2026-11-22", "01:14 in Vietnam"


def test_an_office_of_the_first_version_tells_its_pages_whom_to_seal_to_once_a_key_holder_was_in(made, tmp_path, clock):
    world = World(clock, counting_random("later"))
    folder = Folder(tmp_path)
    for name in ("keys.json", "office.db", "public-face.json", "secret.bin"):
        (tmp_path / name).write_bytes((made / name).read_bytes())
    (tmp_path / "public-keys.json").write_bytes(b'{"desks": {}, "format": "motcua-public-keys/1"}')
    with closing(sqlite3.connect(folder.public)) as raw, raw:
        raw.executescript(FIRST_VERSION)
    for words in (("check",), ("serve", "--only", "public"), ("serve", "--only", "office", "--port", "18998")):
        status, said = run(folder, *words)
        assert (status, "chưa niêm phong" in said) == (1, True)
    status, said = run(folder, "status")
    assert (status, "chờ đối chiếu với thư" in said) == (0, True)
    with closing(open_district(folder, None, world)) as district:
        district.public.shrink([letter.id for letter in district.public.waiting(7)])
        assert district.public.answer(Token("birth", 7, 9), 3, clock()).state == "first"
    public_pages(folder, world)


def run(folder, *words):
    secrets = {"DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"}
    done = CliRunner().invoke(main, ["--data", str(folder.root), *words], env=secrets, catch_exceptions=False)
    return done.exit_code, done.output


# What the ballots of a letter come to


def ballot(turn, state, score=0, **more):
    return Ballot(turn, state, more.pop("kind", "birth"), "2026-11-21", 9, score, **more)


def folded(*ballots, disputed=False):
    kept = fold(Waiting(7, 1, "birth", "2026-11-21", "a"), disputed, ballots)
    return kept and (kept.score, kept.scale, kept.contradicted)


@pytest.mark.parametrize(
    ("later", "comes_to"),
    [
        ([], (2, 3, False)),
        ([ballot(2, "again", 2)], (2, 3, False)),
        ([ballot(2, "again", 3)], (2, 3, True)),
        ([ballot(2, "again", 1)], (1, 3, True)),
        ([ballot(2, "again", 1), ballot(3, "changed", 3)], (1, 3, True)),
        ([ballot(2, "changed", 3), ballot(3, "changed", 1)], (1, 3, False)),
        ([ballot(2, "again", 2, kind="death")], (2, 3, True)),
        ([ballot(2, "again", 4, scale=5)], (2, 3, False)),
        ([ballot(2, "again", 2, scale=5)], (2, 5, True)),
        ([ballot(2, "again", 5, scale=5)], (2, 3, True)),
        ([ballot(2, "changed", 5, scale=5)], (5, 5, False)),
    ],
)
def test_the_newest_of_who_holds_the_key_counts_unless_somebody_else_was_less_satisfied(later, comes_to):
    ballots = [ballot(1, "first", 2), *later]
    assert folded(*ballots) == folded(*ballots[::-1]) == comes_to
    assert folded(*ballots, disputed=True) == (*comes_to[:2], True)


def test_codes_of_another_kind_keep_no_family_from_its_letter():
    family, strange = ballot(2, "again", 3), ballot(1, "first", 1, kind="death")
    letter = Waiting(7, 1, "death", "2026-11-21", "a")
    found = fold(letter, False, [strange, family, ballot(3, "changed", 1, kind="death")], "birth")
    assert (found.kind, found.score, found.contradicted) == ("birth", 3, False)
    mine, later = ballot(1, "first", 3), ballot(2, "again", 1, kind="death")
    said = ballot(3, "words", reasons=("quick",), comment="Cảm ơn")
    kept = fold(letter, False, [mine, later, said], "birth")
    assert (kept.kind, kept.score, kept.contradicted, kept.comment) == ("birth", 3, False, "Cảm ơn")
    assert fold(letter, False, [strange], "birth").kind == "death", "no letter of that kind, shown beside"


def test_without_the_first_ballot_a_letter_has_no_answer():
    assert folded(ballot(2, "changed", 3)) is None
    assert folded(ballot(0, "first", 3)) is None
    assert folded() is None
