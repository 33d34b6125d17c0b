"""Make the static cuts in this folder from the variable fonts (run by hand, once per font release).

    python resources/fonts/build.py SOURCES

SOURCES is a folder that holds, anywhere below it, the files named in SOURCE_FILES: EB Garamond 1.003 and Noto Sans
2.015 (both OFL 1.1 without a reserved name; on PyPI as fontpkg-eb-garamond and fontpkg-noto-sans) and Liberation
Serif 2.1.5 (OFL 1.1 with the reserved name Liberation, so its four files are copied unchanged; Debian package
fonts-liberation2). ReportLab prints only the default weight of a variable font and refuses CFF outlines, hence
static TrueType. The kerning tables take some minutes.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent


class Cut(NamedTuple):
    """One static cut: its PostScript name, the variable file it comes from, its weight, family and style names."""

    postscript: str
    source: str
    weight: int
    family: str
    style: str


GARAMOND, GARAMOND_ITALIC = "EBGaramond[wght].ttf", "EBGaramond-Italic[wght].ttf"
NOTO = "NotoSans[wdth,wght].ttf"
CUTS = (
    Cut("EBGaramond", GARAMOND, 400, "EB Garamond", "Regular"),
    Cut("EBGaramond-SemiBold", GARAMOND, 600, "EB Garamond", "SemiBold"),
    Cut("EBGaramond-Bold", GARAMOND, 700, "EB Garamond", "Bold"),
    Cut("EBGaramond-Italic", GARAMOND_ITALIC, 400, "EB Garamond", "Italic"),
    Cut("EBGaramond-MediumItalic", GARAMOND_ITALIC, 500, "EB Garamond", "Medium Italic"),
    Cut("NotoSans", NOTO, 400, "Noto Sans", "Regular"),
    Cut("NotoSans-Medium", NOTO, 500, "Noto Sans", "Medium"),
    Cut("NotoSans-SemiBold", NOTO, 600, "Noto Sans", "SemiBold"),
    Cut("NotoSans-Bold", NOTO, 700, "Noto Sans", "Bold"),
)
LIBERATION = {
    "LiberationSerif": "LiberationSerif-Regular.ttf",
    "LiberationSerif-Bold": "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic": "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic": "LiberationSerif-BoldItalic.ttf",
}
SOURCE_FILES = {cut.source for cut in CUTS} | set(LIBERATION.values())
# Latin with every extension that a passport may show, Vietnamese, combining marks, punctuation, a few signs.
BLOCKS = (
    (0x20, 0x7F),
    (0xA0, 0x250),
    (0x2B9, 0x2DE),
    (0x300, 0x370),
    (0x1E00, 0x1F00),
    (0x2000, 0x2070),
    (0x20A0, 0x20C0),
)
SIGNS = "№™−≠≤≥←↑→↓"
KEPT = [code for first, end in BLOCKS for code in range(first, end)] + [ord(sign) for sign in SIGNS]
FIXED_TIME = 0  # the same sources give the same bytes


def find_sources(folder: Path) -> dict[str, Path]:
    """Every needed source file found below `folder`, by name; SystemExit names what is missing."""
    found = {path.name: path for path in folder.rglob("*.ttf") if path.name in SOURCE_FILES}
    missing = sorted(SOURCE_FILES - found.keys())
    if missing:
        raise SystemExit(f"missing below {folder}: {', '.join(missing)}")
    return found


def instance(cut: Cut, source: Path) -> TTFont:
    """The static font of one cut with all its glyphs."""
    font = TTFont(source, recalcTimestamp=False)
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": cut.weight}
    static = instancer.instantiateVariableFont(font, axes)
    static["OS/2"].usWeightClass = cut.weight
    name_it(static, cut)
    static["head"].modified = static["head"].created = FIXED_TIME
    return static


def name_it(font: TTFont, cut: Cut) -> None:
    """Write the names by which printers (6) and screens (1, 2, 16, 17) find the cut."""
    table = font["name"]
    linked = cut.style in ("Regular", "Bold", "Italic")
    family = cut.family if linked else f"{cut.family} {cut.style.replace(' Italic', '')}"
    plain = cut.style if linked else ("Italic" if "Italic" in cut.style else "Regular")
    names = {1: family, 2: plain, 4: f"{cut.family} {cut.style}", 6: cut.postscript, 16: cut.family, 17: cut.style}
    for number in (3, 21, 22, 25):
        table.removeNames(nameID=number)
    for number, text in names.items():
        table.removeNames(nameID=number)
        table.setName(text, number, 3, 1, 0x409)


def subset(font: TTFont, layout: list[str]) -> None:
    """Keep the characters of KEPT and the layout features in `layout`; hints and editor tables go."""
    options = Options(hinting=False, glyph_names=False, notdef_outline=True, name_IDs=["*"], name_languages=["*"])
    options.layout_features = layout
    options.drop_tables += ["STAT", "DSIG", "MVAR"]
    if not layout:
        options.drop_tables += ["GPOS", "GSUB", "GDEF"]
    maker = Subsetter(options)
    maker.populate(unicodes=KEPT)
    maker.subset(font)


def pair_tables(font: TTFont) -> list[list[Any]]:
    """The pair positioning subtables of the kern feature, in the order in which a shaper tries them."""
    table = font["GPOS"].table
    wanted = sorted(
        {i for f in table.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    )
    return [[s.ExtSubTable if s.LookupType == 9 else s for s in table.LookupList.Lookup[i].SubTable] for i in wanted]


def pair_value(subtable: Any, left: str, right: str) -> int | None:
    """Advance change of the left glyph, or None when the subtable does not speak of the pair."""
    if subtable.LookupType != 2 or left not in subtable.Coverage.glyphs:
        return None
    if subtable.Format == 1:
        records = subtable.PairSet[subtable.Coverage.glyphs.index(left)].PairValueRecord
        hit = next((r for r in records if r.SecondGlyph == right), None)
        return None if hit is None else getattr(hit.Value1, "XAdvance", 0) or 0
    record = subtable.Class1Record[subtable.ClassDef1.classDefs.get(left, 0)]
    second = record.Class2Record[subtable.ClassDef2.classDefs.get(right, 0)]
    return getattr(second.Value1, "XAdvance", 0) or 0


def kern(lookups: list[list[Any]], left: str, right: str) -> int:
    """Sum over the lookups of the first subtable in each that speaks of the pair."""
    total = 0
    for subtables in lookups:
        values = (pair_value(subtable, left, right) for subtable in subtables)
        total += next((v for v in values if v is not None), 0)
    return total


def kerning(font: TTFont) -> dict[str, Any]:
    """Kerning of all kept characters as left classes, right classes and a table, in thousandths of an em."""
    names = font.getBestCmap()
    characters = [chr(code) for code in KEPT if code in names and not 0x300 <= code < 0x370]
    lookups, scale = pair_tables(font), 1000 / font["head"].unitsPerEm
    rows = {
        a: tuple(round(kern(lookups, names[ord(a)], names[ord(b)]) * scale) for b in characters) for a in characters
    }
    lefts = sorted(set(rows.values()))
    columns = list(zip(*lefts, strict=True))
    rights = sorted(set(columns))
    return {
        "left": ["".join(a for a in characters if rows[a] == cells) for cells in lefts],
        "right": ["".join(b for b, c in zip(characters, columns, strict=True) if c == column) for column in rights],
        "table": [[column[i] for column in rights] for i in range(len(lefts))],
    }


def main(folder: Path) -> None:
    """Write every cut and kerning.json beside this file."""
    sources = find_sources(folder)
    pairs = {}
    for cut in CUTS:
        font = instance(cut, sources[cut.source])
        pairs[cut.postscript] = kerning(font)
        # Screens shape Noto Sans with their own engine; paper uses kerning.json.
        subset(font, ["kern", "mark", "mkmk", "ccmp"] if cut.family == "Noto Sans" else [])
        font.save(HERE / f"{cut.postscript}.ttf")
    for postscript, source in LIBERATION.items():
        shutil.copyfile(sources[source], HERE / f"{postscript}.ttf")
    (HERE / "kerning.json").write_text(json.dumps(pairs, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
