"""活动: what a project does, where, when, led by whom, with how many volunteers."""
