"""`python -m demo.pictures`: draws docs/pictures anew from the letters that the demo left."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

LETTERS = Path("demo-out/letters")
PICTURES = Path("docs/pictures")
# Phrases that together stand only on an ordinary letter of one kind, and how wide the picture is.
WANTED = {
    "birth-card": ("một mầm xanh", "vòng tay của cha"),
    "marriage-card": ("Trăm năm hạnh phúc",),
    "condolence-card": ("THƯ CHIA BUỒN",),
}
WIDTH = 1240
COLOURS = 64


def main() -> int:
    """Draw one picture of each kind; 1 when the demo has left no letter."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    missing = dict(WANTED)
    for page, text in _pages():
        for name, phrases in list(missing.items()):
            if all(phrase in text for phrase in phrases):
                picture = page.render(scale=WIDTH / page.get_width()).to_pil().quantize(COLOURS)
                picture.save(PICTURES / f"{name}.png", optimize=True)
                del missing[name]
    if missing:
        print(f"not found: {', '.join(missing)}", file=sys.stderr)
    return 1 if missing else 0


def _pages() -> Iterator[tuple[pypdfium2.PdfPage, str]]:
    for file in sorted(LETTERS.glob("*.pdf")):
        document = pypdfium2.PdfDocument(file)
        for page in document:
            yield page, " ".join(page.get_textpage().get_text_bounded().split())


if __name__ == "__main__":
    sys.exit(main())
