"""Questions derived from rules, procedures, roles, documents and terms, and the bank they make."""
