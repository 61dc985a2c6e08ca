"""加入: by the lead, in spite of a clash or without a phone, and on the spot by the code of the moment."""
