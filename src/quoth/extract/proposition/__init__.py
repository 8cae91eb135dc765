"""What propositions are read with: their parts with roles, and how they stand to fact."""
