"""Twenty thousand steps of purchases, and what is published after each: no error, and nothing that is not public."""

from collections import Counter

from services.projects.tests.disclosure.standard import faults
from services.projects.tests.disclosure.test_rules import walked
from services.projects.tests.spending_world import World
from tests.proofs.section import Numbers, Section

STEPS, WALK = 20_000, 200


async def prove(numbers: Numbers) -> Section:
    """The small form is in services/projects/tests/disclosure/test_rules.py, a year through the routes beside it."""
    section, kinds, packages = Section("Open data"), Counter[str](), 0
    for walk in range(-(-numbers.of(STEPS) // WALK)):
        for sent in walked(World(numbers.seed + walk), WALK):
            packages += 1
            kinds.update("、".join([*each["tag"][2:], each["tender"]["status"]]) for each in sent["releases"])
            if found := faults(sent):
                section.findings.append(f"walk {walk}: {found}")
    section.say(
        f"{kinds.total():,} releases in {packages:,} packages, each as it stood after a step that changed it, checked",
        "by libcoveocds with the schema of OCDS 1.1.4: errors of the schema, its additional checks, codes, numbers and",
        "fields. None names a losing bidder, an expert, or a bid before its result lies open.",
    )
    section.table(
        ["what the release holds beyond planning and tender, and the tender's status", "releases"], kinds.most_common()
    )
    return section
