"""For each goal of each file named on standard input, a file without one being
made into a goal first: climb and add put bytes in and take none out, or refuse
and touch nothing. Prints what they do else, and at the end the counts.
usage: onlyadds.py <NAMES"""
import json
import os
import subprocess
import sys

BOM = b"\xef\xbb\xbf"
ANSWERS = "Łódź: a flat\n- with 'a' garden\n\nCall Ed #1\ntoday\n10\nlater: this\n"
CLIMB = ["whyladder", "climb", "ID", "one.yaml", "-i", "--answers", "a"]
ADD = ["obstacles", "add", "ID", "one.yaml", "-i", "--when", "rain: it pours",
       "--then", "walk #2", "--likelihood", "40%", "--cost", "2"]
REASONS = ["cannot write", "cannot edit", "inherits", "is no text"]
CHECKED = ["--no-context", "--config", "plain.yaml"]


def run(command):
    p = subprocess.run(command + CHECKED, capture_output=True, check=False,
                       timeout=20)
    return p.returncode, p.stdout, p.stderr.decode("utf-8", "replace")


def goals():
    out = run(["whyladder", "show", "one.yaml", "-f", "jsonl", "--audience",
               "coach"])[1]
    return [json.loads(line) for line in out.splitlines()]


def made_goal(old):
    """The same text with the two keys of a goal at its top."""
    end = b"\r\n" if b"\r\n" in old else b"\n"
    head = BOM if old.startswith(BOM) else b""
    rest = old[len(head):]
    while rest.startswith((b"---\n", b"---\r\n", b"#", b"\n", b"%")):
        cut = rest.find(b"\n") + 1
        head, rest = head + rest[:cut], rest[cut:]
        if not cut:
            break
    return head + b"goal: zz" + end + b"title: t" + end + rest


def only_added(old, new):
    at = 0
    for byte in old:
        at = new.find(byte, at) + 1
        if at == 0:
            return False
    return True


counts = {"written": 0, "refused": 0, "no goal": 0}
bad = 0
with open("a", "w", encoding="utf-8") as f:
    f.write(ANSWERS)
with open("plain.yaml", "w", encoding="utf-8") as f:
    f.write("format: 1\n")
for name in sys.stdin.read().splitlines():
    with open(name, "rb") as f:
        old = f.read()
    with open("one.yaml", "wb") as f:
        f.write(old)
    found = goals()
    if not found:
        old = made_goal(old)
        with open("one.yaml", "wb") as f:
            f.write(old)
        found = goals()
    ids = [g["goal"] for g in found]
    counts["no goal"] += not ids
    for one in found[:4]:
        if ids.count(one["goal"]) > 1 or not one["goal"]:
            continue
        for command in CLIMB, ADD:
            with open("one.yaml", "wb") as f:
                f.write(old)
            rc, _, err = run([one["goal"] if w == "ID" else w for w in command])
            with open("one.yaml", "rb") as f:
                new = f.read()
            why = None
            if rc == 2:
                counts["refused"] += 1
                if new != old:
                    why = "refused and written"
                elif not any(s in err for s in REASONS):
                    why = "refused"
            elif rc != 0:
                why = "status %d" % rc
            # `later DATE` stands where the list will be
            elif not only_added(old, new) and b"obstacles: later" not in old:
                why = "bytes gone"
            else:
                counts["written"] += 1
                after = [g for g in goals() if g["goal"] == one["goal"]]
                rungs = (one["rungs"] or []) + ANSWERS.split("\n")[:2]
                if command is CLIMB and (not after or
                                         after[0]["rungs"] != rungs):
                    why = "not what was answered"
            if why:
                bad += 1
                print("%s: %s of %s: %s: %s" % (name, command[1], one["goal"],
                                                why, err.strip()))
print(", ".join("%d %s" % (n, k) for k, n in counts.items()))
sys.exit(bad > 0)
