"""Runs a program on a terminal of its own and types what standard input says,
a line whenever it shows its prompt: ^C and ^D alone are those keys, ^X COMMAND
runs a shell command before the next line is typed.
Prints what the terminal showed; the status is the program's, 128 + N by a
signal. -0, -1, -2 FILE puts that descriptor elsewhere.
usage: typed.py [-0 FILE] [-1 FILE] [-2 FILE] PROGRAM [ARGUMENT]..."""
import os
import pty
import select
import subprocess
import sys
import time

PROMPT = b"> "
args, elsewhere = sys.argv[1:], {}
while args and args[0] in ("-0", "-1", "-2"):
    elsewhere[int(args[0][1])] = args[1]
    args = args[2:]
keys = sys.stdin.read().splitlines()

child, tty = pty.fork()
if child == 0:
    for fd, name in elsewhere.items():
        mode = os.O_RDONLY if fd == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        os.dup2(os.open(name, mode, 0o644), fd)
    try:
        os.execvp(args[0], args)
    finally:
        os._exit(127)

shown, seen, end = b"", 0, time.time() + 20


def more(wait):
    """Read what is shown within a time; False once the terminal is closed."""
    global shown
    if not select.select([tty], [], [], wait)[0]:
        return True
    try:
        got = os.read(tty, 65536)
    except OSError:
        return False
    shown += got
    return got != b""


KEYS = {"^C": b"\x03", "^D": b"\x04"}
alive = True
for key in keys:
    if key.startswith("^X "):
        subprocess.run(key[3:], shell=True, check=False)
        continue
    while alive and not shown[seen:].endswith(PROMPT) and time.time() < end:
        alive = more(0.05)
    seen = len(shown)
    if alive:
        os.write(tty, KEYS.get(key, key.encode("utf-8", "surrogateescape") + b"\n"))
while alive and time.time() < end:
    alive = more(0.05)
sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
sys.stdout.flush()
if time.time() >= end:
    os.kill(child, 9)
status = os.waitpid(child, 0)[1]
sys.exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
