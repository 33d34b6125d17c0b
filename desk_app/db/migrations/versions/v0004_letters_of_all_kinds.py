"""Letters of thanks and apology, what was wished of a letter, its back, its number, its hand-over, ceremonies."""

from alembic import op

revision = "0004"
down_revision = "0003"

TABLES = (
    """CREATE TABLE letter_wishes (
    letter_id INTEGER NOT NULL, body TEXT NOT NULL,
    CONSTRAINT pk_letter_wishes PRIMARY KEY (letter_id),
    CONSTRAINT fk_letter_wishes_letter_id_letters FOREIGN KEY(letter_id) REFERENCES letters (id)
) STRICT""",
    """CREATE TABLE letter_backs (
    letter_id INTEGER NOT NULL, page BLOB NOT NULL, digest TEXT NOT NULL,
    CONSTRAINT pk_letter_backs PRIMARY KEY (letter_id),
    CONSTRAINT fk_letter_backs_letter_id_letters FOREIGN KEY(letter_id) REFERENCES letters (id)
) STRICT""",
    """CREATE TABLE courtesies (
    letter_id INTEGER NOT NULL, body TEXT NOT NULL,
    CONSTRAINT pk_courtesies PRIMARY KEY (letter_id),
    CONSTRAINT fk_courtesies_letter_id_letters FOREIGN KEY(letter_id) REFERENCES letters (id)
) STRICT""",
    """CREATE TABLE courtesy_names (
    suffix TEXT NOT NULL, letter_id INTEGER NOT NULL,
    CONSTRAINT pk_courtesy_names PRIMARY KEY (suffix, letter_id),
    CONSTRAINT fk_courtesy_names_letter_id_letters FOREIGN KEY(letter_id) REFERENCES letters (id)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE letter_numbers (
    letter_id INTEGER NOT NULL, year INTEGER NOT NULL, sign TEXT NOT NULL, number INTEGER NOT NULL, dated TEXT NOT NULL,
    CONSTRAINT pk_letter_numbers PRIMARY KEY (letter_id),
    CONSTRAINT uq_letter_numbers_year_sign_number UNIQUE (year, sign, number),
    CONSTRAINT fk_letter_numbers_letter_id_letters FOREIGN KEY(letter_id) REFERENCES letters (id)
) STRICT""",
    """CREATE TABLE handings (
    letter_id INTEGER NOT NULL, together TEXT NOT NULL, evidence TEXT NOT NULL, returned_on TEXT,
    returned_why TEXT NOT NULL,
    CONSTRAINT pk_handings PRIMARY KEY (letter_id),
    CONSTRAINT fk_handings_letter_id_letters FOREIGN KEY(letter_id) REFERENCES letters (id)
) STRICT""",
    """CREATE TABLE ceremonies (
    id INTEGER NOT NULL, held_on TEXT NOT NULL, body TEXT NOT NULL,
    CONSTRAINT pk_ceremonies PRIMARY KEY (id)
) STRICT""",
    "CREATE INDEX ix_ceremonies_held_on ON ceremonies (held_on)",
    "CREATE INDEX ix_letters_delivered_on ON letters (delivered_on) WHERE delivered_on IS NOT NULL",
)

_ERASED = "EXISTS (SELECT 1 FROM journal WHERE kind = 'erased' AND subject = {subject})"
_COVERED = (
    "EXISTS (SELECT 1 FROM letter_registrations c JOIN registrations r ON r.id = c.registration_id"
    " JOIN journal j ON j.subject = r.subject WHERE c.letter_id = OLD.id AND j.kind = 'erased')"
)
# A letter that covers no registration is erased by a line of its own.
PAGE_STAYS = (
    "CREATE TRIGGER letters_page_stays BEFORE UPDATE OF page, digest, kind, subject, serial, code, template, dated"
    f" ON letters WHEN NOT (NEW.page = x'' AND ({_COVERED} OR {_ERASED.format(subject='OLD.subject')}))"
    " BEGIN SELECT RAISE(ABORT, 'letters_page_stays'); END"
)
_GONE = "(SELECT 1 FROM letters WHERE id = OLD.letter_id AND page = x'')"
GUARDS = (
    "DROP TRIGGER letters_page_stays",
    PAGE_STAYS,
    "CREATE TRIGGER letter_backs_no_update BEFORE UPDATE ON letter_backs"
    " BEGIN SELECT RAISE(ABORT, 'letter_backs_no_update'); END",
    f"CREATE TRIGGER letter_backs_no_delete BEFORE DELETE ON letter_backs WHEN NOT EXISTS {_GONE}"
    " BEGIN SELECT RAISE(ABORT, 'letter_backs_no_delete'); END",
)


def upgrade() -> None:
    """Make the tables; a letter's page may also go by a line about the letter itself."""
    for step in (*TABLES, *GUARDS):
        op.execute(step)
