"""入队与离队: asking and inviting, admitting, leaving and removing, each with its day."""
