"""The services' databases and roles: one database each, an owner that migrates, an app role that owns nothing."""

from collections.abc import Iterable, Mapping

import psycopg
from psycopg import sql

from deploy.local.settings import SERVICES

# How long PostgreSQL lets a statement or transaction of a service take, and the first version that knows the setting.
APP_TIMEOUTS = {
    "statement_timeout": (0, "60s"),
    "idle_in_transaction_session_timeout": (0, "60s"),
    "transaction_timeout": (170000, "300s"),
}


def url(role: str, password: str, port: int, database: str) -> str:
    return f"postgresql://{role}:{password}@127.0.0.1:{port}/{database}"


def urls(passwords: Mapping[str, str], port: int, services: Iterable[str] = SERVICES) -> dict[str, str]:
    """The settings `<NAME>_DATABASE_URL` (app role) and `<NAME>_MIGRATION_URL` (owner role)."""
    found = {}
    for service in services:
        for setting, role in (("DATABASE", f"{service}_app"), ("MIGRATION", f"{service}_owner")):
            found[f"{service.upper()}_{setting}_URL"] = url(role, passwords[role], port, service)
    return found


def prepare(admin_url: str, passwords: Mapping[str, str], services: Iterable[str] = SERVICES) -> None:
    """Creates what is missing and sets the passwords again; everything else is left as it is."""
    with psycopg.connect(admin_url, autocommit=True) as connection:
        roles = _names(connection, "select rolname from pg_roles")
        databases = _names(connection, "select datname from pg_database")
        for service in services:
            owner, app = f"{service}_owner", f"{service}_app"
            for role in (owner, app):
                _put_role(connection, role, passwords[role], is_new=role not in roles)
            _limit(connection, app)
            if service not in databases:
                _create_database(connection, service, owner, app)


def _put_role(connection: psycopg.Connection, role: str, password: str, *, is_new: bool) -> None:
    """The password leaves this process only as a SCRAM verifier, so no server log can hold it."""
    verifier = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    statement = sql.SQL("{} role {} login nosuperuser nocreatedb nocreaterole nobypassrls password {}")
    verb = sql.SQL("create" if is_new else "alter")
    connection.execute(statement.format(verb, sql.Identifier(role), sql.Literal(verifier)))


def _limit(connection: psycopg.Connection, app: str) -> None:
    for setting, (since, limit) in APP_TIMEOUTS.items():
        if connection.info.server_version >= since:
            statement = sql.SQL("alter role {} set {} = {}")
            connection.execute(statement.format(sql.Identifier(app), sql.Identifier(setting), sql.Literal(limit)))


def _create_database(connection: psycopg.Connection, name: str, owner: str, app: str) -> None:
    database = sql.Identifier(name)
    connection.execute(sql.SQL("create database {} owner {}").format(database, sql.Identifier(owner)))
    connection.execute(sql.SQL("revoke all on database {} from public").format(database))
    connection.execute(sql.SQL("grant connect on database {} to {}").format(database, sql.Identifier(app)))


def _names(connection: psycopg.Connection, query: str) -> set[str]:
    return {name for (name,) in connection.execute(query.encode())}
