# Says whether FILE holds to the JSON schema SCHEMA; a file of lines is judged
# line by line.
# usage: python3 schema.py SCHEMA FILE
import json
import sys

import jsonschema

with open(sys.argv[1]) as f:
    schema = json.load(f)
judge = jsonschema.validators.validator_for(schema)
judge.check_schema(schema)
with open(sys.argv[2], encoding="utf-8") as f:
    text = f.read()
lines = text.splitlines() if sys.argv[2].endswith("l") else [text]
bad = 0
for line in lines:
    for e in judge(schema).iter_errors(json.loads(line)):
        print("/".join(map(str, e.absolute_path)) + ": " + e.message)
        bad = 1
sys.exit(bad)
