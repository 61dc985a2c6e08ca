"""缺席: who had a place and never came, and whom the lead excuses; nothing follows from it by itself."""
