#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Replaces one record of a large dataset: measure-deriving.py PROGRAM."""

import subprocess
import sys

from measuring import print_row

ROUNDS = 5

# The main thread does this while the user waits, so a longer time would be noticed.
LONGEST = 10


def main():
    program, = sys.argv[1:]
    rows = [
        [float(number) for number in
         subprocess.run([program], check=True, capture_output=True, text=True).stdout.split()]
        for _ in range(ROUNDS)
    ]
    events, links, provinces, fillings = zip(*rows)
    print_row("Replacing one of 100 000 records, against filling anew", "ms", events, fillings, 0.1)
    print_row("Replacing one of 100 000 records, against the longest wait", "ms", events,
              [LONGEST], 1)
    print_row("Replacing one link of 50 000, against the longest wait", "ms", links, [LONGEST], 1)
    print_row("Replacing one to which 1000 refer, against the longest wait", "ms", provinces,
              [LONGEST], 1)


if __name__ == "__main__":
    main()
