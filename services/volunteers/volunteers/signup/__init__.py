"""报名: who takes a place, who waits, and who moves up."""
