"""指标读数: how a figure is computed and what it is held against."""
