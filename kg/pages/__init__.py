"""Pages of results: what their lines are, and what is found out about country and year."""
