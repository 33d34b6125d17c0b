-- Before the night's copy: every row of the citizens' database is written anew in the order of its random name, in one
-- transaction in which no other writes, and the key of the day's networks goes. What `PublicStore.stir` does after a sitting; a test compares the two.
BEGIN;
SELECT pg_advisory_xact_lock(1296258132);
WITH gone AS (DELETE FROM answers RETURNING *) INSERT INTO answers SELECT * FROM gone ORDER BY id;
WITH gone AS (DELETE FROM ballots RETURNING *) INSERT INTO ballots SELECT * FROM gone ORDER BY id;
WITH gone AS (DELETE FROM messages RETURNING *) INSERT INTO messages SELECT * FROM gone ORDER BY id;
DELETE FROM public_facts WHERE name = 'network-key';
COMMIT;
VACUUM answers;
VACUUM ballots;
VACUUM messages;
VACUUM public_facts;
