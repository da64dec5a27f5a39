"""How each kind of step is said in lines, and how a typed line answers it: one class a kind."""
