"""The one box: everything a tired clerk types for the same few people, as a table."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from db_samples import UNIT, birth, death, marriage, person, subject

from common.names import PersonName
from desk_app.db.register import Register
from desk_app.db.search import Asked
from desk_app.domain.events import Birth, Death
from desk_app.domain.people import CitizenId, Declarant, Person
from desk_app.domain.sought import read_sought

TODAY = date(2026, 11, 20)
HEN = Person(
    PersonName("H’Hen Niê"),
    residence="buôn Sut M’Đưng, xã Cư Suê",
    citizen_id=CitizenId("066301004321"),
    id_paper="CMND 240123456",
)
OLD_PLACE = "thôn Bến Trà, xã Xuân Định, huyện Xuân Lộc"


def _people() -> dict[str, Birth | Death]:
    lan = Person(PersonName("Trần Thị Ngọc Lan"), residence=OLD_PLACE, citizen_id=CitizenId("052198001234"))
    return {
        "an": birth("Nguyễn Văn An", "2026-01-03", "5", mother=lan, father=person("Nguyễn Hòa Bình", "1996")),
        "anh": birth("Nguyễn Vân Anh", "2025-11-30", "212", mother=person("Lý Thị Mỹ", "1999-03-05")),
        "dang": birth("Đặng Minh Thuỳ", "2026-01-20", "6", hamlet="thôn Đông Bình"),
        "khoa": birth("Phạm Đăng Khoa", "2026-02-01", "12A/2026"),
        "hen": birth("Y Moan Êban", "2026-02-02", "7", mother=HEN),
        "jean": birth("Jean-Paul Trương", "2024-05-06", "08/2024", book="02/2024"),
        "ut": death("Trần Thị Út"),
    }


@pytest.fixture(scope="module")
def typed(blank: Path, key: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., list[str]]]:
    """What is found, best first, by names of this file's own."""
    folder = Path(shutil.copytree(blank, tmp_path_factory.mktemp("typed") / "desk"))
    register = Register.open(folder, key, os.urandom, "test")
    known: dict[int, str] = {}
    with register.work() as work:
        for name, one in _people().items():
            known[work.registrations.add(one, subject()).id] = name
        told = {"mother_name": PersonName("Võ Thị Sương"), "declarant": Declarant(PersonName("Châu Quốc Huy"), "con")}
        known[work.registrations.add(replace(death("Lê Quốc Tuấn", "9"), **told), subject()).id] = "tuan"
        known[work.registrations.add(marriage("Huỳnh Trọng Nghĩa", "Mai Thị Quý", "41"), subject()).id] = "nghia"
        known[work.registrations.add(marriage("Lê Công Bình", "Nguyễn Thị Xoan", "42"), subject()).id] = "split"
        work.registrations.void(next(id for id, name in known.items() if name == "khoa"), "ghi thử")
        work.commit()

    def typed(text: str, further: bool = True, **more: object) -> list[str]:
        with register.reading() as reading:
            asked = Asked(read_sought(text, TODAY), further=further, **more)  # type: ignore[arg-type]
            return [known[id] for id in reading.search.hits(asked)]

    yield typed
    register.close()


NAMES = [
    ("Nguyễn Văn An", "an"),
    ("nguyen van an", "an"),
    ("NGUYEN VAN AN", "an"),
    ("an nguyen van", "an"),  # any order
    ("văn an nguyễn", "an"),
    ("nguyễn an", "an"),  # a word left out
    ("nguye vă an", "an"),  # last letters left out
    ("nguyn van an", "an"),  # one letter left out
    ("nguyen vann an", "an"),  # doubled
    ("ngueyn van an", "an"),  # swapped
    ("nguyeb van an", "an"),  # the key beside
    ("Nguyễn Van Ân", "an"),  # wrong marks
    ("nguyeenx vawn an", "an"),  # Telex, no input method
    ("nguye6n4 va8n an", "an"),  # VNI
    ("nguyênx văn an", "an"),  # half of it
    ("nguyenvan an", "an"),  # a space forgotten
    ("ngu yen van an", "an"),  # a space too many
    (normalize("NFD", "Nguyễn Văn An"), "an"),
    ("nguyễn  văn\u00a0an ", "an"),
    ("Nguyễn Hoà Bình", "an"),  # father, the tone where the old school writes it
    ("hoà bình", "an"),
    ("trần thị ngọc lan", "an"),  # mother
    ("ngoc lan tran", "an"),
    ("tran ngoc lan", "an"),
    ("trna ngoc lam", "an"),  # two slips in two words
    ("lan binh", "an"),  # mother and father
    ("lí thị mĩ", "anh"),  # i for y
    ("li mi", "anh"),
    ("dang minh thuy", "dang"),
    ("Đặng Minh Thùy", "dang"),
    ("ĐẶNG MINH THUỲ", "dang"),
    ("ddawngj minh thuyf", "dang"),
    ("d9a8ng5 minh", "dang"),
    ("Ðặng minh", "dang"),  # the letter of another alphabet
    ("đăng khoa", "khoa"),
    ("pham dang khoa", "khoa"),  # void, and found
    ("h'hen", "hen"),
    ("h’hen nie", "hen"),
    ("hhen", "hen"),
    ("H Hen", "hen"),
    ("nie hhen", "hen"),
    ("eban y moan", "hen"),
    ("y-moan", "hen"),
    ("jean paul", "jean"),
    ("Jean-Paul", "jean"),
    ("trương jean", "jean"),
    ("chuong jean", "jean"),  # as it is heard
    ("võ thị sương", "tuan"),  # the mother of somebody who died
    ("vo thi xuong", "tuan"),  # misheard
    ("châu quốc huy", "tuan"),  # who came to the desk
    ("huynh trong nghia", "nghia"),
    ("huỳnh chọng nghĩa", "nghia"),
    ("mai thi qui", "nghia"),
    ("nghĩa quý", "nghia"),
]
FIGURES = [
    ("5", "an"),
    ("005", "an"),
    ("05/2026", "an"),
    ("5/2026", "an"),
    ("5 / 2026", "an"),
    ("5-2026", "an"),
    ("số 5", "an"),
    ("so 05 nam 2026", "an"),
    ("số 5, quyển 01/2026", "an"),
    ("5 quyển 1/2026", "an"),
    ("212", "anh"),
    ("12a", "khoa"),
    ("12A/2026", "khoa"),
    ("8/2024", "jean"),
    ("quyển 02/2024", "jean"),
    ("quyen 2/2024", "jean"),
    ("03/01/2026", "an"),
    ("3/1/26", "an"),
    ("03-01-2026", "an"),
    ("3.1.2026", "an"),
    ("2026-01-03", "an"),
    ("03012026", "an"),
    ("sinh ngày 3 tháng 1 năm 2026", "an"),
    ("ngày 3/1", "an"),
    ("11/2025", "anh"),
    ("tháng 11 năm 2025", "anh"),
    ("sinh 1996", "an"),
    ("5/3/1999", "anh"),  # the mother's day of birth
    ("an 2026", "an"),
    ("nguyen an 1996", "an"),
    ("vân anh, sinh 30/11/2025", "anh"),
    ("minh thuy số 6", "dang"),
    ("052198001234", "an"),
    ("052 198 001 234", "an"),
    ("052.198.001.234", "an"),
    ("052198", "an"),
    ("4321", "hen"),  # how a personal number ends
    ("240 123 456", "hen"),
    ("240123456", "hen"),  # an old card's number
    ("khai tử tuấn", "tuan"),
    ("kết hôn nghĩa", "nghia"),
]
PLACES = [
    ("thôn Bến Trà", "an"),
    ("ben tra", "an"),
    ("bến trà, xuân định", "an"),
    ("xuan dinh", "an"),
    ("khu phố Sut", "hen"),
    ("ngọc lan bến trà", "an"),
    ("lan, xã xuân định", "an"),
    ("đông bình", "dang"),
    ("minh thuỳ đông bình", "dang"),
    ("buôn sut", "hen"),
    ("cu sue", "hen"),
]


@pytest.mark.parametrize(("text", "who"), NAMES + FIGURES + PLACES)
def test_what_a_clerk_types_finds_whom_the_clerk_means_first(typed, text: str, who: str) -> None:
    assert typed(text)[:1] == [who]


@pytest.mark.parametrize(
    "text", ["", " ", "...", "'", '"', '"* OR', "%", "(", "NEAR(an, b)", "\ue003", "xyz qwk", "9" * 300, "-" * 300]
)
def test_signs_and_nonsense_find_nobody_and_trouble_nobody(typed, text: str) -> None:
    assert typed(text) == []


def test_the_exact_comes_before_the_unmarked_and_that_before_slips(typed) -> None:
    assert typed("vân a")[0] == "anh"
    assert typed("văn a")[0] == "an"
    assert typed("nguyễn vân")[:2] == ["anh", "an"]
    assert typed("an vân nguyễn")[0] == "anh"


def test_behind_slips_whoever_bears_all_the_words_comes_before_those_who_share_them(typed) -> None:
    assert typed("nguyn bihn") == ["an", "split"]


def test_slips_are_thought_of_only_after_a_pause_and_only_where_hardly_anything_is_found(typed) -> None:
    assert typed("nguyn van an", further=False) == []
    assert typed("ben tra", further=False) == []
    assert typed("thi", further=True) == typed("thi", further=False)


def test_words_apart_are_found_at_once_when_nothing_stands_together(typed) -> None:
    assert typed("nguyen an", further=False) == ["an", "anh"]
    assert typed("sinh 1996", further=False) == ["an"]


def test_only_one_kind_of_event_is_listed_when_asked(typed) -> None:
    assert typed("tran", event="death") == ["ut"]
    assert typed("tran", event="birth") == ["an"]
    assert sorted(typed("t", event="marriage")) == ["nghia", "split"]


def test_a_place_counts_under_its_other_names(typed) -> None:
    asked: list[str] = []

    def others(text: str) -> tuple[str, ...]:
        asked.append(text)
        return ("Xuân Định", UNIT) if text == "xa xuan que" else ()

    assert typed("xã Xuân Quế", places=others)[0] == "an" or set(typed("xã Xuân Quế", places=others)) > {"an"}
    assert "xa xuan que" in asked
