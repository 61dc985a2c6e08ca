"""社工岗位: planned in a community, filled by a registered social worker, vacated with a reason."""
