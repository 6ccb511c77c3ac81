"""支部学堂: turns a structured handbook into a site, checked from clause to question."""

__version__ = "0.1.0"
