"""Where a register may lie: a disk of this PC, not a network share and not a folder that a cloud program rewrites."""

import ctypes
import sys
from pathlib import Path, PurePath

from desk_app.db.trouble import RegisterTrouble

_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud")
_NETWORK_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "fuse.rclone"})
_REMOTE_DRIVE = 4
_MOUNTS = Path("/proc/mounts")


def refuse_bad_place(folder: Path) -> None:
    """Raise RegisterTrouble("register-on-network" | "register-in-synced-folder") when a register must not lie here."""
    whole = folder.resolve()
    mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace") if _MOUNTS.is_file() else ""
    code = trouble_with(whole, mounts) or _trouble_with_drive(whole)
    if code is not None:
        raise RegisterTrouble(code, {"folder": whole.name})


def trouble_with(folder: PurePath, mounts: str) -> str | None:
    """The code for a folder by its name and the system's list of mounts; None when it is a good place."""
    if any(part.casefold().startswith(_SYNCED) for part in folder.parts):
        return "register-in-synced-folder"
    if folder.drive.startswith("\\\\") or _mounted_as(folder, mounts) in _NETWORK_SYSTEMS:
        return "register-on-network"
    return None


def _mounted_as(folder: PurePath, mounts: str) -> str:
    deepest, system = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = PurePath(fields[1].replace("\\040", " "))
        # Of two mounts on one point the later hides the earlier.
        if folder.is_relative_to(point) and len(point.parts) >= deepest:
            deepest, system = len(point.parts), fields[2]
    return system


def _trouble_with_drive(folder: Path) -> str | None:
    if sys.platform != "win32":
        return None
    kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
    return "register-on-network" if kind == _REMOTE_DRIVE else None
