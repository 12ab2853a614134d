#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Compares the window of the atlas with a bare one: time to the first complete frame, and memory.

    measure-window.py ATLAS BARE-WINDOW

Both print "ATLAS_FIRST_FRAME <monotonic microseconds>" to the standard error when everything is
drawn. Both open in turns on the same display with the same renderer.
"""

import contextlib
import os
import select
import subprocess
import sys
import time

import measuring

# Seconds.
START_LIMIT = 20
REST = 2


def read_first_frame(window):
    """Returns the time when everything was drawn, in microseconds of the monotonic clock."""
    deadline = time.monotonic() + START_LIMIT
    said = b""
    while (left := deadline - time.monotonic()) > 0:
        if not select.select([window.stderr], [], [], left)[0]:
            break
        chunk = os.read(window.stderr.fileno(), 65536)
        if not chunk:
            break
        said += chunk
        # The text after the last line break may be incomplete.
        for line in said.split(b"\n")[:-1]:
            if line.startswith(b"ATLAS_FIRST_FRAME "):
                return int(line.split()[1])
    sys.exit(f"{window.args[0]} drew no complete frame:\n{said.decode(errors='replace')}")


def read_pss(pid):
    """Returns the proportional set size of a process in MiB."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
        for line in rollup:
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    raise ValueError("no Pss in smaps_rollup")


@contextlib.contextmanager
def open_window(program):
    """Opens a window, yields it with the milliseconds to its first frame, and closes it."""
    spawned = time.monotonic_ns()
    with subprocess.Popen(
        [program],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=dict(os.environ, ATLAS_TRACE_START="1"),
    ) as window:
        try:
            yield window, read_first_frame(window) / 1e3 - spawned / 1e6
        finally:
            window.kill()


def measure_start(program):
    """Returns the milliseconds from starting the program to its first complete frame."""
    with open_window(program) as (_, start):
        return start


def measure_memory(program):
    """Returns the memory of the idle program in MiB."""
    with open_window(program) as (window, _):
        time.sleep(REST)
        return read_pss(window.pid)


def main():
    atlas, bare = sys.argv[1:]
    renderer = os.environ["GSK_RENDERER"]
    for what, measure, rounds, unit, aim in [
        ("Start to first complete frame", measure_start, 15, "ms", 1.25),
        ("Memory at rest", measure_memory, 5, "MiB", 1.3),
    ]:
        ours, references = measuring.take_turns(
            lambda: measure(atlas), lambda: measure(bare), rounds
        )
        measuring.print_row(
            f"{what}, {renderer}, against a bare window with a map", unit, ours, references, aim
        )


if __name__ == "__main__":
    main()
