"""参与: the residents who took part in an activity."""
