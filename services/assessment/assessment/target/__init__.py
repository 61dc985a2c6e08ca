"""指标目标: dated targets with source and clause, in force until superseded."""
