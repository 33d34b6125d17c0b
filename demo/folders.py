"""Where the demo leaves its things."""

import shutil
from dataclasses import dataclass
from pathlib import Path

KEPT = ("letters", "bundles", "receipts", "screens", "keys", "drafts")


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders below demo-out."""

    out: Path

    def __getitem__(self, name: str) -> Path:
        """One of the folders by its name."""
        return self.out / name

    def fresh(self) -> None:
        """Clear away what an earlier demo left, and nothing else, then make the folders."""
        for name in (*KEPT, "desk-1", "desk-2", "district"):
            shutil.rmtree(self.out / name, ignore_errors=True)
        for name in ("summary.json", "report.pdf", "bao-cao-quay-1.pdf"):
            (self.out / name).unlink(missing_ok=True)
        for name in KEPT:
            (self.out / name).mkdir(parents=True)

    def tidy(self) -> None:
        """Take away what was needed only on the way: drafts hold typed names."""
        for name in ("drafts", "keys"):
            shutil.rmtree(self.out / name)
