"""考核评分: a town's card of a year, computed, reported on, checked, objected to and frozen for good."""
