"""Every byte of a register as it lies in its pages, free ones included: SQLCipher's pages opened one by one."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT = 4096, 80, 16


def plain_pages(path: Path, key: bytes) -> bytes:
    """The pages in clear, one behind the other."""
    raw = path.read_bytes()
    return b"".join(_plain(raw[at : at + PAGE], key, SALT if at == 0 else 0) for at in range(0, len(raw), PAGE))


def _plain(page: bytes, key: bytes, skipped: int) -> bytes:
    end = PAGE - RESERVED
    opened = Cipher(algorithms.AES(key), modes.CBC(page[end : end + 16])).decryptor()
    return opened.update(page[skipped:end]) + opened.finalize()
