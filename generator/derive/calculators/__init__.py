"""Calculators and planners: numbers from the rules, results as sentences; the browser repeats the same logic."""
