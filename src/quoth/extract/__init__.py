"""From one document: referents, statements, times, quantities, contacts, terms: one file each."""
