"""Pages of the guide: a small, safe part of Markdown, read into blocks; nothing in it can call or fetch anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

PARAGRAPH, HEADING, POINT, STEP, TABLE, PICTURE = "paragraph", "heading", "point", "step", "table", "picture"
_STEP = re.compile(r"(\d+)\. (.+)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_BOLD, _KEY = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"`(.+?)`")
_LEAF = re.compile(r"- \[([^\]]+)\]\(([a-z0-9-]+)\.md\)")


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its kind and words; `rows` of a table (the first is its head), `mark` the number of a step or the path
    of a picture."""

    kind: str
    text: str = ""
    mark: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page of the guide: `id` as the window names its page, `part` the heading it stands under."""

    id: str
    part: str
    title: str
    blocks: tuple[Block, ...]

    def words(self) -> str:
        """Everything that can be searched."""
        told = (" ".join((block.text, *(cell for row in block.rows for cell in row))) for block in self.blocks)
        return plain(" ".join((self.title, *told)))


def read_contents(text: str) -> tuple[tuple[str, str], ...]:
    """(part, id) of every page in the order of the table of contents."""
    found, part = [], ""
    for line in text.splitlines():
        if line.startswith("## "):
            part = line[3:]
        elif leaf := _LEAF.fullmatch(line):
            found.append((part, leaf[2]))
    return tuple(found)


def read_page(id: str, part: str, text: str) -> GuidePage:
    """The page behind a Markdown source that begins with its title; raises ValueError where it does not."""
    first, _, rest = text.partition("\n")
    if not first.startswith("# "):
        raise ValueError(f"{id} has no title")
    parts = (each.strip() for each in re.split(r"\n\s*\n", rest) if each.strip())
    return GuidePage(id, part, first[2:].strip(), tuple(block for each in parts for block in _blocks(each)))


def _blocks(part: str) -> list[Block]:
    lines = [line.strip() for line in part.splitlines()]
    if all(line.startswith("|") for line in lines):
        rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
        return [Block(TABLE, rows=tuple(row for place, row in enumerate(rows) if place != 1))]
    found: list[Block] = []
    for line in lines:
        block = _line(line)
        if block.kind == PARAGRAPH and found and found[-1].kind in (PARAGRAPH, POINT, STEP):
            last = found.pop()
            block = Block(last.kind, f"{last.text} {line}", last.mark)
        found.append(block)
    return found


def _line(line: str) -> Block:
    if line.startswith("## "):
        return Block(HEADING, line[3:])
    if line.startswith("- "):
        return Block(POINT, line[2:])
    if step := _STEP.fullmatch(line):
        return Block(STEP, step[2], step[1])
    if picture := _PICTURE.fullmatch(line):
        return Block(PICTURE, picture[1], picture[2])
    return Block(PARAGRAPH, line)


def plain(text: str) -> str:
    """The words without their marks."""
    return _KEY.sub(r"\1", _BOLD.sub(r"\1", text))


def rich(text: str) -> str:
    """The words for a reader of rich text: everything escaped, bold and keys marked."""
    return _KEY.sub(r"<b>[\1]</b>", _BOLD.sub(r"<b>\1</b>", escape(text)))
