"""The first register: tables, word index, and the guards that keep history as it was written."""

from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    """CREATE TABLE bundles (
    seq INTEGER NOT NULL, manifest BLOB NOT NULL, state TEXT NOT NULL, digest TEXT NOT NULL,
    file_name TEXT NOT NULL,
    CONSTRAINT pk_bundles PRIMARY KEY (seq)
) STRICT""",
    "CREATE UNIQUE INDEX uq_bundles_begun ON bundles (state) WHERE state = 'begun'",
    """CREATE TABLE desk_answers (
    id INTEGER NOT NULL, answered_on TEXT NOT NULL, channel TEXT NOT NULL, score INTEGER NOT NULL,
    comment TEXT NOT NULL,
    CONSTRAINT pk_desk_answers PRIMARY KEY (id)
) STRICT""",
    """CREATE TABLE drafts (
    draft_id TEXT NOT NULL, event TEXT NOT NULL, draft TEXT NOT NULL, kept_at TEXT NOT NULL,
    CONSTRAINT pk_drafts PRIMARY KEY (draft_id)
) STRICT""",
    """CREATE TABLE identity (
    id INTEGER NOT NULL, register_id BLOB NOT NULL, unit TEXT NOT NULL, made_on TEXT NOT NULL,
    practice INTEGER NOT NULL, epoch INTEGER NOT NULL,
    CONSTRAINT pk_identity PRIMARY KEY (id)
) STRICT""",
    """CREATE TABLE journal (
    position INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, line BLOB NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_journal PRIMARY KEY (position)
) STRICT""",
    "CREATE INDEX ix_journal_subject ON journal (subject)",
    """CREATE TABLE keys (
    name TEXT NOT NULL, raw BLOB NOT NULL,
    CONSTRAINT pk_keys PRIMARY KEY (name)
) STRICT""",
    """CREATE TABLE letters (
    id INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, serial INTEGER, template TEXT NOT NULL,
    page BLOB NOT NULL, digest TEXT NOT NULL, dated TEXT NOT NULL, code TEXT NOT NULL, state TEXT NOT NULL,
    copies INTEGER NOT NULL, printed_on TEXT, delivered_on TEXT, way TEXT NOT NULL, reaction TEXT NOT NULL,
    CONSTRAINT pk_letters PRIMARY KEY (id), CONSTRAINT uq_letters_subject UNIQUE (subject),
    CONSTRAINT uq_letters_serial UNIQUE (serial)
) STRICT""",
    "CREATE INDEX ix_letters_state ON letters (state)",
    """CREATE TABLE messages (
    message_id TEXT NOT NULL, taken_on TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
    CONSTRAINT pk_messages PRIMARY KEY (message_id)
) STRICT""",
    """CREATE TABLE office (
    name TEXT NOT NULL, value TEXT NOT NULL,
    CONSTRAINT pk_office PRIMARY KEY (name)
) STRICT""",
    """CREATE TABLE pointers (
    name TEXT NOT NULL, position INTEGER NOT NULL, digest BLOB NOT NULL,
    CONSTRAINT pk_pointers PRIMARY KEY (name)
) STRICT""",
    """CREATE TABLE rating_batches (
    batch_id TEXT NOT NULL, taken_on TEXT NOT NULL, n INTEGER NOT NULL, by_score TEXT NOT NULL,
    by_channel TEXT NOT NULL, rest TEXT NOT NULL,
    CONSTRAINT pk_rating_batches PRIMARY KEY (batch_id)
) STRICT""",
    """CREATE TABLE receipts (
    number INTEGER NOT NULL, manifest BLOB NOT NULL, bundle TEXT NOT NULL, verdict TEXT NOT NULL,
    upto INTEGER NOT NULL, taken_on TEXT NOT NULL,
    CONSTRAINT pk_receipts PRIMARY KEY (number)
) STRICT""",
    """CREATE TABLE registrations (
    id INTEGER NOT NULL, subject TEXT NOT NULL, event TEXT NOT NULL, version INTEGER NOT NULL,
    state TEXT NOT NULL, registered_on TEXT NOT NULL, happened_on TEXT NOT NULL, unit TEXT NOT NULL,
    book TEXT NOT NULL, number TEXT NOT NULL, number_norm TEXT NOT NULL, sequence INTEGER,
    year INTEGER NOT NULL, names TEXT NOT NULL, born TEXT NOT NULL,
    ym INTEGER GENERATED ALWAYS AS (CAST(substr(registered_on, 1, 4) || substr(registered_on, 6, 2) AS INTEGER)),
    CONSTRAINT pk_registrations PRIMARY KEY (id), CONSTRAINT uq_registrations_subject UNIQUE (subject)
) STRICT""",
    "CREATE INDEX ix_registrations_number ON registrations (number_norm, year)",
    "CREATE INDEX ix_registrations_sequence ON registrations (event, unit, book, year, sequence)",
    "CREATE INDEX ix_registrations_ym ON registrations (ym, event)",
    """CREATE UNIQUE INDEX uq_registrations_live_number
    ON registrations (event, unit, book, year, number_norm)
    WHERE state = 'live'""",
    """CREATE TABLE users (
    name TEXT NOT NULL, role TEXT NOT NULL,
    CONSTRAINT pk_users PRIMARY KEY (name)
) STRICT""",
    """CREATE TABLE journal_parts (
    position INTEGER NOT NULL, part TEXT NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL,
    CONSTRAINT pk_journal_parts PRIMARY KEY (position, part),
    CONSTRAINT fk_journal_parts_position_journal
        FOREIGN KEY(position) REFERENCES journal (position)
) STRICT""",
    """CREATE TABLE letter_registrations (
    letter_id INTEGER NOT NULL, registration_id INTEGER NOT NULL, registration_version INTEGER NOT NULL,
    CONSTRAINT pk_letter_registrations PRIMARY KEY (letter_id, registration_id),
    CONSTRAINT fk_letter_registrations_letter_id_letters
        FOREIGN KEY(letter_id) REFERENCES letters (id),
    CONSTRAINT fk_letter_registrations_registration_id_registrations
        FOREIGN KEY(registration_id) REFERENCES registrations (id)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_letter_registrations_registration_id ON letter_registrations (registration_id)",
    """CREATE TABLE people (
    registration_id INTEGER NOT NULL, place INTEGER NOT NULL, folded TEXT NOT NULL, born TEXT NOT NULL,
    citizen_id TEXT NOT NULL,
    CONSTRAINT pk_people PRIMARY KEY (registration_id, place),
    CONSTRAINT fk_people_registration_id_registrations
        FOREIGN KEY(registration_id) REFERENCES registrations (id)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_people_citizen_id ON people (citizen_id) WHERE citizen_id <> ''",
    "CREATE INDEX ix_people_folded ON people (folded, registration_id)",
    """CREATE TABLE registration_versions (
    registration_id INTEGER NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL,
    reasons TEXT NOT NULL, reason TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
    CONSTRAINT pk_registration_versions PRIMARY KEY (registration_id, version),
    CONSTRAINT fk_registration_versions_registration_id_registrations
        FOREIGN KEY(registration_id) REFERENCES registrations (id)
) STRICT""",
    """CREATE TABLE search_suffixes (
    suffix TEXT NOT NULL, sort_key BLOB NOT NULL, registration_id INTEGER NOT NULL,
    CONSTRAINT pk_search_suffixes PRIMARY KEY (suffix, sort_key, registration_id),
    CONSTRAINT fk_search_suffixes_registration_id_registrations
        FOREIGN KEY(registration_id) REFERENCES registrations (id)
) WITHOUT ROWID, STRICT""",
)

_ERASED = "(SELECT 1 FROM journal WHERE kind = 'erased' AND subject = {subject})"
_LINE_SUBJECT = "(SELECT subject FROM journal WHERE position = OLD.position)"
_OWN_SUBJECT = "(SELECT subject FROM registrations WHERE id = OLD.registration_id)"
_COVERED = """(SELECT 1 FROM letter_registrations AS c JOIN registrations AS r ON r.id = c.registration_id
    JOIN journal AS j ON j.subject = r.subject WHERE c.letter_id = OLD.id AND j.kind = 'erased')"""


def _forbid(name: str, act: str, when: str = "") -> str:
    return f"CREATE TRIGGER {name} BEFORE {act} {when} BEGIN SELECT RAISE(ABORT, '{name}'); END"


# History is written once. The one exception is erasing by law, which leaves an `erased` line first.
GUARDS = (
    _forbid(
        "journal_no_hole",
        "INSERT ON journal",
        "WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM journal)",
    ),
    _forbid("journal_no_update", "UPDATE ON journal"),
    _forbid("journal_no_delete", "DELETE ON journal"),
    _forbid("journal_parts_no_update", "UPDATE ON journal_parts"),
    _forbid(
        "journal_parts_no_delete", "DELETE ON journal_parts", "WHEN NOT EXISTS " + _ERASED.format(subject=_LINE_SUBJECT)
    ),
    _forbid("registration_versions_no_update", "UPDATE ON registration_versions"),
    _forbid(
        "registration_versions_no_delete",
        "DELETE ON registration_versions",
        "WHEN NOT EXISTS " + _ERASED.format(subject=_OWN_SUBJECT),
    ),
    _forbid("registrations_no_delete", "DELETE ON registrations"),
    _forbid("letters_no_delete", "DELETE ON letters"),
    _forbid(
        "letters_page_stays",
        "UPDATE OF page, digest, kind, subject, serial, code, template, dated ON letters",
        "WHEN NOT (NEW.page = x'' AND EXISTS " + _COVERED + ")",
    ),
    _forbid("letter_registrations_no_delete", "DELETE ON letter_registrations"),
    _forbid("bundles_manifest_stays", "UPDATE OF manifest ON bundles"),
    _forbid("receipts_no_update", "UPDATE ON receipts"),
)

# The application folds the words; the tokenizer must not fold again, for it does not know đ.
WORDS = """CREATE VIRTUAL TABLE search_words USING fts5(
    words, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 0'
)"""


def upgrade() -> None:
    """Make every table, the word index and the guards of a first register."""
    for statement in (*TABLES, WORDS, *GUARDS):
        op.execute(statement)
