"""Several at once on a PostgreSQL server: nobody's lines are lost or counted twice, and nobody waits without need."""

import json
import shutil
import threading
from contextlib import closing
from dataclasses import replace
from functools import partial

import pytest
from click.testing import CliRunner
from pretend_desk import PretendDesk, counting_random, enrol, state_of

from district.cli.commands import main
from district.house import open_district
from district.paths import Folder
from district.store.engine import StoreTrouble
from district.store.office import Act
from district.store.public_store import PublicStore
from district.store.store import Store
from district.upkeep import backup, flaws
from exchange.token import Token

AN_ACT = Act("2026-11-05T05:00:00Z", "lan", "view", "wall 2026")


@pytest.fixture
def other(district):
    """A second officer: another process as far as the server can tell, since every connection is its own."""
    opened = open_district(district.folder, None, replace(district.world, random=counting_random("other")))
    yield opened.sitting(opened.users.log_in("officer", "demo"))
    opened.close()


def at_once(*acts):
    """Run the acts side by side; what one of them raises is raised here."""
    raised = []

    def guarded(act):
        try:
            act()
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=guarded, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert raised == []


def take_all(sitting, raws):
    for raw in raws:
        assert sitting.receive(raw).verdict in ("accepted", "already-accepted", "waiting")


def test_two_officers_who_take_in_the_same_bundles_crosswise_end_as_one_would(sitting, other, desk, district, officer):
    second = enrol(district, PretendDesk("second", "00082"), officer)
    raws = []
    for one in (desk, second):
        for basis in (0, 2, 4):
            one.register_birth()
            one.register_birth()
            raws.append(one.bundle(basis))
    at_once(partial(take_all, sitting, raws), partial(take_all, other, raws[::-1]))
    with district.store.reading() as work:
        assert [work.lines.head(one.number) for one in (desk, second)] == [6, 6]
        assert [work.receipts.next_number(one.number) > 3 for one in (desk, second)] == [True, True]
    assert flaws(district) == ()


def test_answers_of_a_commune_are_counted_once_when_both_its_desks_are_taken_in_at_once(
    sitting, other, desk, district, officer, clock
):
    twin = enrol(district, PretendDesk("twin"), officer)
    for one in (desk, twin):
        for serial in range(1, 6):
            one.register_birth()
            one.prepare_letter(serial)
            district.public.answer(one.token(serial), 3, clock())
    at_once(partial(sitting.receive, desk.bundle()), partial(other.receive, twin.bundle()))
    sitting.receive(desk.bundle())
    with district.store.reading() as work:
        assert sum(batch.n for batch in work.batches.all()) == 10
    assert [district.public.waiting(one.number) for one in (desk, twin)] == [(), ()]


def test_votes_that_several_let_go_at_once_go_once(district, clock):
    for serial in range(1, 30):
        district.public.answer(Token("birth", 7, serial), 3, clock())
    ids = [letter.id for letter in district.public.waiting(7)]
    at_once(*[partial(district.public.shrink, some) for some in (ids, ids[::-1]) * 3])
    assert district.public.waiting(7) == ()


def test_who_looks_at_pages_waits_for_no_import_and_a_report_sees_one_moment(district, other):
    with other.store.work() as importing:
        importing.office.note(replace(AN_ACT, act="import"))
        with district.store.noting() as noted:
            noted.office.note(AN_ACT)
        with district.store.reading() as report:
            before = report.office.acts(9)
            assert AN_ACT in before
            with district.store.noting() as noted:
                noted.office.note(AN_ACT)
            assert report.office.acts(9) == before


def test_a_second_writer_who_waited_too_long_is_told_so(district, monkeypatch):
    connect = {"connect_args": {"options": "-c lock_timeout=20ms"}}
    monkeypatch.setattr("district.store.engine.SETTINGS", connect)
    with closing(Store.open(district.folder.office_url)) as late, district.store.work():
        with pytest.raises(StoreTrouble, match="store-busy"), late.work():
            pytest.fail("two writers at once")
        with late.reading() as work:
            assert work.office.facts() is not None


def test_a_line_that_breaks_in_the_middle_leaves_nothing_and_the_next_act_finds_another(district, databases_made):
    def lose():
        with district.store.work() as work:
            work.office.note(replace(AN_ACT, subject="lost"))
            end_every_line(databases_made.server)
            work.office.note(replace(AN_ACT, subject="lost too"))

    with pytest.raises(StoreTrouble, match="server-lost"):
        lose()
    with district.store.work() as work:
        work.office.note(AN_ACT)
        assert {act.subject for act in work.office.acts(9)} & {"lost", "lost too", AN_ACT.subject} == {AN_ACT.subject}


def test_answers_go_on_after_the_server_was_started_anew(district, databases_made, clock):
    assert district.public.answer(Token("birth", 7, 1), 3, clock()).state == "first"
    end_every_line(databases_made.server)
    assert district.public.answer(Token("birth", 7, 2), 3, clock()).state == "first"
    assert len(district.public.waiting(7)) == 2


def end_every_line(server):
    """As a server does that is stopped and started."""
    with closing(server.connect()) as master:
        master.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'district'")


def test_four_processes_that_start_at_once_on_empty_databases_make_the_tables_once(server_of_postgresql):
    office, public = (server_of_postgresql.make(f"fresh_{name}") for name in ("office", "public"))

    def start():
        Store.open(office).close()
        PublicStore.open(public, counting_random("start")).close()

    at_once(*[start] * 4)
    with closing(Store.open(office)) as store, store.reading() as work:
        assert work.office.facts() is None


def test_a_copy_is_an_office_in_files_and_is_carried_back_to_the_server(
    sitting, desk, district, server_of_postgresql, tmp_path, clock
):
    for serial in range(1, 8):
        desk.register_birth()
        desk.prepare_letter(serial)
    district.public.answer(desk.token(1), 1, clock())
    sitting.receive(desk.bundle())
    state, answers = state_of(district), district.public.answers(desk.number, sitting.keys)
    assert "office.db" in backup(district, tmp_path / "copy")
    copied = Folder(tmp_path / "copy")
    with closing(open_district(copied, None, district.world)) as alone:
        assert (state_of(alone), alone.public.answers(desk.number, sitting.keys), flaws(alone)) == (state, answers, ())
    back = [server_of_postgresql.make(f"back_{name}") for name in ("office", "public")]
    status, told = carry(copied.root, back)
    assert (status, told["lines"], told["retired"]) == (0, 14, ["office-carried.db", "public-carried.db"])
    with closing(open_district(replace(copied, office_at=back[0], public_at=back[1]), None, district.world)) as there:
        assert (state_of(there), there.public.answers(desk.number, sitting.keys), flaws(there)) == (state, answers, ())
        with there.store.work() as work:
            work.office.note(AN_ACT)  # the server goes on counting where the copy ended
            assert work.office.acts(1) == (AN_ACT,)
    assert carry(copied.root, back)[1]["trouble"]["code"] == "not-set-up"
    for name in ("office", "public"):
        shutil.move(copied.root / f"{name}-carried.db", copied.root / f"{name}.db")
    assert carry(copied.root, back)[1]["trouble"]["code"] == "target-not-empty"


def carry(folder, databases):
    given = ["--data", str(folder), "--json", "--now", "2026-11-05", "carry"]
    given += ["--database", databases[0], "--public-database", databases[1]]
    secrets = {"DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"}
    done = CliRunner().invoke(main, given, env=secrets, catch_exceptions=False)
    return done.exit_code, json.loads(done.stdout)
