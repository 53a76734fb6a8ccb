"""`python -m benchmarks [NAME…]`: one line for each figure, `name value unit`. Ratios come from one run."""
