"""Speed as ratios within one run: python -m benchmarks. Absolute seconds say little elsewhere."""
