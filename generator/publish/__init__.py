"""Publish: adapters that write a rendered site, with MkDocs or as a plain Markdown tree."""
