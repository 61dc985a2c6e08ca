"""The dated rule of sampling entries by hand (补录抽查)."""

from chassis.dated import Dated
from volunteers.dated import DATA


class SamplingRule(Dated):
    """补录抽查规定."""

    FILE = DATA / "sampling.toml"

    share_percent: int
    months_back: int
    check_working_days: int
    full_check_days: int
