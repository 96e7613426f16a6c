#!/usr/bin/python3
"""A file system that shows a folder as a share does, and delays, fails or hangs on command.

    share.py FOLDER MOUNT_POINT RULES [SECONDS]

SECONDS says for how long a mount trusts what it knows of names and lengths; locks are its own. So
one FOLDER under two MOUNT_POINTS is one share on two computers.

RULES is a file that is read anew at every operation. A line is OPERATION NAME ACTION [AFTER]:
an operation of FUSE (write, fsync, fsyncdir, rename, open, truncate, ..., or "any"), the last part
of the path ("any"), and what becomes of it: "hang" until the line is gone, "slow SECONDS", an
error by its name (EIO), each only behind a first operation AFTER if one is named. What a rule has met
goes to RULES.met, a line each, before it is done.
"""

import errno
import os
import sys
import threading
import time

from fusepy import FUSE, FuseOSError, Operations


class Share(Operations):
    """The folder itself, but for the rules."""

    def __init__(self, folder, rules):
        self.folder = folder
        self.rules = rules
        self.met = open(rules + ".met", "a", buffering=1)
        self.noting = threading.Lock()
        self.seen = set()

    def rule(self, operation, path):
        """The action for an operation, as a line of the rules has it."""
        name = os.path.basename(path or "")
        with open(self.rules) as rules:
            for line in rules:
                wanted, where, action, *rest = line.split()
                is_slow = action == "slow"
                seconds = float(rest.pop(0)) if is_slow else 0
                if wanted not in (operation, "any") or where not in (name, "any"):
                    continue
                if rest and rest[0] not in self.seen:
                    continue
                return line, action, seconds
        return None

    def __call__(self, operation, *args):
        path = next((one for one in args if isinstance(one, str)), "")
        rule = self.rule(operation, path)
        with self.noting:
            self.seen.add(operation)
            if rule:
                self.met.write(f"{operation} {path}\n")
        if rule:
            line, action, seconds = rule
            if action == "hang":
                while (now := self.rule(operation, path)) and now[0] == line:
                    time.sleep(0.02)
            elif action == "slow":
                time.sleep(seconds)
            else:
                raise FuseOSError(getattr(errno, action))
        try:
            return getattr(self, operation)(*args)
        except FuseOSError:
            raise
        except OSError as error:
            raise FuseOSError(error.errno) from error

    def at(self, path):
        return self.folder + path

    def init(self, path):
        pass

    def destroy(self, path):
        pass

    def access(self, path, mode):
        if not os.access(self.at(path), mode):
            raise FuseOSError(errno.EACCES)

    def getattr(self, path, fh=None):
        found = os.fstat(fh) if fh is not None else os.lstat(self.at(path))
        names = ("st_mode", "st_nlink", "st_uid", "st_gid", "st_size", "st_ino", "st_atime", "st_mtime", "st_ctime")
        return {name: getattr(found, name) for name in names}

    def readdir(self, path, fh):
        return [".", "..", *os.listdir(self.at(path))]

    def open(self, path, flags):
        # Where a write goes is what the mount believes to be the end, as on a share.
        return os.open(self.at(path), flags & ~(os.O_APPEND | os.O_CREAT | os.O_EXCL))

    def create(self, path, mode, fi=None):
        return os.open(self.at(path), os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)

    def read(self, path, size, offset, fh):
        return os.pread(fh, size, offset)

    def write(self, path, data, offset, fh):
        return os.pwrite(fh, data, offset)

    def truncate(self, path, length, fh=None):
        os.truncate(self.at(path) if fh is None else fh, length)

    def fsync(self, path, datasync, fh):
        os.fsync(fh)

    def fsyncdir(self, path, datasync, fh):
        pass

    def flush(self, path, fh):
        pass

    def release(self, path, fh):
        os.close(fh)

    def rename(self, old, new):
        os.rename(self.at(old), self.at(new))

    def unlink(self, path):
        os.unlink(self.at(path))

    def mkdir(self, path, mode):
        os.mkdir(self.at(path), mode)

    def rmdir(self, path):
        os.rmdir(self.at(path))

    def chmod(self, path, mode):
        os.chmod(self.at(path), mode)

    def chown(self, path, user, group):
        os.chown(self.at(path), user, group)

    def utimens(self, path, times=None):
        os.utime(self.at(path), times)

    def readlink(self, path):
        return os.readlink(self.at(path))

    def symlink(self, target, source):
        os.symlink(source, self.at(target))


def main():
    match sys.argv[1:]:
        case [folder, mount_point, rules, *trusts]:
            seconds = trusts[0] if trusts else "0"
            FUSE(Share(folder, rules), mount_point, foreground=True, use_ino=True, direct_io=True,
                 attr_timeout=seconds, entry_timeout=seconds, ac_attr_timeout=seconds)
        case _:
            sys.exit(__doc__)


main()
