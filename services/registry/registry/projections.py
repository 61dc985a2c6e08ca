"""What the registry hears and keeps copies of: its own areas, so that it names them as every service does."""

from chassis.areas import follow_areas
from chassis.follow import Follower

projections = Follower("projections", replayable=True)
follow_areas(projections)
