"""What is learned from annotated pages: clues of numbers and of pairs of names, weighed.

`scripts/learn/learn.py` makes the tables beside this file, from `benchmarks/gold` and further gold;
the same pages give the same tables, and the same text the same answers.
"""
