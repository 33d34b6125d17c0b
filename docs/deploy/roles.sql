-- The two databases and the two accounts, once, by the server's administrator:  sudo -u postgres psql -f roles.sql
-- Passwords afterwards, typed and not written:  \password motcua_office   \password motcua_pages
\set ON_ERROR_STOP on

CREATE ROLE motcua_office LOGIN;
CREATE ROLE motcua_pages LOGIN;

-- Sorting by bytes and no language's rules: an update of the system's language files then breaks no index.
CREATE DATABASE motcua_office OWNER motcua_office TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';
CREATE DATABASE motcua_public OWNER motcua_office TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';

-- What the office holds is not even connected to by the account of the citizens' pages.
REVOKE ALL ON DATABASE motcua_office FROM PUBLIC;
REVOKE ALL ON DATABASE motcua_public FROM PUBLIC;
GRANT CONNECT ON DATABASE motcua_public TO motcua_pages;

-- The pages add answers and change them. Letting go of them is the office's alone: no DELETE, no TRUNCATE.
\connect motcua_public
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO motcua_office;
GRANT USAGE ON SCHEMA public TO motcua_pages;
ALTER DEFAULT PRIVILEGES FOR ROLE motcua_office IN SCHEMA public GRANT SELECT, INSERT, UPDATE ON TABLES TO motcua_pages;

\connect motcua_office
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO motcua_office;
