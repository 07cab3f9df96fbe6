"""Review: a page on which people turn the machine's draft into an edition they answer for."""
