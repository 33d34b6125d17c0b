"""Setting a public page: template, words of one language, face of one office. No request and no store here."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from common.questions import QuestionSet
from district.web.asking import Asked, set_of_office
from district.web.faces import DeskFace, OfficeFace
from district.web.languages import FIRST, Tongue, our_tongues

TEMPLATES = Path(__file__).resolve().parent / "templates"
BLOOM = (
    '<svg class="bloom" width="116" height="78" viewBox="0 0 116 78" fill="#fff" stroke="#a11b1f" stroke-width="1.8" '
    'stroke-linejoin="round" aria-hidden="true"><path d="M58 4c10 9 13 22 0 58-13-36-10-49 0-58z"/>'
    '<path d="M34 10c12 7 20 22 24 52-18-15-26-32-24-52z"/><path d="M82 10c-12 7-20 22-24 52 18-15 26-32 24-52z"/>'
    '<path d="M15 25c20 4 34 15 43 37-25-6-39-18-43-37z"/><path d="M101 25c-20 4-34 15-43 37 25-6 39-18 43-37z"/>'
    '<path d="M1 44c25-4 46 1 57 18-24 10-45 3-57-18z"/><path d="M115 44c-25-4-46 1-57 18 24 10 45 3 57-18z"/>'
    '<path d="M18 71h80M37 76h42" stroke="#1f5a45" stroke-linecap="round"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Page:
    """What one page is about; `code` is empty on pages that belong to no letter, `kind` then too."""

    w: Tongue
    face: DeskFace
    code: str = ""
    kind: str = ""
    typed: bool = False
    change_key: str = ""
    typed_text: str = ""
    questions: QuestionSet | None = None

    @property
    def asked(self) -> Asked:
        """What this letter's page asks; only pages of a letter ask anything."""
        assert self.questions is not None
        return Asked(self.questions, self.kind, self.w)

    @property
    def phone(self) -> Markup:
        """The office's telephone number as it stands in a sentence: over two lines only where it is wider than one."""
        return Markup('<span class="tel">{}</span>').format(self.face.phone)

    def say(self, name: str, **values: str) -> Markup:
        """One sentence of the language with its places filled."""
        return Markup(escape(self.w[name])).format(**values)


@cache
def templates() -> Environment:
    """All pages' templates: they hold nothing of an office, so all that a process serves compiles them once."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Printer:
    """Turns pages into HTML; templates, languages and style are read once, when it is made."""

    def __init__(self, office: OfficeFace, tongues: Mapping[str, Tongue] | None = None) -> None:
        self.office = office
        self.tongues = tongues or our_tongues()
        self.questions = set_of_office(office.questions)
        self.style = (TEMPLATES / "public.css").read_text(encoding="utf-8")
        self._lotus = _inline(TEMPLATES / "sen-nho.svg")
        self._templates = templates()

    def tongue(self, code: str) -> Tongue:
        """The language of that code, Vietnamese where there is none."""
        return self.tongues.get(code) or self.tongues[FIRST]

    def set(self, template: str, page: Page, **more: object) -> str:
        """The whole page as HTML text."""
        lotus = self._lotus.replace("#a11b1f", "#1c2326").replace("#1f5a45", "#1c2326")
        return self._templates.get_template(f"{template}.html").render(
            page=page,
            w=page.w,
            say=page.say,
            face=page.face,
            dial=_dial(page.face.phone),
            code=page.code,
            kind=page.kind,
            typed=page.typed,
            change_key=page.change_key,
            others=[tongue for tongue in self.tongues.values() if tongue is not page.w],
            province=self.office.province,
            host=_breaking(self.office.host),
            style=Markup(self.style),
            small_lotus=Markup(lotus if page.kind == "death" else self._lotus),
            bloom=Markup("" if page.kind == "death" else BLOOM),
            **more,
        )


def _inline(path: Path) -> str:
    """A drawing as it stands inside a page: no namespace, no comment, nothing for a screen reader to say."""
    drawing = path.read_text(encoding="utf-8").replace(' xmlns="http://www.w3.org/2000/svg"', "")
    opening, rest = drawing.split("<!--", 1)
    return (opening + rest.split("</title>", 1)[1]).replace("<svg ", '<svg aria-hidden="true" ', 1).replace("\n", "")


def _dial(phone: str) -> str:
    return "".join(character for character in phone if character.isdigit() or character == "+")


def _breaking(host: str) -> Markup:
    """An address that may go on in the next line after a dot, and nowhere else."""
    return Markup(".<wbr>").join(host.split("."))
