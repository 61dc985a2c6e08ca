"""Of whose facts each counter is made: what it counts cannot have changed so long as nothing was heard of them."""

from assessment.reading.model import Counted

FOLLOWER = "projections"
AREAS = "areas"  # of the registry's facts those that hardly ever come: where areas lie and who lives there
DELIBERATIONS = "deliberations"  # the same of the projects' facts: a need that is raised changes nothing of them
REGISTRY, PROJECTS, VOLUNTEERS, OWN = "registry", "projects", "volunteers", "assessment"

TELLER = {AREAS: REGISTRY, DELIBERATIONS: PROJECTS}

_BY_SOURCE = {
    REGISTRY: (
        Counted.CHARITY_MUTUAL_AID,
        Counted.CULTURE_SPORTS,
        Counted.FACILITIES,
        Counted.ORGANISATIONS,
        Counted.POSTS,
        Counted.PROMOTIONS,
        Counted.PUBLIC_SERVICE,
        Counted.UNCLASSIFIED,
    ),
    PROJECTS: (
        Counted.ACTIVITIES,
        Counted.BUDGET_FEN,
        Counted.NEEDS,
        Counted.NEEDS_ANSWERED,
        Counted.PAID_FEN,
        Counted.PROJECTS,
    ),
    VOLUNTEERS: (Counted.ACTIVE_VOLUNTEERS, Counted.MINUTES, Counted.SIGNUPS, Counted.VOLUNTEERS),
}
SOURCE = {counted: source for source, all_counted in _BY_SOURCE.items() for counted in all_counted}
EVERY_SOURCE = frozenset({AREAS, DELIBERATIONS, *_BY_SOURCE, OWN})
