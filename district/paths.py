"""Where things lie on disk: the program's own resources and the files of one district's data folder."""

from dataclasses import dataclass
from pathlib import Path

from district.trouble import Trouble


def resources() -> Path:
    """The folder of fonts, unit table and other files that come with the program."""
    return Path(__file__).resolve().parent.parent / "resources"


def make_folder(folder: Path) -> None:
    """Make a folder where there is none. Raises Trouble `folder-unwritable`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise Trouble("folder-unwritable", file=folder.name) from trouble


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one district's data folder; `office_at` and `public_at` are addresses of databases elsewhere."""

    root: Path
    office_at: str = ""
    public_at: str = ""

    @property
    def office_url(self) -> str:
        """The database of the office's own tables."""
        return self.office_at or f"sqlite:///{(self.root / 'office.db').as_posix()}"

    @property
    def office(self) -> Path:
        """Own tables: desks, lines, receipts, batches."""
        return self.root / "office.db"

    @property
    def public(self) -> Path:
        """Answers of citizens; the only database that the public face opens."""
        return self.root / "public.db"

    @property
    def keys(self) -> Path:
        """The office's private keys, sealed under passwords."""
        return self.root / "keys.json"

    @property
    def public_keys(self) -> Path:
        """Token keys and receiving keys of desks, for the public face."""
        return self.root / "public-keys.json"

    @property
    def public_face(self) -> Path:
        """Names and telephones that the public pages show."""
        return self.root / "public-face.json"

    @property
    def public_url(self) -> str:
        """The database of citizens' answers."""
        return self.public_at or f"sqlite:///{self.public.as_posix()}"

    @property
    def units(self) -> Path:
        """The table of units that the office signed for its desks; absent while it goes by the program's own."""
        return self.root / "units.json"

    @property
    def secret(self) -> Path:
        """Random bytes that bind the office pages' sessions to this folder."""
        return self.root / "secret.bin"
