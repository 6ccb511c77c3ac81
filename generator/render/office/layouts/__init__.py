"""How each kind of paper is laid out."""
