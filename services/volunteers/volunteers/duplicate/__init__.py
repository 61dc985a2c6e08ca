"""疑似重复: one person under two kinds of documents, found by name and birth date and judged by an officer."""
