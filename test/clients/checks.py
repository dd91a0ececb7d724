"""What the scripts in Python have in common: a line of JSON for each check."""

import json
import traceback
import urllib.request


def check(name):
    """Runs a function as a check of this name."""

    def run(act):
        error = None
        try:
            act()
        except Exception as thrown:  # whatever it is, it is this check's failure
            error = f"{thrown!r}\n{traceback.format_exc(limit=-2)}"
        print(json.dumps({"name": name, "error": error}), flush=True)

    return run


def equal(seen, wanted):
    if seen != wanted:
        raise AssertionError(f"{seen!r} is not {wanted!r}")


def pass_time(url):
    """Lets the time pass that changes take in the emulator."""
    urllib.request.urlopen(f"{url}/_emulator/clock", json.dumps({"advanceMs": 600_000}).encode()).close()


def reaches(url, one, other):
    """Whether packets find their way from one VPC to another, and back."""
    with urllib.request.urlopen(f"{url}/_emulator/reach?from={one}&to={other}") as answer:
        return json.load(answer)["reaches"]
