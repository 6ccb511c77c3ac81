"""The content model: frozen records, no input or output."""
