"""`python -m district.cli`."""

import gc


def main() -> None:
    """Load the commands and run the one that was typed."""
    # Nothing of what is loaded here goes away again: looking for garbage in it costs a sixth of a short command.
    gc.disable()
    from district.cli.commands import main as commands

    gc.freeze()
    gc.enable()
    commands()


if __name__ == "__main__":
    main()
