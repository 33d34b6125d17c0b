"""What letters are made of, read once: fonts, ornaments, templates."""

from dataclasses import dataclass, field
from pathlib import Path

from common.letter_text import Template, read_template
from common.paper.fonts import Fonts
from common.words.letter_fields import CONDITIONS, FIELDS
from desk_app.letters.frames import FRAMES
from desk_app.letters.ornaments import Ornament, read_ornament
from desk_app.letters.pdf_fonts import Cuts
from desk_app.letters.setpage import Run
from desk_app.letters.shaping import Shaper


@dataclass(frozen=True, slots=True)
class Stock:
    """Fonts, templates and ornaments by name; open once per program.

    Kept are `forms`, finished drawings as PDF has them, and `written`, lines as they stand on a page.
    """

    fonts: Fonts
    templates: dict[str, Template]
    folder: Path
    drawings: dict[str, Ornament]
    shaper: Shaper
    cuts: Cuts
    forms: dict[str, bytes] = field(default_factory=dict)
    written: dict[tuple[Run, int, str], str] = field(default_factory=dict)

    def ornament(self, name: str) -> Ornament:
        """The drawing of that name, read when first needed; FileNotFoundError for an unknown one."""
        if name not in self.drawings:
            self.drawings[name] = read_ornament(name, (self.folder / f"{name}.svg").read_bytes())
        return self.drawings[name]

    def version(self, name: str) -> str:
        """The version of an ornament or a frame as a set page keeps it."""
        return FRAMES[name].version if name in FRAMES else self.ornament(name).version


def open_stock(resources: Path) -> Stock:
    """Read templates below `resources`; raises templates.TemplateFault for a template that is wrong."""
    fonts = Fonts(resources / "fonts")
    return Stock(fonts, _templates(resources / "letters"), resources / "ornaments", {}, Shaper(fonts), Cuts(fonts))


def _templates(folder: Path) -> dict[str, Template]:
    fields, conditions = frozenset(FIELDS), frozenset(CONDITIONS)
    files = sorted(folder.glob("*.txt"))
    return {f.stem: read_template(f.stem, f.read_text(encoding="utf-8"), fields, conditions) for f in files}
