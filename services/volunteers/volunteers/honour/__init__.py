"""星级与表彰: applied for, reviewed, publicised for objections, granted on confirmed hours alone, and taken back."""
