"""The example files of the deployment guide fit one another and the programs: options, ports, accounts, limits."""

import re
import shlex

import click
import house_rules as rules
import pytest

from district.cli.commands import main
from district.web import office, public

DEPLOY = rules.TOP / "docs" / "deploy"
GUIDE = (rules.TOP / "docs" / "deployment.md").read_text(encoding="utf-8")
NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
ROLES = (DEPLOY / "roles.sql").read_text(encoding="utf-8")
FACES = ("motcua-office.service", "motcua-pages.service")
UNITS = {"k": 1024, "m": 1024 * 1024}


def settings(name):
    """The lines of a unit, or of an environment file, by their names; those that stand twice keep both."""
    found = {}
    for line in (DEPLOY / name).read_text(encoding="utf-8").splitlines():
        if re.match(r"[A-Za-z_]+=", line):
            key, value = line.split("=", 1)
            found.setdefault(key, []).append(value)
    return found


def understood(words):
    """The options of a line of district-cli as click reads them; nothing is run."""
    options, rest = main.make_parser(click.Context(main)).parse_args(main.hoisted(words))[:2]
    command = main.commands[rest[0]]
    return options, command.make_context(rest[0], list(rest[1:])).params


def served(name):
    (line,) = settings(name)["ExecStart"]
    program, *words = shlex.split(line)
    assert program == "/opt/motcua/bin/district-cli"
    return understood(words)[1]


@pytest.mark.parametrize(("name", "face"), [(FACES[0], "office"), (FACES[1], "public")])
def test_a_unit_serves_its_face_where_nginx_looks_for_it_and_believes_nginx_alone(name, face):
    told = served(name)
    assert (told["only"], told["host"], told["proxies"]) == (face, "127.0.0.1", ("127.0.0.1",))
    assert f"proxy_pass http://127.0.0.1:{told['port']};" in NGINX


def test_each_face_has_its_own_account_which_the_database_knows_too():
    (office_user,), (pages_user,) = (settings(name)["User"] for name in FACES)
    assert office_user != pages_user
    assert all(f"CREATE ROLE {user} LOGIN;" in ROLES for user in (office_user, pages_user))
    (data,) = settings("office.env")["DISTRICT_DATA"]
    assert f"-{data}" in settings("motcua-pages.service")["InaccessiblePaths"]
    assert f"GRANT CONNECT ON DATABASE motcua_office TO {pages_user}" not in ROLES


def test_the_environment_files_name_what_the_program_reads_and_the_pages_know_no_office():
    code = (rules.TOP / "district/cli/line.py").read_text() + (rules.TOP / "district/cli/group.py").read_text()
    for name in ("office.env", "pages.env"):
        assert all(f'"{key}"' in code for key in settings(name))
    assert set(settings("pages.env")) == {"DISTRICT_DATA", "DISTRICT_PUBLIC_DATABASE"}
    assert settings("pages.env")["DISTRICT_PUBLIC_DATABASE"] == settings("office.env")["DISTRICT_PUBLIC_DATABASE"]


def test_nginx_lets_through_what_the_pages_take_and_writes_no_address_down():
    sizes = [int(size) * UNITS[unit] for size, unit in re.findall(r"client_max_body_size (\d+)([km]);", NGINX)]
    pages, office_pages, sticks = sizes
    assert pages >= public.LARGEST_BODY
    assert office_pages >= office.LARGEST_BODY
    assert office_pages >= max(office.LARGER.values())
    (path,) = office.STREAMED
    assert f"location = {path} {{" in NGINX
    assert sticks >= office.STREAMED[path]
    servers = NGINX.split("server {")[1:]
    assert len(servers) == 3
    assert all("access_log off;" in one and "error_log /var/log/nginx/motcua.log crit;" in one for one in servers)
    assert all("Strict-Transport-Security" in one for one in servers[1:])


def test_whatever_the_guide_tells_to_type_exists():
    lines = re.findall(r"sudo motcua ([a-z][^`|&#\n]*)", GUIDE)
    assert len(lines) > 8
    for line in lines:
        options, _ = understood(shlex.split(line))
        assert set(options) <= {"data", "database", "public_database"}
    for named in re.findall(r"docs/deploy/([a-z.-]+)", GUIDE):
        assert (DEPLOY / named).is_file()


def test_every_example_stands_in_the_list_of_examples():
    listed = (DEPLOY / "README.md").read_text(encoding="utf-8")
    assert [one.name for one in DEPLOY.iterdir() if one.name != "README.md" and f"({one.name})" not in listed] == []
