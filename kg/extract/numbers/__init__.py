"""What a passage counts and measures: numbers, money, shares, and what each of them says."""
