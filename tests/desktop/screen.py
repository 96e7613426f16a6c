#!/usr/bin/env python3
"""Looks at the X display of DISPLAY through its own protocol: what is drawn there, and when.

    screen.py frames SECONDS            how many times something is drawn in that time
    screen.py first PROGRAM [ARG...]    milliseconds from the start of PROGRAM to its first frame
    screen.py hash X Y WIDTH HEIGHT     what is to be seen there, as a number
    screen.py await HASH X Y WIDTH HEIGHT SECONDS
                                        returns at once when exactly that is to be seen there

Frames are counted by the X server itself (its extension DAMAGE), so the program needs no help.
"""

import hashlib
import os
import select
import socket
import struct
import subprocess
import sys
import time


class Screen:
    """A connection to the X server, as much of it as is needed here."""

    def __init__(self):
        number = os.environ["DISPLAY"].rpartition(":")[2].partition(".")[0]
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(f"/tmp/.X11-unix/X{number}")
        self.events = []
        self.socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        answer, length = struct.unpack("<B5xH", self.read(8))
        setup = self.read(4 * length)
        if answer != 1:
            sys.exit("the X server refuses the connection")
        (self.new_id,) = struct.unpack_from("<I", setup, 4)
        vendor, formats = struct.unpack_from("<H3xB", setup, 16)
        screen = 32 + (vendor + 3) // 4 * 4 + 8 * formats
        (self.root,) = struct.unpack_from("<I", setup, screen)
        self.width, self.height = struct.unpack_from("<HH", setup, screen + 20)

    def read(self, count):
        data = bytearray()
        while len(data) < count:
            part = self.socket.recv(count - len(data))
            if not part:
                sys.exit("the X server is gone")
            data += part
        return bytes(data)

    def send(self, opcode, detail, body=b""):
        self.socket.sendall(struct.pack("<BBH", opcode, detail, 1 + len(body) // 4) + body)

    def message(self):
        """The next answer or event, whole."""
        head = self.read(32)
        if head[0] == 0:
            sys.exit(f"the X server reports error {head[1]}")
        if head[0] == 1:
            head += self.read(4 * struct.unpack_from("<I", head, 4)[0])
        return head

    def answer(self):
        """The next answer; events that come before it are kept."""
        while (message := self.message())[0] != 1:
            self.events.append(message)
        return message

    def watch(self):
        """From now on every drawing, wherever on the screen, makes an event."""
        name = b"DAMAGE"
        self.send(98, 0, struct.pack("<Hxx", len(name)) + name + bytes(-len(name) % 4))
        present, opcode = struct.unpack_from("<BB", self.answer(), 8)
        if not present:
            sys.exit("the X server has no extension DAMAGE")
        self.send(opcode, 0, struct.pack("<II", 1, 1))
        self.answer()
        self.send(opcode, 1, struct.pack("<IIBxxx", self.new_id, self.root, 0))
        # The first one tells only that the screen is there.
        self.message()

    def drawn(self, until):
        """Waits for the next drawing: its x, y, width and height, or None when time is up."""
        if not self.events:
            left = max(0, until - time.monotonic())
            if not select.select([self.socket], [], [], left)[0]:
                return None
            self.events.append(self.message())
        return struct.unpack_from("<hhHH", self.events.pop(0), 16)

    def pixels(self, x, y, width, height):
        self.send(73, 2, struct.pack("<IhhHHI", self.root, x, y, width, height, 0xFFFFFFFF))
        return self.answer()[32:]

    def hash(self, x, y, width, height):
        return hashlib.sha256(self.pixels(x, y, width, height)).hexdigest()


def frames(seconds):
    screen = Screen()
    screen.watch()
    until = time.monotonic() + seconds
    count = 0
    while screen.drawn(until):
        count += 1
    return count


def first(command):
    """The first drawing as large as a window, of more than one colour: a page, not a background."""
    screen = Screen()
    screen.watch()
    begun = time.monotonic()
    program = subprocess.Popen(command)
    try:
        while place := screen.drawn(begun + 60):
            now = time.monotonic()
            x, y, width, height = place
            if width * height < 100_000:
                continue
            pixels = screen.pixels(x, y, width, height)
            if pixels != pixels[:4] * (len(pixels) // 4):
                return (now - begun) * 1000
        sys.exit("no frame within a minute")
    finally:
        program.kill()
        program.wait()


def wait_for(wanted, place, seconds):
    screen = Screen()
    until = time.monotonic() + seconds
    while screen.hash(*place) != wanted:
        if time.monotonic() > until:
            sys.exit("it did not come to be seen")


def main():
    match sys.argv[1:]:
        case ["frames", seconds]:
            print(frames(float(seconds)))
        case ["first", *command]:
            print(f"{first(command):.1f}")
        case ["hash", *place]:
            print(Screen().hash(*map(int, place)))
        case ["await", wanted, *place, seconds]:
            wait_for(wanted, map(int, place), float(seconds))
        case _:
            sys.exit(__doc__)


main()
