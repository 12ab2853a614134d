#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Tests the output of build-aux/count-tests for logs of meson.

    test-count-tests.py COUNT-TESTS
"""

import json
import subprocess
import sys
import tempfile

# The name of a case, the tests in the log (result, output), the last line and the exit status.
CASES = [
    ("a program is one case", [("OK", "")], "1 passed, 0 failed", 0),
    ("each TAP case counts", [("OK", "1..2\nok 1 /a\nok 2 /b\n")], "2 passed, 0 failed", 0),
    ("a TAP case fails", [("FAIL", "ok 1 /a\nnot ok 2 /b\n")], "1 passed, 1 failed", 1),
    ("a crash after the last case", [("ERROR", "ok 1 /a\nok 2 /b\n")], "2 passed, 1 failed", 1),
    ("a program out of time", [("OK", ""), ("TIMEOUT", "")], "1 passed, 1 failed", 1),
    ("an unexpected pass", [("UNEXPECTEDPASS", "")], "0 passed, 1 failed", 1),
    (
        "a case skipped with a reason",
        [("OK", "ok 1 /a\nok 2 /b # SKIP the year is over\n")],
        "1 passed, 0 failed, 1 skipped",
        0,
    ),
    ("a case skipped without one", [("OK", "ok 1 /a\nok 2 /b # SKIP\n")], "1 passed, 1 failed", 1),
    ("a program skipped", [("OK", ""), ("SKIP", "")], "1 passed, 1 failed", 1),
    ("nothing that looks like a case", [("OK", "okay then\n# ok 1\n  ok\n")], "1 passed, 0 failed", 0),
    ("no test at all", [], "0 passed, 1 failed", 1),
]


def main():
    failed = 0
    print(f"1..{len(CASES)}")
    for number, (name, tests, line, status) in enumerate(CASES, 1):
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as log:
            for result, output in tests:
                print(json.dumps({"name": "t", "result": result, "stdout": output}), file=log)
            log.flush()
            run = subprocess.run(
                [sys.argv[1], log.name], capture_output=True, text=True, check=False
            )
        passed = (run.stdout.splitlines()[-1:], run.returncode) == ([line], status)
        failed += not passed
        print(f"{'ok' if passed else 'not ok'} {number} {name}")
        if not passed:
            print(f"# expected {line!r} and {status}, got {run.stdout!r} and {run.returncode}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
