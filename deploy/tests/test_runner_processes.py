"""The supervisord configuration the runner writes, as supervisord reads it."""

import stat
from pathlib import Path

import pytest
from supervisor.options import ServerOptions  # type: ignore[import-untyped]

from deploy.local.environment import Environment
from deploy.local.processes import Program, configuration, programs
from deploy.local.settings import SERVICES, Settings

OUTSIDE = {
    f"{service.upper()}_{kind}_URL": f"postgresql://{service}_{kind.lower()}:100%25sure@db/{service}"
    for service in SERVICES
    for kind in ("DATABASE", "MIGRATION")
}


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    (tmp_path / "logs").mkdir()
    return Environment.of(Settings(tmp_path, outside_databases=OUTSIDE))


def read(environment: Environment, wanted: list[Program]) -> dict[str, object]:
    """Each program as supervisord understands it."""
    path = environment.settings.state / "supervisord.conf"
    path.write_text(configuration(environment.settings, environment.settings.state / "socket", wanted))
    options = ServerOptions()
    options.realize(["-c", str(path)])
    return {program.name: program for group in options.process_group_configs for program in group.process_configs}


def test_every_program_is_started_again_when_it_dies(environment: Environment) -> None:
    found = read(environment, programs(environment))
    assert set(found) == {*SERVICES, "caddy"}
    assert all(program.autorestart is not False for program in found.values())  # type: ignore[attr-defined]


def test_a_service_gets_its_own_secrets_only(environment: Environment) -> None:
    registry = read(environment, programs(environment))["registry"].environment  # type: ignore[attr-defined]
    assert registry["REGISTRY_DATABASE_URL"] == OUTSIDE["REGISTRY_DATABASE_URL"]
    foreign = {f"{name.upper()}{secret}" for name in SERVICES for secret in ("_DATABASE_URL", "_DATA_KEYS", "_KEY")}
    own = {"REGISTRY_DATABASE_URL", "REGISTRY_DATA_KEYS", "REGISTRY_KEY"}
    assert foreign & set(registry) == own
    assert not any(name.endswith("_MIGRATION_URL") for name in registry)
    assert all(registry[f"{name.upper()}_URL"].startswith("http://127.0.0.1:") for name in SERVICES)


def test_keys_are_made_once_and_are_their_owners_only(environment: Environment) -> None:
    again = Environment.of(environment.settings)
    assert again.everything == environment.everything
    for path in environment.settings.state.rglob("keys/*"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_value_that_would_break_the_configuration_is_refused(environment: Environment) -> None:
    broken = Program("registry", ["true"], {"KEY": 'a"b'}, 20)
    with pytest.raises(ValueError, match="configuration"):
        configuration(environment.settings, Path("socket"), [broken])
