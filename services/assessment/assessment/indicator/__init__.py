"""指标定义: what each indicator measures, by which formula, from which facts, since when and by which text."""
