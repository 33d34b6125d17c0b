"""Where a register may lie: a disk of this PC, not a network share and not a folder that a cloud program rewrites."""

import ctypes
import os
import sys
from pathlib import Path, PurePath

from desk_app.db.trouble import RegisterTrouble

_SYNCED = (
    "onedrive",
    "skydrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "drive của tôi",
    "shared drives",
    "bộ nhớ dùng",
    "icloud",
    "zalo",
    "nextcloud",
    "owncloud",
    "megasync",
    "box sync",
    "pclouddrive",
)
"""How the folders and drives of such programs begin, in any language their users see."""
_MARKS = (
    ".dropbox",
    ".dropbox.cache",
    ".849C9593-D756-4E56-8D6E-42412F2A707B",  # OneDrive's
    ".tmp.drivedownload",
    ".tmp.driveupload",
    ".nextcloudsync.log",
    ".owncloudsync.log",
)
"""Files by which such programs know a folder of theirs, whatever it is called."""
_NETWORK_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "fuse.rclone"})
_REMOTE_DRIVE = 4
_OWN_DEVICE = ("\\\\?\\", "\\\\.\\")
_LABEL = 261
_MOUNTS = Path("/proc/mounts")


def refuse_bad_place(folder: Path) -> None:
    """Raise RegisterTrouble("register-on-network" | "register-in-synced-folder") when a register must not lie here."""
    whole = folder.resolve()
    mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace") if _MOUNTS.is_file() else ""
    code = trouble_with(whole, mounts) or trouble_with_marks(whole) or _trouble_with_drive(whole)
    if code is not None:
        raise RegisterTrouble(code, {"folder": whole.name})


def trouble_with(folder: PurePath, mounts: str) -> str | None:
    """The code for a folder by its name and the system's list of mounts; None when it is a good place."""
    if any(_is_synced(part) for part in folder.parts):
        return "register-in-synced-folder"
    if _is_share(folder.drive) or _mounted_as(folder, mounts) in _NETWORK_SYSTEMS:
        return "register-on-network"
    return None


def trouble_with_marks(folder: Path) -> str | None:
    """The code for a folder that lies in one which a cloud program has marked as its own."""
    marked = any(os.path.lexists(above / mark) for above in (folder, *folder.parents) for mark in _MARKS)
    return "register-in-synced-folder" if marked else None


def trouble_with_volume(kind: int, label: str) -> str | None:
    """The code for a drive of Windows by what the system calls it: its kind (GetDriveType) and its label."""
    if _is_synced(label):
        return "register-in-synced-folder"
    return "register-on-network" if kind == _REMOTE_DRIVE else None


def _is_synced(name: str) -> bool:
    return name.casefold().startswith(_SYNCED)


def _is_share(drive: str) -> bool:
    """Whether a drive of Windows is a share: `//server/share`, but not `//?/C:`, which is a disk by its long name."""
    if drive.startswith(_OWN_DEVICE):
        return drive[4:].casefold().startswith("unc")
    return drive.startswith("\\\\")


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
    label = ctypes.create_unicode_buffer(_LABEL)
    ctypes.windll.kernel32.GetVolumeInformationW(folder.anchor, label, _LABEL, None, None, None, None, 0)
    return trouble_with_volume(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor), label.value)
