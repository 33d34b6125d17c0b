"""`python -m district.cli`."""

from district.cli import main

if __name__ == "__main__":
    main()
