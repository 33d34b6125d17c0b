"""The peer of L2 and L3: the birth card set by typst, with the same font files, words, frame, ornament and symbol.

Runs with the peers' own Python. The symbol comes from the quickest encoder that can be had ready-made, as a picture.
"""

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import typst
import zxingcpp

from benchmarks import cards
from benchmarks.cards import Card
from benchmarks.letters import measure_peer

RESOURCES = Path("resources")
TEMPLATE = Path(__file__).with_name("card.typ")


def typesetter(folder: Path) -> Callable[[Sequence[Card]], bytes]:
    """One compiler, as a program that stays open would keep it: cards in, one PDF out."""
    shutil.copy(TEMPLATE, folder / "card.typ")
    shutil.copy(RESOURCES / "ornaments" / "tranh-sen.svg", folder / "ornament.svg")
    (folder / "frame.svg").write_text(frame(), encoding="utf-8")
    fonts = [str(RESOURCES / "fonts")]
    compiler = typst.Compiler(str(folder / "card.typ"), root=str(folder), font_paths=fonts, ignore_system_fonts=True)

    def make(letters: Sequence[Card]) -> bytes:
        told = json.dumps([said(card) for card in letters], ensure_ascii=False)
        return bytes(compiler.compile(format="pdf", sys_inputs={"letters": told}))

    return make


def said(card: Card) -> dict[str, Any]:
    """What the template is told of a card."""
    return {
        "dated": cards.PLACE_AND_DATE,
        "father": card.father,
        "mother": card.mother,
        "name": card.child.upper(),
        "born": card.born_line,
        "first": cards.FIRST,
        "second": cards.SECOND,
        "signed": cards.SIGNED,
        "asked": cards.ASKED,
        "host": card.host.lower(),
        "code": card.spaced,
        "small": cards.SMALL_PRINT,
        "symbol": symbol(card.link),
    }


def symbol(link: str) -> str:
    """The symbol as one path of dark runs."""
    made = zxingcpp.create_barcode(link, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    shades = memoryview(made.to_image(scale=1, add_quiet_zones=False))
    side, flat = shades.shape[0], bytes(shades)
    path = []
    for y in range(side):
        row = flat[y * side : (y + 1) * side]
        start = 0
        while (begin := row.find(0, start)) >= 0:
            start = next((x for x in range(begin, side) if row[x]), side)
            path.append(f"M{begin} {y}h{start - begin}v1H{begin}z")
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{"".join(path)}"/></svg>'


def frame() -> str:
    """Two rules and the teeth between them."""
    box = f'viewBox="0 0 {cards.WIDTH} {cards.HEIGHT}" width="{cards.WIDTH}mm" height="{cards.HEIGHT}mm"'
    rules = "".join(
        f'<rect x="{inset}" y="{inset}" width="{cards.WIDTH - 2 * inset}" height="{cards.HEIGHT - 2 * inset}" '
        f'stroke-width="{line}"/>'
        for inset, line in ((8, 0.45), (9.9, 0.2))
    )
    path = "".join(f"M{x1:g} {y1:g}L{x2:g} {y2:g}" for x1, y1, x2, y2 in cards.teeth())
    drawn = f'<g fill="none" stroke="{cards.LEAF}">{rules}<path d="{path}" stroke-width="0.3"/></g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{drawn}</svg>'


if __name__ == "__main__":
    print(measure_peer(typesetter, sys.argv[1], (int(sys.argv[2]), int(sys.argv[3]))))
