"""附件: files kept once by what is in them, seen with the record that they belong to."""
