"""`python -m desk_app.cli`."""

from desk_app.cli import main

if __name__ == "__main__":
    main()
