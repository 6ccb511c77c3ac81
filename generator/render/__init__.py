"""Render: views to finished pages and files; pure, knows no publishing engine."""
