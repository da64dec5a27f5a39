"""How each step is asked in the app: one widget a kind of step, and what it is built of."""
