import pytest
from db_samples import birth, marriage, person, subject


@pytest.fixture
def find(register):
    """Find registrations of a small office: the names of the hits."""
    with register.work() as work:
        for name in ("Nguyễn Văn An", "Nguyễn Thị Lan", "Trần Văn Lân", "Phạm Thị Lần", "Đặng Minh Anh"):
            work.registrations.add(birth(name), subject())
        work.registrations.add(marriage("Y Moan Êban", "H’Hen Niê"), subject())
        work.registrations.add(
            birth("Lê Bông", number="77", mother=person("Cao Thị Sáo", "", "052199001234")), subject()
        )
        work.commit()

    def find(text: str, limit: int = 50) -> list[str]:
        with register.reading() as reading:
            return [", ".join(hit.names) for hit in reading.search.find(text, limit)]

    return find


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("dang", ["Đặng Minh Anh"]),
        ("ĐẶNG minh", ["Đặng Minh Anh"]),
        ("van a", ["Nguyễn Văn An"]),
        ("  Văn   An ", ["Nguyễn Văn An"]),
        ("hhen", ["Y Moan Êban, H’Hen Niê"]),
        ("h hen", ["Y Moan Êban, H’Hen Niê"]),
        ("H'Hen niê", ["Y Moan Êban, H’Hen Niê"]),
        ("eban", ["Y Moan Êban, H’Hen Niê"]),
        ("Cao Thị", ["Lê Bông"]),
        ("052199001234", ["Lê Bông"]),
        ("77", ["Lê Bông"]),
        ("077/2026", ["Lê Bông"]),
        ("77/2025", []),
        ("xyz", []),
        ("", []),
        ('"* OR', []),
        ("%", []),
    ],
)
def test_a_registration_is_found_by_what_a_clerk_types(find, typed, hits):
    assert find(typed) == hits


def test_the_very_tones_that_were_typed_come_first(find):
    assert find("lân")[0] == "Trần Văn Lân"
    assert find("lần")[0] == "Phạm Thị Lần"
    assert sorted(find("lân")) == sorted(find("lan")) == ["Nguyễn Thị Lan", "Phạm Thị Lần", "Trần Văn Lân"]


def test_decomposed_typing_finds_the_same(find):
    assert find("la\u0302n")[0] == "Trần Văn Lân"


def test_words_that_are_not_neighbours_are_found_newest_first(register, find):
    with register.work() as work:
        work.registrations.add(birth("Nguyễn Hữu An"), subject())
        work.commit()
    assert find("nguyen an") == ["Nguyễn Hữu An", "Nguyễn Văn An"]


def test_at_most_as_many_as_asked_for_are_found(find):
    assert len(find("n", 3)) == 3
    assert find("n", 0) == []


def test_after_an_amendment_only_the_new_name_is_found(register, find):
    with register.work() as work:
        (hit,) = work.search.find("Đặng Minh Anh")
        work.registrations.amend(hit.id, birth("Đặng Minh Ánh Tuyết"), "bổ sung tên")
        work.commit()
    assert find("tuyet") == find("dang") == ["Đặng Minh Ánh Tuyết"]
    assert find("minh anh") == ["Đặng Minh Ánh Tuyết"]


def test_a_hit_says_event_date_number_and_whether_it_still_counts(register, find):
    with register.work() as work:
        (hit,) = work.search.find("77")
        work.registrations.void(hit.id, "nhầm")
        (void,) = work.search.find("Lê Bông")
    assert (hit.event, hit.names, hit.date, hit.number, hit.state) == (
        "birth",
        ("Lê Bông",),
        "2026-02-05",
        "77",
        "live",
    )
    assert void.state == "void"
