"""The learnt models behind small doors: batch in, one result per input. Nothing outside this room imports a model's library."""
