#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Passes files to a running instance, and prints TAP.

    test-running-instance.py JILIN-ATLAS DATASET
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ATLAS, DATASET = (str(Path(path).resolve()) for path in sys.argv[1:3])
NAME = "io.github.jilinatlas.JilinAtlas"
PATIENCE = 60


def hand_over(path):
    return subprocess.run([ATLAS, path], capture_output=True, check=False, timeout=PATIENCE)


def is_running():
    """Returns whether the first instance owns its name on the bus."""
    result = subprocess.run(
        ["gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path",
         "/org/freedesktop/DBus", "--method", "org.freedesktop.DBus.NameHasOwner", NAME],
        capture_output=True, check=False)
    return b"true" in result.stdout


def main():
    print("1..3", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        broken = Path(folder) / "broken.json"
        broken.write_text('{"format": "jilin-atlas", ', encoding="utf-8")
        with subprocess.Popen([ATLAS, DATASET]) as first:
            end = time.monotonic() + PATIENCE
            while not is_running() and time.monotonic() < end:
                time.sleep(0.1)
            good = hand_over(DATASET)
            print("ok" if good.returncode == 0 else f"not ok # {good}", "- a dataset", flush=True)
            bad = hand_over(str(broken))
            told = bad.returncode == 1 and b"broken.json:1: " in bad.stderr
            print("ok" if told else f"not ok # {bad}", "- a broken file", flush=True)
            print("ok" if first.poll() is None else "not ok", "- the first instance goes on")
            first.terminate()


if __name__ == "__main__":
    main()
