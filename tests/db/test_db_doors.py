import os
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from db_samples import birth, line, subject

from common.words.troubles import sentence
from desk_app.db.backup import look_into, put_back
from desk_app.db.lock import RegisterLock
from desk_app.db.place import trouble_with, trouble_with_volume
from desk_app.db.register import Register
from desk_app.db.trouble import RegisterTrouble

ROOT = Path(__file__).parents[2]
OPEN_ELSEWHERE = """
import os, sys
from pathlib import Path
from desk_app.db.register import Register
from desk_app.db.trouble import RegisterTrouble
try:
    Register.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), os.urandom, "Thu")
except RegisterTrouble as trouble:
    print(trouble.code, trouble.details["holder"], trouble.details["process"])
"""


def code_of(act, *given):
    with pytest.raises(RegisterTrouble) as raised:
        act(*given)
    return raised.value.code


def saved(register, births=1):
    with register.work() as work:
        for _ in range(births):
            about = subject()
            work.registrations.add(birth(), about)
            work.journal.append(line(about))
        work.commit()


def test_a_second_process_is_refused_and_told_who_works_there(register, folder, key):
    second = [sys.executable, "-c", OPEN_ELSEWHERE, str(folder), key.hex()]
    said = subprocess.run(second, capture_output=True, text=True, check=True, cwd=ROOT, timeout=60).stdout
    assert said.split() == ["register-locked", "test", str(os.getpid())]


def test_the_lock_is_free_again_after_closing_and_closing_twice_does_no_harm(reopen, folder):
    register = reopen()
    register.close()
    register.close()
    lock = RegisterLock(folder, "x")
    lock.take()
    assert code_of(RegisterLock(folder).take) == "register-locked"
    lock.let_go()


def test_a_register_that_does_not_open_leaves_no_lock_behind(folder, key):
    assert code_of(Register.open, folder, bytes(32), os.urandom) == "wrong-key"
    Register.open(folder, key, os.urandom).close()


MOUNTS = "/dev/sda1 / ext4 rw 0 0\nsrv:/home /mnt/share nfs4 rw 0 0\n//srv/x /mnt/two\\040words cifs rw 0 0\n"
MOUNTS += "/dev/sdb1 /mnt/share/usb ext4 rw 0 0\nbroken\n"


@pytest.mark.parametrize(
    ("folder", "code"),
    [
        (PurePosixPath("/srv/register"), None),
        (PurePosixPath("/mnt/share/register"), "register-on-network"),
        (PurePosixPath("/mnt/two words/register"), "register-on-network"),
        (PurePosixPath("/mnt/share/usb/register"), None),
        (PurePosixPath("/srv/Dropbox/register"), "register-in-synced-folder"),
        (PureWindowsPath("C:/Users/thu/OneDrive - UBND xa/register"), "register-in-synced-folder"),
        (PureWindowsPath("C:/Users/thu/Google Drive/register"), "register-in-synced-folder"),
        (PureWindowsPath("//server/share/register"), "register-on-network"),
        (PureWindowsPath("G:/Drive của tôi/Hộ tịch"), "register-in-synced-folder"),
        (PureWindowsPath("G:/Shared drives/UBND/Hộ tịch"), "register-in-synced-folder"),
        (PureWindowsPath("C:/Users/thu/iCloudDrive/register"), "register-in-synced-folder"),
        (PureWindowsPath("C:/Users/thu/Documents/Zalo Received Files/register"), "register-in-synced-folder"),
        (PureWindowsPath("//?/UNC/server/share/register"), "register-on-network"),
        (PureWindowsPath("//?/C:/register"), None),
        (PureWindowsPath("D:/register"), None),
    ],
)
def test_only_a_disk_of_this_pc_is_a_place_for_a_register(folder, code):
    mounts = MOUNTS if isinstance(folder, PurePosixPath) else ""
    assert trouble_with(folder, mounts) == code


@pytest.mark.parametrize(
    ("kind", "label", "code"),
    [
        (3, "Windows", None),
        (3, "", None),
        (2, "USB-XA", None),
        (4, "", "register-on-network"),
        (3, "Google Drive", "register-in-synced-folder"),
        (4, "OneDrive", "register-in-synced-folder"),
    ],
)
def test_a_drive_of_another_pc_or_of_a_cloud_is_known_by_what_windows_says_of_it(kind, label, code):
    assert trouble_with_volume(kind, label) == code


@pytest.mark.parametrize("mark", [".dropbox", ".849C9593-D756-4E56-8D6E-42412F2A707B", ".tmp.drivedownload"])
def test_a_cloud_program_that_calls_its_folder_otherwise_is_known_by_its_mark(register, folder, key, tmp_path, mark):
    register.close()
    (tmp_path / mark).touch()
    assert code_of(Register.open, folder, key, os.urandom) == "register-in-synced-folder"
    (tmp_path / mark).unlink()
    Register.open(folder, key, os.urandom).close()


ELSEWHERE = """
import sys
from pathlib import Path
from desk_app.db.lock import RegisterLock
lock = RegisterLock(Path(sys.argv[1]), "chị Hằng", machine="MAY-CUA-HANG")
lock.take()
print("taken", flush=True)
sys.stdin.readline()
"""


def test_a_second_pc_on_one_folder_is_told_who_works_at_which(register, folder, key):
    register.close()
    first = [sys.executable, "-c", ELSEWHERE, str(folder)]
    with subprocess.Popen(first, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as held:
        assert held.stdout.readline() == "taken\n"
        with pytest.raises(RegisterTrouble) as refused:
            Register.open(folder, key, os.urandom, "anh Tú")
        held.kill()
    assert refused.value.code == "register-locked-elsewhere"
    told = sentence(refused.value.code, refused.value.details)
    assert told.startswith("Sổ đang được chị Hằng mở trên máy MAY-CUA-HANG.")
    Register.open(folder, key, os.urandom, "anh Tú").close()


def test_a_register_in_a_synced_folder_is_neither_made_nor_opened(register, folder, key, tmp_path):
    identity = register.identity
    register.close()
    synced = tmp_path / "OneDrive" / "desk"
    assert code_of(Register.create, synced, key, identity, os.urandom) == "register-in-synced-folder"
    shutil.copytree(folder, synced)
    assert code_of(Register.open, synced, key, os.urandom) == "register-in-synced-folder"


def test_a_backup_is_whole_encrypted_and_counted(register, folder, key, tmp_path):
    saved(register, 3)
    facts = register.backup_to(tmp_path / "copy.db")
    assert facts.counts["registrations"] == facts.counts["journal"] == facts.position == 3
    assert facts.size == facts.path.stat().st_size > 4096
    with register.reading() as reading:
        assert reading.journal.head()[1].hex() == facts.digest
    assert not facts.path.read_bytes().startswith(b"SQLite format 3")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["copy.db"]
    assert look_into(facts.path, key).counts == facts.counts


def test_a_backup_may_have_its_own_key(register, tmp_path):
    saved(register)
    other = os.urandom(32)
    register.backup_to(tmp_path / "copy.db", other)
    assert look_into(tmp_path / "copy.db", other).position == 1
    assert code_of(look_into, tmp_path / "copy.db", bytes(32)) == "register-damaged"


def test_a_backup_never_takes_the_place_of_another_and_needs_a_folder(register, tmp_path):
    register.backup_to(tmp_path / "copy.db")
    assert code_of(register.backup_to, tmp_path / "copy.db") == "backup-exists"
    assert code_of(register.backup_to, tmp_path / "gone" / "copy.db") == "backup-not-written"


def test_a_backup_is_put_back_into_an_empty_folder_only(register, folder, key, tmp_path):
    saved(register, 2)
    copy = register.backup_to(tmp_path / "copy.db").path
    before = copy.read_bytes()
    assert put_back(copy, tmp_path / "new", key).counts["registrations"] == 2
    assert copy.read_bytes() == before
    restored = Register.open(tmp_path / "new", key, os.urandom)
    with restored.work() as work:
        assert (work.epoch(), work.raise_epoch(), work.epoch()) == (1, 2, 2)
        assert len(work.registrations.newest(9)) == 2
        work.commit()
    restored.close()
    assert code_of(put_back, copy, folder, key) == "register-exists"
    assert code_of(put_back, tmp_path / "none.db", tmp_path / "third", key) == "backup-missing"


def test_a_damaged_backup_is_not_put_back(register, key, tmp_path):
    saved(register, 30)
    copy = register.backup_to(tmp_path / "copy.db").path
    raw = bytearray(copy.read_bytes())
    raw[-2000] ^= 1
    copy.write_bytes(raw)
    assert code_of(put_back, copy, tmp_path / "new", key) == "register-damaged"
    assert list((tmp_path / "new").iterdir()) == []


def test_a_register_put_back_by_hand_is_behind_its_marker(reopen, folder, tmp_path):
    register = reopen()
    saved(register)
    register.close()
    shutil.copy(folder / "register.db", tmp_path / "old.db")
    register = reopen()
    assert not register.is_behind_marker()
    saved(register)
    register.close()
    shutil.copy(tmp_path / "old.db", folder / "register.db")
    assert reopen().is_behind_marker()


def test_a_register_that_went_another_way_than_its_marker_counts_as_restored(reopen, folder, tmp_path):
    shutil.copy(folder / "register.db", tmp_path / "old.db")
    saved(register := reopen())
    register.close()
    shutil.copy(folder / "register.marker", tmp_path / "marker")
    shutil.copy(tmp_path / "old.db", folder / "register.db")
    saved(register := reopen(), 2)
    register.close()
    shutil.copy(tmp_path / "marker", folder / "register.marker")
    assert reopen().is_behind_marker()


@pytest.mark.parametrize("raw", [b"", b"{}", b"[1]", b'{"nonce":"00","sealed":"00"}'])
def test_a_marker_that_cannot_be_read_says_nothing(register, folder, raw):
    saved(register)
    (folder / "register.marker").write_bytes(raw)
    assert not register.is_behind_marker()


def test_the_marker_shows_neither_position_nor_register(register, folder):
    saved(register)
    register.renew_marker()
    raw = (folder / "register.marker").read_bytes()
    assert register.identity.register_id.hex().encode() not in raw
    assert b"position" not in raw


def test_a_moment_of_rest_moves_the_log_into_the_file(register, folder):
    before = (folder / "register.db").stat().st_size
    saved(register, 40)
    register.tidy()
    assert (folder / "register.db").stat().st_size > before
    assert register.check() == 40
