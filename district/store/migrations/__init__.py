"""Steps that make and change the district's tables, oldest first; named here so that a start need not load Alembic."""

VERSIONS = ("0001", "0002", "0003", "0004")
NEWEST = VERSIONS[-1]
