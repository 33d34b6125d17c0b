"""What is to be said about the text of a letter template while it is written: every finding with its place, errors
that keep it from being saved and hints that do not. By desk and district alike."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from common.letter_check import DEEPEST, LARGEST_TEXT, LAYOUTS
from common.letter_lines import header_line, hidden_signs, is_version, parts_of
from common.letter_text import TOKEN
from common.words import letter_findings as words
from common.words.letter_fields import CONDITIONS, FIELDS, Sayable

MOST_BRANCHES, LONGEST_TITLE = 80, 60
MAY_BE_EMPTY = {"marriage-back-en": ("lời thư 1", "dưới tên")}
MOST_FINDINGS = 50
_MUST_SAY: Mapping[str, tuple[str, ...]] = {
    "condolence-card": ("ten",),
    "thanks-card": ("ten_gui",),
    "apology-official": ("ten_gui",),
}
_SHOULD_SAY: Mapping[str, tuple[str, ...]] = {
    "birth-card": ("ten_me", "ten_cha", "ten_than", "loi_rieng"),
    "birth-official": ("ten_me", "ten_cha", "ten_than", "loi_rieng"),
    "marriage-card": ("loi_rieng",),
    "condolence-card": ("loi_rieng",),
    "thanks-card": ("loi_rieng",),
    "apology-official": ("loi_rieng", "thu_ngay_hen_lai"),
}
Level = Literal["error", "hint"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend (error) or to look at (hint): its section ("" above the first), line and column from 1."""

    level: Level
    code: str
    section: str = ""
    line: int = 1
    column: int = 1
    details: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def sentence(self) -> str:
        """What there is to do, ready to show, without the place."""
        return words.sentence(self.code, self.details)

    @property
    def place(self) -> str:
        """Where it is, ready to show."""
        return words.place(self.section, self.line, self.column)


def errors(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that keep a template from being saved."""
    return tuple(one for one in found if one.level == "error")


def tidied(text: str) -> str:
    """The text as it is kept: NFC, line ends and spaces of one sort, nothing after the last word."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ").replace("\u00a0", " ")
    return plain.removeprefix("\ufeff").rstrip() + "\n"


def findings(text: str, layout: str) -> tuple[Finding, ...]:
    """Everything to say about a text of this form (letter_check.LAYOUTS), in the order of the text. Without an error
    `read_template` reads the text as `tidied` has it. Never raises, whatever the text holds."""
    text = tidied(text)
    if len(text) > LARGEST_TEXT:
        return (Finding("error", "text-too-long", details={"most": str(LARGEST_TEXT), "found": str(len(text))}),)
    found = [*_signs(text), *_Look(layout).through(text)]
    told = sorted(found, key=lambda one: one.level != "error")[:MOST_FINDINGS]
    return tuple(sorted(told, key=lambda one: (one.line, one.column)))


def _signs(text: str) -> Iterator[Finding]:
    for line, column, sign in hidden_signs(text):
        yield Finding("error", "sign", "", line, column, {"found": f"U+{ord(sign):04X}"})


@dataclass(slots=True)
class _Branch:
    """A condition whose end has not come yet."""

    name: str
    line: int
    column: int
    otherwise: bool = False


class _Look:
    """One walk through a text, line by line."""

    def __init__(self, layout: str) -> None:
        self._layout, self._kind, self._sections = layout, LAYOUTS[layout].kind, LAYOUTS[layout].sections
        self._found: list[Finding] = []
        self._header: dict[str, str] = {}
        self._said: set[str] = set()
        self._seen: dict[str, int] = {}
        self._section, self._line, self._branches = "", 0, 0
        self._bold: tuple[int, int] | None = None
        self._filled: set[str] = set()
        self._open: list[_Branch] = []

    def through(self, text: str) -> list[Finding]:
        """Every finding but those of signs that nobody sees."""
        head, *sections = parts_of(text)
        for self._line, line in head.numbered:
            self._head(line)
        for part in sections:
            self._line = part.line
            self._begin(part.title)
            for self._line, line in part.numbered:
                self._words(line)
        self._end_section()
        self._line = text.count("\n") + 1
        self._whole()
        return self._found

    def _say(self, level: Level, code: str, column: int = 1, line: int = 0, **details: str) -> None:
        told = {name: text[:60] for name, text in details.items()}
        self._found.append(Finding(level, code, self._section, line or self._line, column, told))

    def _head(self, line: str) -> None:
        said = header_line(line)
        if said is None and line.strip():
            self._say("error", "text-before-sections", found=line.strip())
        elif said and said[0] in self._header:
            self._say("error", "header-twice", found=said[0])
        elif said:
            self._header[said[0]] = said[1]

    def _begin(self, title: str) -> None:
        self._end_section()
        self._section = title
        if title not in self._sections:
            self._say("error", "unknown-section", 4, found=title, near=_near(title, self._sections))
        elif title in self._seen:
            self._say("error", "section-twice", 4, found=title)
        self._seen.setdefault(title, self._line)

    def _end_section(self) -> None:
        for one in self._open:
            self._say("error", "branch-not-closed", one.column, one.line, found=one.name)
        if self._bold:
            self._say("hint", "bold-not-closed", self._bold[1], self._bold[0])
        self._open, self._bold = [], None

    def _words(self, line: str) -> None:
        if line.strip():
            self._filled.add(self._section)
        for one in words.UNKIND.finditer(line):
            self._say("hint", "unkind", one.start() + 1, found=one[0])
        skip = 0
        for match in TOKEN.finditer(line):
            column = match.start() + 1
            field_name, condition, otherwise, end, bold, stray = match.groups()
            if stray:
                skip = self._stray(line, match.start(), skip)
            elif field_name is not None:
                self._field(field_name[:1].lower() + field_name[1:], column)
            elif condition is not None:
                self._condition(condition, column)
            elif bold:
                self._bold = None if self._bold else (self._line, column)
            else:
                self._turn(bool(otherwise), bool(end), column)

    def _stray(self, line: str, at: int, skip: int) -> int:
        """A bracket that opens nothing; the one that would close it is not told a second time."""
        if at < skip:
            return skip
        end = line.find("]", at) + 1 if line[at] == "[" else 0
        self._say("error", "stray-bracket", at + 1, found=line[at:end] if end else line[at])
        return end

    def _field(self, name: str, column: int) -> None:
        if name not in FIELDS:
            near = _near(name, [one.name for one in FIELDS.values() if self._kind in one.kinds])
            self._say("error", "unknown-field", column, found=name, near=f"{{{near}}}" if near else "")
            return
        self._elsewhere(FIELDS[name], "field-elsewhere", column)
        self._said.add(name)

    def _condition(self, name: str, column: int) -> None:
        if name not in CONDITIONS:
            near = _near(name, [one.name for one in CONDITIONS.values() if self._kind in one.kinds])
            self._say("error", "unknown-condition", column, found=name, near=f"[nếu {near}]" if near else "")
        else:
            self._elsewhere(CONDITIONS[name], "condition-elsewhere", column)
        self._open.append(_Branch(name, self._line, column))
        self._branches += 1
        if len(self._open) == DEEPEST + 1:
            self._say("error", "branches-too-deep", column, most=str(DEEPEST))
        if self._branches == MOST_BRANCHES + 1:
            self._say("error", "too-many-branches", column, most=str(MOST_BRANCHES))

    def _elsewhere(self, one: Sayable, code: str, column: int) -> None:
        if self._kind not in one.kinds:
            self._say("error", code, column, found=one.name, caption=one.caption)

    def _turn(self, otherwise: bool, end: bool, column: int) -> None:
        if not self._open:
            self._say("error", "branch-not-open", column, found="[không thì]" if otherwise else "[hết]")
        elif otherwise and self._open[-1].otherwise:
            self._say("error", "second-otherwise", column, found=self._open[-1].name)
        elif end:
            self._open.pop()
        else:
            self._open[-1].otherwise = True

    def _whole(self) -> None:
        self._section = ""
        self._say_header()
        may_be_empty = MAY_BE_EMPTY.get(self._layout, ())
        for section in self._sections:
            if section not in self._seen:
                self._say("error", "section-missing", found=section)
            elif section not in self._filled and section not in may_be_empty:
                self._section = section
                self._say("error", "section-empty", line=self._seen[section], found=section)
                self._section = ""
        for name in _MUST_SAY.get(self._layout, ()):
            if name not in self._said:
                self._say("error", "never-said", found=name, caption=FIELDS[name].caption)
        for name in _SHOULD_SAY.get(self._layout, ()):
            if name not in self._said:
                self._say("hint", "never-said", found=name, caption=FIELDS[name].caption)

    def _say_header(self) -> None:
        title, version = self._header.get("tên", ""), self._header.get("phiên bản", "")
        if not title or not is_version(version):
            self._say("error", "header-incomplete", line=1)
        elif len(title) > LONGEST_TITLE:
            self._say("error", "title-too-long", line=1, most=str(LONGEST_TITLE))


def _near(name: str, known: Iterable[str]) -> str:
    """The known name that was probably meant."""
    return next(iter(get_close_matches(name[:60], list(known), 1)), "")
