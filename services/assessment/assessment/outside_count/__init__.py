"""外部统计数: what other systems count, with its day and source, beside our own counts and never added to them."""
