"""What `make score` measures, one part a module; each yields names of figures with their values."""
