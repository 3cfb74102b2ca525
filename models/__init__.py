"""Tables, their constraints, and every query and write beside them."""
