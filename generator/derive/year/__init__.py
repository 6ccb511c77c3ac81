"""The year of a branch: what comes when, and plans that meet the frequencies the rules ask for."""
