# Reads workflow commands as GitHub's runner does, one JSON object each, and
# refuses what it would not take.
# usage: python3 commands.py FILE...
import json
import re
import sys

ANY = re.compile(r"##\[|##vso\[")


def plain(s, names):
    for code, c in names:
        s = s.replace(code, c)
    return s.replace("%25", "%")


DATA = [("%0D", "\r"), ("%0A", "\n")]
PROPERTY = DATA + [("%3A", ":"), ("%2C", ",")]
lines = []
for name in sys.argv[1:]:
    with open(name, encoding="utf-8", newline="") as f:
        lines += f.read().split("\n")
    assert lines.pop() == "", "the last line is not ended"
for line in lines:
    if ANY.search(line):
        sys.exit("an old command: " + line)
    if not line.lstrip().startswith("::"):
        continue
    m = re.fullmatch(r"::(error|warning|notice)(?: (.*?))?::(.*)", line)
    if not m:
        sys.exit("no command: " + line)
    props = {}
    for p in (m[2] or "").split(",") if m[2] else []:
        key, value = p.split("=", 1)
        props[key] = plain(value, PROPERTY)
    if "col" in props and props["line"] != props["endLine"]:
        sys.exit("columns over lines: " + line)
    print(json.dumps({"level": m[1], "message": plain(m[3], DATA), **props}))
