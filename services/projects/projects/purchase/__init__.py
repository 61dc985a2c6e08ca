"""采购: what of a project is bought, by which method, for at most how much, announced until when."""
