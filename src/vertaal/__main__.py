"""`python -m vertaal`."""

from vertaal.cli import main

if __name__ == "__main__":
    main(prog_name="vertaal")
