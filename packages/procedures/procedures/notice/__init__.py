"""公示: what is to be decided lies open to everybody for a fixed time; an objection stops it until it is answered."""
