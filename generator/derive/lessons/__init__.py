"""Lesson kits: what is told at each length, the slides, and the paper of ten questions."""
