"""What was asked beside the score, surveys, follow-ups, serials drawn for a check."""

from alembic import op

revision = "0005"
down_revision = "0004"

STEPS = (
    """CREATE TABLE surveys (
    id INTEGER NOT NULL, subject TEXT NOT NULL, name TEXT NOT NULL, begun_on TEXT NOT NULL, closed_on TEXT,
    body TEXT NOT NULL,
    CONSTRAINT pk_surveys PRIMARY KEY (id)
) STRICT""",
    """CREATE TABLE survey_places (
    id INTEGER NOT NULL, survey_id INTEGER NOT NULL, name TEXT NOT NULL, handed INTEGER NOT NULL,
    returned INTEGER NOT NULL, spoiled INTEGER NOT NULL,
    CONSTRAINT pk_survey_places PRIMARY KEY (id),
    CONSTRAINT fk_survey_places_survey_id_surveys FOREIGN KEY(survey_id) REFERENCES surveys (id)
) STRICT""",
    "CREATE INDEX ix_survey_places_survey_id ON survey_places (survey_id)",
    """CREATE TABLE follow_ups (
    id INTEGER NOT NULL, subject TEXT NOT NULL, source TEXT NOT NULL, source_ref TEXT NOT NULL,
    opened_on TEXT NOT NULL, due_on TEXT NOT NULL, done_on TEXT, letter_id INTEGER, body TEXT NOT NULL,
    CONSTRAINT pk_follow_ups PRIMARY KEY (id),
    CONSTRAINT fk_follow_ups_letter_id_letters FOREIGN KEY(letter_id) REFERENCES letters (id)
) STRICT""",
    "CREATE INDEX ix_follow_ups_done_on ON follow_ups (done_on)",
    """CREATE TABLE check_draws (
    receipt INTEGER NOT NULL, serial INTEGER NOT NULL, letter TEXT NOT NULL, drawn_on TEXT NOT NULL,
    found TEXT NOT NULL, shown_on TEXT,
    CONSTRAINT pk_check_draws PRIMARY KEY (receipt, serial)
) STRICT""",
    "ALTER TABLE desk_answers ADD COLUMN scale INTEGER NOT NULL DEFAULT 3",
    "ALTER TABLE desk_answers ADD COLUMN question_set TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE desk_answers ADD COLUMN asked TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE desk_answers ADD COLUMN survey_id INTEGER"
    " CONSTRAINT fk_desk_answers_survey_id_surveys REFERENCES surveys (id)",
    "ALTER TABLE desk_answers ADD COLUMN place_id INTEGER"
    " CONSTRAINT fk_desk_answers_place_id_survey_places REFERENCES survey_places (id)",
    "CREATE INDEX ix_desk_answers_survey_id ON desk_answers (survey_id) WHERE survey_id IS NOT NULL",
)


def upgrade() -> None:
    """Make the tables; answers taken so far had three levels and nothing else asked."""
    for step in STEPS:
        op.execute(step)
