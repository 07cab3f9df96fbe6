"""Tables on the pages of a PDF: which words stand in which cell."""
