"""What the programs of one machine are started with fits what their code asks for."""

from deploy.local.processes import ASKS_WHERE_FROM
from deploy.local.settings import ROOT, SERVICES


def test_whoever_asks_where_somebody_comes_from_is_told() -> None:
    asking = {
        name
        for name in SERVICES
        for path in (ROOT / "services" / name / name).rglob("*.py")
        if "request.client" in path.read_text()
    }
    assert asking == ASKS_WHERE_FROM
    packages = [path for path in (ROOT / "packages").rglob("*.py") if "request.client" in path.read_text()]
    assert packages == []
