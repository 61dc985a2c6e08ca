"""What the runner makes of a person's settings."""

import socket
from pathlib import Path

import pytest

from deploy.local.progress import Trouble
from deploy.local.settings import SERVICES, Settings, free_port, taken_ports


def test_ports_follow_the_public_one(tmp_path: Path) -> None:
    settings = Settings(tmp_path, port=9000)
    ports = {program: settings.port_of(program) for program in settings.programs}
    assert ports == {
        "caddy": 9000,
        "gateway": 9001,
        "registry": 9002,
        "projects": 9003,
        "volunteers": 9004,
        "assessment": 9005,
        "postgres": 9006,
    }


def test_nothing_set_means_the_demo_on_8080() -> None:
    settings = Settings.from_environment({})
    assert (settings.public_url, settings.demo, settings.city) == ("http://localhost:8080", True, True)


def test_no_demo_means_no_city_either() -> None:
    settings = Settings.from_environment({"DEMO": "0"})
    assert (settings.demo, settings.city) == (False, False)


def test_https_has_an_address_for_phones() -> None:
    settings = Settings.from_environment({"HTTPS": "1", "HOST": "192.0.2.7", "PORT": "8443"})
    assert settings.public_url == "https://192.0.2.7:8443"


@pytest.mark.parametrize("port", ["word", "-1", "0", "65535"])
def test_an_impossible_port_is_refused_by_name(port: str) -> None:
    with pytest.raises(Trouble, match="PORT"):
        Settings.from_environment({"PORT": port})


def test_an_outside_postgresql_replaces_the_embedded_one_as_a_whole() -> None:
    kinds = ("DATABASE", "MIGRATION")
    given = {f"{service.upper()}_{kind}_URL": "postgresql://db/x" for service in SERVICES for kind in kinds}
    assert "postgres" not in Settings.from_environment(given).programs
    del given["PROJECTS_MIGRATION_URL"]
    with pytest.raises(Trouble, match="PROJECTS_MIGRATION_URL"):
        Settings.from_environment(given)


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    settings = Settings(tmp_path, port=free_port())
    with socket.create_server(("127.0.0.1", settings.port_of("projects"))):
        assert taken_ports(settings) == [settings.port_of("projects")]
    assert taken_ports(settings) == []
