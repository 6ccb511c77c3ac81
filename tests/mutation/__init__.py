"""Changes the core at random and asks whether the tests notice."""
