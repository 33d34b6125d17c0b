"""Files as people hand them in: photos with the camera's words, papers, archives that mean harm."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from xlsxwriter import Workbook


def photo(path: Path, colour: str = "red", kind: str = "JPEG") -> Path:
    """A photo with make of the camera, place and which way up it is held."""
    image, words = Image.new("RGB", (64, 48), colour), Image.Exif()
    words[0x0112], words[0x010F] = 6, "Hang may anh"
    words.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.0)})
    image.save(path, kind, exif=words)
    return path


def pdf(path: Path, inside: bytes = b"") -> Path:
    """One page; `inside` stands in the catalogue."""
    image = BytesIO()
    Image.new("RGB", (50, 50), "white").save(image, "PDF")
    path.write_bytes(image.getvalue().replace(b"/Type /Catalog", b"/Type /Catalog\n" + inside))
    return path


def xlsx(path: Path) -> Path:
    """A table of one cell."""
    book = Workbook(str(path))
    book.add_worksheet().write(0, 0, 5)
    book.close()
    return path


def archive(path: Path, entries: dict[str, bytes], base: Path | None = None) -> Path:
    """An office file with more inside than it should have."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        if base:
            with zipfile.ZipFile(base) as old:
                for entry in old.infolist():
                    out.writestr(entry.filename, old.read(entry))
        for name, raw in entries.items():
            out.writestr(zipfile.ZipInfo(name), raw, zipfile.ZIP_DEFLATED)
    return path
