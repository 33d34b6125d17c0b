"""ZIP + minisig + age: the three wrappings of a document, openable with `age -d`, `unzip`, `minisign -V`.

class Written(NamedTuple): document: str (identity, 64 hex); raw: bytes (the file)
def identity(manifest: bytes) -> str
def seal_to(raw: bytes, recipients: Sequence[str]) -> bytes ; def open_seal(raw: bytes, ours: DeskKeys | OfficeKeys) -> bytes
"""
