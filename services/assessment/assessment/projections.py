"""The facts that the assessment service hears and keeps copies and counters of; rebuilt from zero at any time."""

from assessment.reading.feeds import FOLLOWER
from assessment.reading.from_deliberations import follow_deliberations
from assessment.reading.from_needs import follow_needs
from assessment.reading.from_projects import follow_projects
from assessment.reading.from_registry import follow_registry
from assessment.reading.from_spending import follow_spending
from assessment.reading.from_volunteers import follow_volunteers
from assessment.reading.stages import follow_stages
from assessment.reading.terms import area_told
from chassis.areas import follow_areas
from chassis.follow import Follower

projections = Follower(FOLLOWER, replayable=True)
follow_areas(projections, area_told)
follow_registry(projections)
follow_needs(projections)
follow_deliberations(projections)
follow_projects(projections)
follow_spending(projections)
follow_stages(projections)
follow_volunteers(projections)
