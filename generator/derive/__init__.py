"""Derive: views of the handbook as plain values; pure, no clock, no disk."""
