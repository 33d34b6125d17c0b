"""Letter templates: plain text with {field}, **bold** and [nếu condition] … [không thì] … [hết].

A template file begins with `tên: …` and `phiên bản: …`; `== name` opens a section. Fields and conditions come from a
closed registry (fields.py); every finding names file, line and column. Values are put in as text, never read again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from common.letter_lines import header_line, is_version, parts_of

TOKEN = re.compile(r"\{([^{}\n]*)\}|\[nếu ([^\[\]\n]*)\]|(\[không thì\])|(\[hết\])|(\*\*)|([{}\[\]])")
_SPACES = re.compile(r"\s+")
_BAR = "\ue000"
MOST_CHOSEN = 1000


class TemplateFault(ValueError):
    """A place in a template that cannot be read; `code` says why, line and column count from 1."""

    def __init__(self, code: str, place: tuple[str, int, int], found: str = "") -> None:
        super().__init__(f"{place[0]}:{place[1]}:{place[2]}: {code} {found}".rstrip())
        self.code, self.place, self.found = code, place, found


@dataclass(frozen=True, slots=True)
class Text:
    """Literal text."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """The value of a field; written with a capital in the template, it begins with one."""

    name: str
    capital: bool = False

    def said(self, values: Mapping[str, str]) -> str:
        """The value as it stands in the sentence."""
        value = values[self.name]
        return value[:1].upper() + value[1:] if self.capital else value


@dataclass(frozen=True, slots=True)
class Bold:
    """Bold is switched on or off here."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of two branches."""

    condition: str
    then: tuple["Node", ...]
    otherwise: tuple["Node", ...]


Plain = Text | Field | Bold
Node = Plain | Choice


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the finished text."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What a template is filled with: field values, and the conditions that hold."""

    values: Mapping[str, str]
    holds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Template:
    """A letter's words: its title for people, its version, its sections."""

    name: str
    title: str
    version: int
    sections: Mapping[str, tuple[Node, ...]]
    _chosen: dict[tuple[str, frozenset[str]], tuple[Plain, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def spans(self, section: str, words: Words) -> tuple[Span, ...]:
        """A section as one paragraph: line ends and repeated spaces are one space; KeyError names an empty field."""
        return _tidied(self._rendered(section, words))

    def paragraph(self, section: str, words: Words) -> str:
        """A section as plain text."""
        return "".join(span.text for span in self.spans(section, words))

    def lines(self, section: str, words: Words) -> tuple[str, ...]:
        """A section line by line, empty lines dropped."""
        whole = "".join(text for text, _ in self._rendered(section, words))
        return tuple(" ".join(line.split()) for line in whole.split("\n") if line.strip())

    def rows(self, section: str, words: Words) -> tuple[tuple[tuple[Span, ...], ...], ...]:
        """A section as a table: a row a line, its cells parted by " | "; a value is never read for a bar."""
        typed = {name: " ".join(value.split()).replace("|", _BAR) for name, value in words.values.items()}
        rows: list[list[list[tuple[str, bool]]]] = [[[]]]
        for text, bold in self._rendered(section, Words(typed, words.holds)):
            for piece in re.split(r"(\n| \| )", text):
                if piece == "\n":
                    rows.append([[]])
                elif piece == " | ":
                    rows[-1].append([])
                else:
                    rows[-1][-1].append((piece.replace(_BAR, "|"), bold))
        return tuple(found for found in (tuple(_tidied(cell) for cell in row) for row in rows) if any(found))

    def fields(self, section: str, words: Words) -> tuple[str, ...]:
        """The fields that the section would use with these conditions."""
        return tuple(node.name for node in self._nodes(section, words.holds) if isinstance(node, Field))

    def _rendered(self, section: str, words: Words) -> list[tuple[str, bool]]:
        pieces: list[tuple[str, bool]] = []
        bold = False
        for node in self._nodes(section, words.holds):
            if isinstance(node, Bold):
                bold = not bold
            elif isinstance(node, Field):
                pieces.append((node.said(words.values), bold))
            else:
                pieces.append((node.text, bold))
        return pieces

    def _nodes(self, section: str, holds: frozenset[str]) -> tuple[Plain, ...]:
        """The branches that these conditions choose; from letter to letter mostly the same ones."""
        key = (section, holds)
        if key not in self._chosen:
            if len(self._chosen) >= MOST_CHOSEN:
                self._chosen.clear()
            self._chosen[key] = tuple(_branches(self.sections[section], holds))
        return self._chosen[key]


def read_template(name: str, text: str, fields: frozenset[str], conditions: frozenset[str]) -> Template:
    """Read a template file; raises TemplateFault at the first place that is wrong."""
    head, *sections = parts_of(text)
    header: dict[str, str] = {}
    for number, line in head.numbered:
        said = header_line(line)
        if said:
            header[said[0]] = said[1]
        elif line.strip():
            raise TemplateFault("text-before-sections", (name, number, 1), line.strip())
    if header.keys() != {"tên", "phiên bản"} or not is_version(header["phiên bản"]):
        raise TemplateFault("header-incomplete", (name, 1, 1))
    reader = _Reader(name, fields, conditions)
    last = {part.title: part for part in sections}
    read = {title: reader.read("\n".join(part.lines), part.line + 1) for title, part in last.items()}
    return Template(name, header["tên"], int(header["phiên bản"]), read)


class _Reader:
    """Reads the body of one section into nodes."""

    def __init__(self, name: str, fields: frozenset[str], conditions: frozenset[str]) -> None:
        self._name, self._fields, self._conditions = name, fields, conditions

    def read(self, body: str, first_line: int) -> tuple[Node, ...]:
        """All nodes of a body that begins at `first_line` of the file."""
        self._open: list[tuple[str, list[Node], list[Node] | None, tuple[str, int, int]]] = []
        self._nodes: list[Node] = []
        place = 0
        for match in TOKEN.finditer(body):
            self._add_text(body[place : match.start()])
            self._token(match, self._where(body, match.start(), first_line))
            place = match.end()
        self._add_text(body[place:])
        if self._open:
            raise TemplateFault("branch-not-closed", self._open[-1][3], self._open[-1][0])
        return tuple(self._nodes)

    def _where(self, body: str, at: int, first_line: int) -> tuple[str, int, int]:
        return (self._name, first_line + body.count("\n", 0, at), at - body.rfind("\n", 0, at))

    def _add_text(self, text: str) -> None:
        if text:
            self._nodes.append(Text(text))

    def _token(self, match: re.Match[str], where: tuple[str, int, int]) -> None:
        field, condition, otherwise, end, bold, stray = match.groups()
        if stray:
            raise TemplateFault("stray-bracket", where, stray)
        if field is not None:
            name = self._known(field[:1].lower() + field[1:], self._fields, "unknown-field", where)
            self._nodes.append(Field(name, capital=field != name))
        elif condition is not None:
            known = self._known(condition, self._conditions, "unknown-condition", where)
            self._open.append((known, self._nodes, None, where))
            self._nodes = []
        elif bold:
            self._nodes.append(Bold())
        else:
            self._turn(bool(otherwise), bool(end), where)

    def _turn(self, otherwise: bool, end: bool, where: tuple[str, int, int]) -> None:
        if not self._open:
            raise TemplateFault("branch-not-open", where)
        condition, before, then, opened = self._open.pop()
        if otherwise and then is not None:
            raise TemplateFault("second-otherwise", where, condition)
        if otherwise:
            self._open.append((condition, before, self._nodes, opened))
            self._nodes = []
        if end:
            first, second = (self._nodes, []) if then is None else (then, self._nodes)
            self._nodes = [*before, Choice(condition, tuple(first), tuple(second))]

    @staticmethod
    def _known(name: str, registry: frozenset[str], code: str, where: tuple[str, int, int]) -> str:
        if name not in registry:
            raise TemplateFault(code, where, name)
        return name


def _branches(nodes: tuple[Node, ...], holds: frozenset[str]) -> Iterator[Plain]:
    for node in nodes:
        if isinstance(node, Choice):
            yield from _branches(node.then if node.condition in holds else node.otherwise, holds)
        else:
            yield node


@lru_cache(MOST_CHOSEN)
def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text)


def _tidied(pieces: list[tuple[str, bool]]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for text, bold in pieces:
        clean = _spaced(text)
        if clean.startswith(" ") and (not spans or spans[-1].text.endswith(" ")):
            clean = clean[1:]
        if not clean:
            continue
        if spans and spans[-1].bold == bold:
            spans[-1] = Span(spans[-1].text + clean, bold)
        else:
            spans.append(Span(clean, bold))
    if spans:
        spans[-1] = Span(spans[-1].text.rstrip(), spans[-1].bold)
    return tuple(span for span in spans if span.text)
