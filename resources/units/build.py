"""Make units.tsv from the data file of the PyPI package vietnamadminunits 1.0.4 (MIT). Run once by a developer.

    pip install --no-deps --target FOLDER vietnamadminunits==1.0.4
    python resources/units/build.py FOLDER/vietnamadminunits/data

The program reads units.tsv only; it never imports the package.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from common.names import fold

KINDS = ("Thành phố", "Thị trấn", "Thị xã", "Đặc khu", "Phường", "Huyện", "Tỉnh", "Quận", "Xã")
CENSUS = (
    "vietnamadminunits 1.0.4, đơn vị cũ theo hiện trạng trước 01/07/2025; đơn vị đổi tên, nhập, tách sớm hơn chưa có"
)
EDITION = "2026-11-21"
REFORM = "Quyết định 19/2025/QĐ-TTg, từ 01/07/2025"
ERAS = (
    # 63 provinces and cities exist since Hà Tây joined Hà Nội on 01/08/2008 (NQ 15/2008/QH12).
    ("old", "2008-08-01", "2025-06-30", CENSUS),
    ("hue-1", "2008-08-01", "2024-12-31", CENSUS),
    ("hue-2", "2025-01-01", "2025-06-30", "Nghị quyết 175/2024/QH15, thành phố trực thuộc trung ương từ 01/01/2025"),
    ("new", "2025-07-01", "", REFORM),
    ("dong-nai-1", "2025-07-01", "2026-04-29", REFORM),
    (
        "dong-nai-2",
        "2026-04-30",
        "",
        "Kỳ họp thứ nhất Quốc hội khóa XVI (Nghị quyết 31/2026/QH16); ngày 30/04/2026 chưa đối chiếu với Công báo",
    ),
)
# Island districts without communes became one special zone each.
ISLANDS = {
    "huyenbachlongvi": "dackhubachlongvi",
    "huyenconco": "dackhuconco",
    "huyenhoangsa": "dackhuhoangsa",
    "huyenlyson": "dackhulyson",
    "huyencondao": "dackhucondao",
}
Conversion = dict[str, dict[str, Any]]
Row = tuple[str, str, str, str]  # code, parent, official name, era


def units(db: sqlite3.Connection) -> Iterator[Row]:
    """Every unit in every version."""
    provinces = "select distinct provinceCode, province from {} order by 1"
    for code, name in db.execute(provinces.format("admin_units_legacy")):
        if code == "46":
            yield code, "", "Tỉnh Thừa Thiên Huế", "hue-1"
        yield code, "", name, "hue-2" if code == "46" else "old"
    for code, name in db.execute(provinces.format("admin_units")):
        yield code, "", name, "dong-nai-1" if code == "75" else "new"
        if code == "75":
            yield code, "", "Thành phố Đồng Nai", "dong-nai-2"
    for row in db.execute("select distinct districtCode, provinceCode, district from admin_units_legacy order by 1"):
        yield (*row, "old")
    for row in db.execute(
        "select wardCode, districtCode, ward from admin_units_legacy where ward is not null order by 1"
    ):
        yield (*row, "old")
    for row in db.execute("select wardCode, provinceCode, ward from admin_units order by 1"):
        yield (*row, "new")


def successors(db: sqlite3.Connection, conversion: Conversion) -> dict[str, list[str]]:
    """Old code → new codes, the one that took the seat or the larger part first."""
    old = {
        f"{province}_{district}_{ward or ''}": (code or district_code, district_code)
        for province, district, ward, code, district_code in db.execute(
            "select provinceKey, districtKey, wardKey, wardCode, districtCode from admin_units_legacy"
        )
    }
    rows = db.execute("select provinceKey, wardKey, wardCode from admin_units")
    new = {(province, ward): code for province, ward, code in rows}
    found: dict[str, list[str]] = {}
    for source, target in _pairs(conversion):
        found.setdefault(old[source][0], []).append(new[target])
    _untangle(found, {code: (key.rpartition("_")[2], district) for key, (code, district) in old.items()})
    for code, district in old.values():
        if code != district:
            found.setdefault(district, []).extend(c for c in found[code] if c not in found.get(district, []))
    return found | _province_successors(db, conversion)


def _untangle(found: dict[str, list[str]], places: dict[str, tuple[str, str]]) -> None:
    """Part namesakes the source took for one: two old communes of one name, in two districts, with the same successors.

    A new commune keeps the code of one that merged into it, so each namesake goes where that code lies in its district.
    """
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for code, targets in found.items():
        if len(targets) > 1:
            alike.setdefault((places[code][0], tuple(sorted(targets))), []).append(code)
    for codes in alike.values():
        for code in codes if len(codes) > 1 else ():
            near = [target for target in found[code] if places[target][1] == places[code][1]]
            found[code] = near or found[code]


def _pairs(conversion: Conversion) -> Iterator[tuple[str, tuple[str, str]]]:
    for province, wards in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, sources in wards.items():
            yield from ((source, (province, ward)) for source in sources)
    for province, sources in conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
        for source, wards in sources.items():
            for ward in sorted(wards, key=lambda ward: not ward["isDefaultNewWard"]):
                yield source, (province, ward["newWardKey"])


def _province_successors(db: sqlite3.Connection, conversion: Conversion) -> dict[str, list[str]]:
    old = dict(db.execute("select distinct provinceKey, provinceCode from admin_units_legacy"))
    new = dict(db.execute("select distinct provinceKey, provinceCode from admin_units"))
    return {old[source]: [new[key]] for key, sources in conversion["DICT_PROVINCE"].items() for source in sources}


def lines(folder: Path) -> Iterator[str]:
    """The table, line by line: eras (E), units (U), successors (S)."""
    db = sqlite3.connect(folder / "dataset.db")
    conversion = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))
    yield "motcua-units/1"
    yield f"V\t{EDITION}"
    yield from ("\t".join(("E", *era)) for era in ERAS)
    for code, parent, official, era in units(db):
        official = unicodedata.normalize("NFC", " ".join(official.split()))
        # The source writes a few kinds as "Thị Trấn"; the name after the kind is taken as it stands.
        kind = next(kind for kind in KINDS if official.lower().startswith(f"{kind.lower()} "))
        name = official[len(kind) + 1 :]
        yield "\t".join(("U", code, parent, kind, name, era, fold(name)))
    for code, targets in sorted(successors(db, conversion).items()):
        yield "\t".join(("S", code, *dict.fromkeys(targets)))


if __name__ == "__main__":
    text = "\n".join(lines(Path(sys.argv[1]))) + "\n"
    Path(__file__).with_name("units.tsv").write_text(text, encoding="utf-8", newline="\n")
