#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Pans the map over 200 frames, and a bare one for comparison: measure-panning.py PROGRAM

The result is the processor time of a frame in all threads. The number of frames that were shown
while tiles were still being drawn is printed to the standard error.
"""

import os
import statistics
import subprocess
import sys

from measuring import print_row, take_turns

ROUNDS = 3
LINKS = [(0, "as it ships"), (10_000, "with 10 000 links")]
AIM = 1.5


def pan(program, what):
    """Returns the milliseconds of each frame, and the number of frames while tiles were drawn."""
    output = subprocess.run([program, what], check=True, capture_output=True, text=True).stdout
    # The test framework prints lines of its own.
    *frames, loading = [line for line in output.splitlines() if not line.startswith("#")]
    return [float(frame) for frame in frames], int(loading)


def get_95th(frames):
    return statistics.quantiles(frames, n=20)[-1]


def main():
    program = sys.argv[1]
    renderer = os.environ["GSK_RENDERER"]
    for links, words in LINKS:
        ours, references = take_turns(lambda: pan(program, str(links)), lambda: pan(program, "bare"),
                                      ROUNDS)
        loading = sum(loading for _, loading in ours)
        print(f"{renderer}, {words}: {loading} of {sum(len(frames) for frames, _ in ours)} frames came"
              " while tiles were drawn", file=sys.stderr)
        for what, measure in (("Panning", statistics.mean), ("The same, 95th percentile:", get_95th)):
            print_row(f"{what} {words}, {renderer}, a frame against one of a bare map", "ms",
                      [measure(frames) for frames, _ in ours],
                      [measure(frames) for frames, _ in references], AIM)


if __name__ == "__main__":
    main()
