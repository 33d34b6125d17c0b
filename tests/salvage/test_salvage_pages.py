"""Whatever bytes of a register are overwritten: what can be read is read, the rest is named, nothing is written."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hand_clock import Clock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from salvage_kit import (
    DAY,
    ENTERED,
    HOME,
    KEY,
    KNOWN_ID,
    KNOWN_NAME,
    LETTERS,
    PAGE,
    Made,
    copy_of,
    overwrite,
    prints,
    read_by_sqlite,
)

from common.words.salvage import NAMED
from desk_app.db import rows
from desk_app.db.engine import Tuning, connect
from desk_app.db.journal import Entry
from desk_app.db.register import Register
from desk_app.db.salvage import gather
from desk_app.db.salvage_books import read_books
from desk_app.db.salvage_cells import TABLE_LEAF, kind_of, rows_of
from desk_app.db.salvage_lines import read_lines
from desk_app.db.salvage_pages import Pages, open_files
from desk_app.domain.events import AnyRegistration
from desk_app.services.restoring import Ground
from desk_app.services.salvage import Found, salvage
from desk_app.services.salvage_tables import note

ENDURE = os.environ.get("ENDURE") == "1"
EXAMPLES = 400 if ENDURE else 6


def no_step(done: int, total: int) -> None:
    """Nobody watches."""


def read(folder: Path) -> Found:
    return salvage(Ground(folder, Clock(), os.urandom), KEY, no_step)


@dataclass(frozen=True, slots=True)
class Map:
    """Which pages each registration's newest version stands on, and the pages of everything else it hangs on."""

    pages: dict[int, set[int]] = field(repr=False)


@pytest.fixture(scope="session")
def where(made: Made) -> Map:
    """Computed by the reading itself on the whole file: page by page, with every page of an overflow."""
    file, log = open_files(made.folder, "register.db")
    assert file
    pages, found = Pages(file, log, made.data_key), dict[int, set[int]]()
    free = pages.free()
    for number in set(range(1, pages.count + 1)) - free:
        page = pages.page(number)
        assert page
        if kind_of(number, page) != TABLE_LEAF:
            continue
        asked: set[int] = set()

        def watched(n: int, asked: set[int] = asked) -> object:
            asked.add(n)
            return pages.page(n)

        for row in rows_of(number, page, watched):  # type: ignore[arg-type]
            if len(row.values) == 8 and isinstance(row.values[0], int) and isinstance(row.values[1], int):
                found.setdefault(row.values[0], set()).update({number, *asked})
    file.close()
    return Map(found)


def test_a_whole_register_is_read_as_sqlite_reads_it(made: Made, damaged: Path) -> None:
    found = read(damaged)
    assert [one.registration for one in found.read] == list(made.entered) == list(read_by_sqlite(made, damaged))
    assert (found.missing, found.broken, found.gaps, found.letters_lost) == ((), 0, (), ())
    assert (len(found.letters), len(found.drafts)) == (LETTERS, 1)
    assert [(span.first, span.proved) for span in found.spans] == [(1, True)]
    assert [one.id for one in found.read if not one.live] == [8]
    assert all(one.sure and one.newest for one in found.read)


def test_the_broken_pages_are_those_that_the_cipher_names_itself(made: Made, damaged: Path) -> None:
    for page in (3, 40, 41, 100):
        overwrite(damaged, page * PAGE + 77, b"\xff" * 9)
    named = connect(damaged / "register.db", made.data_key, Tuning()).execute("PRAGMA cipher_integrity_check")
    told = sorted(int(text.rsplit(" ", 1)[1]) for (text,) in named.fetchall())
    assert list(gather(damaged, made.data_key, no_step).broken) == told == [4, 41, 42, 101]


@st.composite
def damages(draw: st.DrawFn) -> tuple[str, int, int, int]:
    """How (overwritten, zeroed, cut off), where in thousandths of the file, how many bytes, and a seed of noise."""
    way = draw(st.sampled_from(("noise", "zeros", "cut")))
    return way, draw(st.integers(0, 999)), draw(st.sampled_from((1, 16, 4096, 65536))), draw(st.integers(0, 99))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damages())
def test_what_no_damaged_page_holds_is_read_in_full_and_the_rest_is_named(
    made: Made, where: Map, tmp_path_factory: pytest.TempPathFactory, damage: tuple[str, int, int, int]
) -> None:
    folder = copy_of(made, tmp_path_factory.mktemp("broken") / "quầy 1")
    touched = set(strike(folder, damage))
    before = prints(folder)
    found = read(folder)
    assert prints(folder) == before, "the damaged folder is only read"
    by_id = {one.id: one for one in found.read}
    for id, pages in where.pages.items():
        if not pages & touched:
            assert by_id[id].registration == made.entered[id - 1], f"registration {id} stands on whole pages"
    wrong = [one.id for one in found.read if one.sure and one.newest and one.registration != made.entered[one.id - 1]]
    assert wrong == ([7] if wrong and found.gaps else [])  # the amendment may lie in lines that are told as missing
    named = {(one.event, one.number) for one in found.missing}
    every = {(one.event, one.number) for one in made.entered}
    read_ones = {(one.registration.event, one.registration.number) for one in found.read}
    assert every - read_ones <= named or found.gaps or damage[0] == "cut"
    assert len(found.read) + len(found.missing) <= ENTERED, "nothing is told twice"


def test_one_read_without_its_row_is_not_told_as_missing_though_its_line_names_nobody(made: Made) -> None:
    gathered = gather(made.folder, made.data_key, no_step)
    subject = gathered.rows(rows.registrations)[KNOWN_ID].told["subject"]
    unnamed = {position for position, row in gathered.rows(rows.journal).items() if row.told["subject"] == subject}
    left = {
        "registrations": {id: row for id, row in gathered.rows(rows.registrations).items() if id != KNOWN_ID},
        "journal_parts": {key: row for key, row in gathered.rows(rows.journal_parts).items() if key[0] not in unnamed},  # type: ignore[index]
    }
    numbers = {id: number for id, number in gathered.numbers.items() if id != KNOWN_ID}
    holed = replace(gathered, tables={**gathered.tables, **left}, numbers=numbers, subjects=())
    books = read_books(holed, read_lines(holed, None))
    assert [one.registration for one in books.read] == list(made.entered)
    assert books.missing == ()


def strike(folder: Path, damage: tuple[str, int, int, int]) -> Iterator[int]:
    """Damage the file and give the pages that are no longer as they were."""
    way, place, length, seed = damage
    file = folder / "register.db"
    size = file.stat().st_size
    start = place * size // 1000
    if way == "cut":
        os.truncate(file, start)
        yield from range(start // PAGE + 1, size // PAGE + 1)
        return
    raw = file.read_bytes()
    end = min(start + length, size)
    noise = random.Random(seed).randbytes(end - start) if way == "noise" else bytes(end - start)
    overwrite(folder, start, noise)
    for number in range(start // PAGE, (end - 1) // PAGE + 1):
        if raw[number * PAGE : (number + 1) * PAGE] != file.read_bytes()[number * PAGE : (number + 1) * PAGE]:
            yield number + 1


@pytest.mark.parametrize("damage", ["first page zeroed", "salt gone", "one byte of the salt"])
def test_the_first_page_may_be_gone_and_every_registration_is_still_read(
    made: Made, damaged: Path, damage: str
) -> None:
    other = bytes([made.file.read_bytes()[0] ^ 0xFF])  # a salt is random: any fixed byte may stand there already
    raw = {"first page zeroed": bytes(PAGE), "salt gone": b"\x55" * 16, "one byte of the salt": other}[damage]
    overwrite(damaged, 0, raw)
    found = read(damaged)
    assert [one.registration for one in found.read] == list(made.entered)
    assert all(one.sure for one in found.read), "the journal witnesses what the seals no longer can"
    assert found.broken == (1 if damage == "one byte of the salt" else found.pages)


def test_a_flipped_bit_costs_one_row_at_most_and_never_changes_a_name_unsaid(made: Made, tmp_path: Path) -> None:
    flips = random.Random(3)
    size = made.file.stat().st_size
    raw = made.file.read_bytes()
    folder = copy_of(made, tmp_path / "quầy 1")
    for _ in range(120 if ENDURE else 3):
        place = flips.randrange(size)
        overwrite(folder, place, bytes([raw[place] ^ 1 << flips.randrange(8)]))
        found = read(folder)
        overwrite(folder, place, raw[place : place + 1])
        assert len(found.read) >= ENTERED - 3
        assert all(one.registration == made.entered[one.id - 1] for one in found.read if one.sure)
        assert all(told_of(one.registration) == told_of(made.entered[one.id - 1]) for one in found.read if one.named)


def told_of(one: AnyRegistration) -> tuple[object, ...]:
    """What the journal witnesses of a registration."""
    return [name.text for name in one.principals()], one.happened_on, one.book, one.number


def test_a_changed_home_on_a_broken_page_is_told_although_names_day_and_number_are_witnessed(
    made: Made, damaged: Path
) -> None:
    raw = (damaged / "register.db").read_bytes()
    end = PAGE - 80
    for start in range(PAGE, len(raw), PAGE):
        cipher = Cipher(algorithms.AES(made.data_key), modes.CBC(raw[start + end : start + end + 16]))
        content = cipher.decryptor().update(raw[start : start + end])
        changed_home = content.replace(HOME.encode(), HOME.replace("ô", "ơ").encode())
        if changed_home != content:
            overwrite(damaged, start, cipher.encryptor().update(changed_home))
    found = read(damaged)
    changed = [one for one in found.read if one.registration != made.entered[one.id - 1]]
    assert changed
    assert [one.id for one in changed if one.sure] == []
    assert {note(one) for one in changed if one.named and one.live and one.newest} == {NAMED}


def test_a_packed_page_that_lies_is_a_letter_lost_and_costs_nothing_else(made: Made, damaged: Path) -> None:
    connection = connect(damaged / "register.db", made.data_key, Tuning())
    connection.execute("DROP TRIGGER letters_page_stays")
    connection.execute("UPDATE letters SET page = substr(page, 1, 60) WHERE id = 1")
    connection.close()
    found = read(damaged)
    assert (len(found.read), len(found.letters), len(found.letters_lost)) == (ENTERED, LETTERS - 1, 1)


def test_a_name_changed_behind_the_seal_is_never_sure_while_its_neighbours_are(made: Made, damaged: Path) -> None:
    raw = (damaged / "register.db").read_bytes()
    end = PAGE - 80
    for start in range(PAGE, len(raw), PAGE):
        cipher = Cipher(algorithms.AES(made.data_key), modes.CBC(raw[start + end : start + end + 16]))
        content = cipher.decryptor().update(raw[start : start + end])
        if b'"child"' in content and KNOWN_NAME.encode() in content:
            changed = content.replace(b"Minh Th", b"Manh Th")
            overwrite(damaged, start, cipher.encryptor().update(changed))
            break
    found = {one.id: one for one in read(damaged).read}
    assert KNOWN_NAME not in {name.text for name in found[KNOWN_ID].registration.principals()}
    assert [one.id for one in found.values() if not one.named] == [KNOWN_ID]
    assert not found[KNOWN_ID].sure
    assert len(found) == ENTERED


def test_what_lies_only_in_the_log_is_read_and_a_broken_frame_is_told(made: Made, damaged: Path) -> None:
    connection = connect(damaged / "register.db", made.data_key, Tuning())
    connection.execute("UPDATE drafts SET kept_at = '2026-11-21T08:00:00'")
    connection.execute("UPDATE office SET value = value || ' '")
    log = (damaged / "register.db-wal").read_bytes()
    left = copy_of(Made(damaged, made.data_key, "", ()), damaged.parent / "lying log")
    connection.close()
    assert [one.at for one in read(left).drafts] == ["2026-11-21T08:00:00"]
    assert not read(left).log_broken
    overwrite(left, 32 + 24 + 100, bytes(64), "register.db-wal")
    found = read(left)
    assert found.log_broken
    assert (len(found.read), len(found.drafts)) == (ENTERED, 1)
    assert len(log) > 2 * PAGE


def test_nothing_but_an_empty_or_foreign_file_gives_nothing_and_never_an_empty_register(damaged: Path) -> None:
    for raw in (b"", bytes(9 * PAGE), os.urandom(2 * PAGE + 7)):
        (damaged / "register.db").write_bytes(raw)
        before = prints(damaged)
        found = read(damaged)
        assert (found.read, found.missing) == ((), ())
        assert prints(damaged) == before
        assert found.gaps, "the marker still tells how many lines there were"


@pytest.mark.parametrize("first_page", ["whole", "gone"])
def test_what_the_law_had_erased_is_not_raised_again(made: Made, damaged: Path, first_page: str) -> None:
    register = Register.open(damaged, made.data_key, os.urandom)
    with register.work() as work:
        kept = work.registrations.get(KNOWN_ID)
        assert kept
        work.journal.append(Entry("erased", DAY, kept.subject, kept.version + 1, {}))
        work.registrations.erase(KNOWN_ID)
        work.journal.forget(kept.subject)
        work.commit()
    register.close()
    if first_page == "gone":
        overwrite(damaged, 0, bytes(PAGE))
    found = read(damaged)
    assert KNOWN_ID not in {one.id for one in found.read}
    assert (found.erased, len(found.read), found.missing) == (1, ENTERED - 1, ())
    assert KNOWN_NAME not in repr(found)


def test_what_was_dropped_is_not_raised_from_the_pages_that_sqlite_keeps_free(made: Made, damaged: Path) -> None:
    connection = connect(damaged / "register.db", made.data_key, Tuning())
    connection.execute("PRAGMA secure_delete = OFF")  # as in registers written by the first release
    told = [(f"nháp {number}", '{"hamlet":"' + "dài " * 300 + '"}') for number in range(40)]
    connection.executemany("INSERT INTO drafts VALUES (?, 'birth', ?, '2026-11-20T10:00:00')", told)
    connection.execute("DELETE FROM drafts WHERE kept_at = '2026-11-20T10:00:00'")
    connection.close()
    file, log = open_files(damaged, "register.db")
    assert len(Pages(file, log, made.data_key).free()) > 5
    assert file
    file.close()
    assert [draft.at for draft in read(damaged).drafts] == ["2026-11-20T09:00:00"]
    assert "dài dài" not in repr(read(damaged).drafts)


def test_the_shapes_of_the_tables_are_those_of_the_schema() -> None:
    """A column more in one of these tables, and what was written before and after must both be read."""
    stored = {
        table.name: len([c for c in table.columns if c.computed is None]) for table in rows.metadata.sorted_tables
    }
    expected = {"identity": 6, "registrations": 15, "registration_versions": 8, "letters": 15, "journal": 5}
    assert {name: stored[name] for name in expected} == expected
