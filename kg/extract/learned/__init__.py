"""What is learned from annotated pages: clues of numbers and of pairs of names, weighed.

`scripts/learn` makes the tables beside this file from `benchmarks/gold`; the same pages give the
same tables, and the same text the same answers.
"""
