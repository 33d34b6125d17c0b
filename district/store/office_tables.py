"""The tables behind the office's pages; made by the same migrations and held in the same `metadata` as `tables`."""

from sqlalchemy import ForeignKey, Index

from district.store.columns import raw, table, whole, words

# Who is logged in to the pages: known by the digest of the cookie; what opens the office's keys is sealed under the
# cookie itself, so that the table alone opens nothing. Shared by every process that serves the pages.
sessions = table(
    "sessions",
    words("digest", key=True),
    words("user"),
    words("role"),
    raw("sealed", null=True),
    words("begun_at"),
    words("seen_at"),
)

# Files that were put on the table and looked at, before somebody says "take them in": nothing of them counts yet.
# `state` is open, taking, taken or dropped; a tray that was being taken when the power went is taken to its end later.
# `closed_at` is, while it is being taken, when the last file was: so other processes see that somebody is at it.
trays = table(
    "trays",
    words("id", key=True),
    words("opened_by"),
    words("opened_at"),
    words("state"),
    words("closed_at"),
)

# `decision` is empty until the file was taken in; then what became of it, as JSON. `raw` goes when the tray is closed.
# `about` is what the file says of itself (JSON, empty when it cannot be opened), `expected` what was last shown for it.
tray_files = table(
    "tray_files",
    words("tray", ForeignKey("trays.id"), key=True),
    whole("ordinal", key=True),
    words("name"),
    words("sha256"),
    whole("size"),
    words("about"),
    words("expected"),
    raw("raw", null=True),
    words("decision"),
)

# Files of a newer program, kept as they came until this one is newer too.
shelved = table(
    "shelved",
    words("sha256", key=True),
    words("name"),
    words("came_at"),
    words("verdict"),
    words("detail"),
    raw("raw"),
)

# Keys of a desk beside the one in `desks`: `state` is waiting (its six words are not compared yet), older (good until
# the first bundle under the newer key), retired (only what was signed in its time) or revoked. `terms` is JSON: what
# the desk becomes, or became, with that key, and why it was revoked.
desk_keys = table(
    "desk_keys",
    words("key_id", key=True),
    whole("desk", ForeignKey("desks.number")),
    words("signing_key"),
    words("receiving_key"),
    words("state"),
    words("since_on"),
    words("until_on"),
    words("terms"),
    Index("ix_desk_keys_desk", "desk"),
)

# In which books a desk wrote, a book known by a digest only: two desks in one book are seen without a number told.
desk_books = table(
    "desk_books",
    whole("desk", ForeignKey("desks.number"), key=True),
    words("event", key=True),
    words("book", key=True),
    words("first_on"),
    words("last_on"),
    whole("written"),
    Index("ix_desk_books_book", "book"),
)

# What the lines of a desk up to a position say of a year, or by day of a month (202610), counted once; a head or
# digest that moved makes it worthless.
recounts = table(
    "recounts",
    whole("desk", ForeignKey("desks.number"), key=True),
    whole("year", key=True),
    whole("head"),
    raw("digest"),
    words("said"),
)

# The plan: which commune begins when. `stage` is pilot, volunteer or everyone.
rollout = table(
    "rollout",
    words("unit", key=True),
    words("stage"),
    words("planned_on"),
    words("note"),
)

# By which day which share of the communes (percent) is to work; `source` is the letter that asks for it.
rollout_goals = table(
    "rollout_goals",
    words("by_day", key=True),
    whole("share"),
    words("source"),
)

# What is odd about the answers of a batch, for this office alone: `flags` counts answers by flag (JSON), `by_score` is
# how the flagged ones divide. `told_in` names the split in which both sides are told, empty while one of them is small;
# `reasons` (JSON) are those that wait until more answers of their side give some.
noted = table(
    "noted",
    words("batch", ForeignKey("batches.id"), key=True),
    words("unit"),
    words("flags"),
    whole("n"),
    words("by_score"),
    words("told_in"),
    words("reasons"),
    Index("ix_noted_unit", "unit"),
)

# Figures with and without what was noted, told only where both sides are large enough; `rest` are the others.
splits = table(
    "splits",
    words("id", key=True),
    words("unit"),
    words("formed_on"),
    whole("scale"),
    words("flags"),
    words("noted_by_score"),
    words("rest_by_score"),
    Index("ix_splits_unit", "unit"),
)

# Letters drawn by lot with a receipt: the commune's leader shows who signed for them. `found` is empty until the desk
# says signed, unsigned or missing.
draws = table(
    "draws",
    whole("desk", ForeignKey("desks.number"), key=True),
    whole("receipt", key=True),
    whole("serial", key=True),
    words("letter"),
    words("drawn_on"),
    words("found"),
    words("shown_on"),
)

# Networks that an officer knows to be a commune's own: an answer from there is noted, never refused.
networks = table(
    "networks",
    words("unit", key=True),
    words("network", key=True),
    words("since_on"),
)
