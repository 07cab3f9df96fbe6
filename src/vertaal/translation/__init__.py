"""From Dutch segments and their terms to English: models, engines, search, proof and cache."""
