#!/bin/sh
# The main job on the example plan. Its findings are no failure of the demo.
set -u
cd "$(dirname "$0")/.." || exit 2
PATH=$(cd "${GF_BIN:-bin}" && pwd):$PATH
export GOALFILE_TODAY=2026-05-15
# a bare machine says nothing of its locale; the plan is UTF-8
[ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LC_ALL=C.UTF-8
echo "The plan of examples/acme as it stands on $GOALFILE_TODAY:"
echo "    smartcheck check --through examples/acme | alignmap tree"
echo
{ smartcheck check --through examples/acme; echo $? >build/demo.rc; } |
    alignmap tree
rc=$?
[ "$rc" -le 1 ] && [ "$(cat build/demo.rc)" -le 1 ]
