"""The bundle: journal lines after the last receipt, sealed to the level above.

class Frame(Struct): to (key id of the office); unit; desk; register (64 hex); epoch; seq; period (YYYY-MM); basis;
    digest_at_basis (64 hex); last_receipt; created_at (UTC, 2026-10-31T09:00:00Z); app      what the desk knows before the lines
class BundleManifest(Struct): ARCHITECTURE 5's fields, word for word
def final_manifest(frame: Frame, lines: Sequence[bytes], shared: Sequence[bytes] | None = None) -> bytes
def seal_bundle(manifest: bytes, lines, shared, keys: DeskKeys, recipients: Sequence[str]) -> bytes
def shared_line(position: int, salt: bytes, part: bytes) -> bytes        # one entry of `shared`
def read_manifest(raw: bytes) -> BundleManifest                           # of our own stored manifest

class Sender: verify: str; unit: str; desk: int; register: str; profile: "figures" | "register" = "figures"; revoked: bool = False
def open_bundle(raw: bytes, ours: OfficeKeys, senders: Callable[[str], Sender | None]) -> OpenedBundle    raises Refused
class OpenedBundle: manifest: BundleManifest; lines: tuple[RawLine, ...]; shared: tuple[bytes, ...]; document: str; key_id: str
class RawLine: position: int; raw: bytes; digest: bytes (32) ; read() -> Line (raises BadLine)
def read_lines(opened: OpenedBundle, first: int = 1) -> ReadBundle         # last step, after judge; never refuses
class ReadBundle: lines: tuple[ReadLine(position, raw, digest, line), ...]; set_aside: tuple[SetAside(position, reason), ...];
    shared: Mapping[int, SharedPart(position, salt: bytes, part: bytes)]
"""
