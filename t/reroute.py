"""Changes each goal of some plans by one letter and judges the plan
before and after: no finding may be there that was not. Prints what went wrong
and, last, how many changes were made and refused.
usage: reroute.py SMARTCHECK FILE..."""
import collections
import concurrent.futures
import json
import re
import subprocess
import sys

# what a goal is asked only once another one uses the field
WOKEN = ("S11", "R01", "W02", "W05", "W06", "T09", "M10")
TODAY = "--today=2026-05-15"


def run(*words, text=None):
    r = subprocess.run([*words], input=text, capture_output=True, check=False)
    return r.returncode, r.stdout, r.stderr.decode()


def found(program, *words, text=None):
    rc, out, err = run(program, "check", TODAY, "-a", "-f", "jsonl", "--no-context",
                       "--fail-on", "never", *words, text=text)
    if rc != 0:
        return collections.Counter([("status", rc, err)])
    return collections.Counter(
        (f["check"], f["goal"], f["keypath"]) for f in map(json.loads, out.splitlines())
        if f["path"])


def plan(path):
    """Of one plan: what went wrong, the changes made, and those refused."""
    wrong, made, refused = [], 0, 0
    before = found(PROGRAM, path)
    with open(path, encoding="utf-8") as plain:
        goals = re.findall(r"^goal: (\S+)", plain.read(), re.M)
    for i, goal in enumerate(dict.fromkeys(goals)):
        letter, to = (("M", str(7 + i % 90)), ("T", f"2026-{6 + i % 7:02}-{1 + i % 28:02}"),
                      ("S", f"Win {3 + i} clinics by 30 June 2026"), ("A", "12 h"),
                      ("R", "somebody-new"))[i % 5]
        rc, out, err = run(PROGRAM, "reroute", TODAY, goal, "--letter", letter, "--to", to,
                           "--because", "a test", "--no-context", path)
        if rc not in (0, 2) or (rc == 2 and not err):
            wrong.append(f"{path}: {goal} {letter} {to}: status {rc}: {err}")
        if rc != 0:
            refused += 1
            continue
        made += 1
        new = found(PROGRAM, "-", text=out) - before
        new = {f for f in new if f[0] not in WOKEN or f[1] == goal}
        if new:
            wrong.append(f"{path}: {goal} {letter} {to}: {new}")
    return wrong, made, refused


PROGRAM = sys.argv[1]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    results = list(pool.map(plan, sys.argv[2:]))
for wrong, _, _ in results:
    print("".join(line + "\n" for line in wrong), end="")
print(f"{sum(r[1] for r in results)} made, {sum(r[2] for r in results)} refused")
sys.exit(any(r[0] for r in results))
