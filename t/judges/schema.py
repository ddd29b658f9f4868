# Says whether every FILE holds to the JSON schema SCHEMA; a file of lines is
# judged line by line.
# usage: python3 schema.py SCHEMA FILE...
import json
import sys

import jsonschema

with open(sys.argv[1]) as f:
    schema = json.load(f)
judge = jsonschema.validators.validator_for(schema)
judge.check_schema(schema)
bad = 0
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as f:
        text = f.read()
    for line in text.splitlines() if name.endswith("l") else [text]:
        for e in judge(schema).iter_errors(json.loads(line)):
            print(name, "/".join(map(str, e.absolute_path)) + ": " + e.message)
            bad = 1
sys.exit(bad)
