#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Tests that the files of a room include only headers of earlier rooms.

src/meson.build lists the rooms in order: a room may include headers of the rooms before it.

    test-rooms.py SRC
"""

import re
import sys
from pathlib import Path

MAX_FILES = 45


def main():
    src = Path(sys.argv[1])
    rooms = re.findall(r"^subdir\('(.*)'\)", (src / "meson.build").read_text(), re.MULTILINE)
    room_of = {path.name: room for room in rooms for path in (src / room).glob("*.h")}
    failed = False

    print(f"1..{len(rooms)}")
    for i, room in enumerate(rooms):
        faults = [
            f"{path.name} includes {header}, which is in {room_of[header]}"
            for path in sorted((src / room).glob("*.[ch]"))
            for header in re.findall(r'^#include "(atlas-.*)"$', path.read_text(), re.MULTILINE)
            if header in room_of and room_of[header] not in rooms[: i + 1]
        ]
        n_files = len(list((src / room).iterdir()))
        if n_files > MAX_FILES:
            faults.append(f"{n_files} files are too many for one room")
        for fault in faults:
            print(f"# {fault}")
        print(f"{'not ok' if faults else 'ok'} {i + 1} - src/{room}")
        failed = failed or bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
