"""进驻: who works in a facility, under which agreement and until when."""
