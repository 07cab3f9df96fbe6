"""Exchange: editions to and from translation tools and the offline review page."""
