"""Who takes part in what, as what, as the cues of a clause say it."""
