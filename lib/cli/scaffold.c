#include "cli/init.h"

static const char config[] =
"# How smartcheck and the other programs read this directory.\n"
"format: 1                    # the version of the format\n"
"roots: [goals]               # where goal files lie\n"
"language: en                 # of titles; it decides what 05/06 means\n"
"calendar:\n"
"  workdays: mon-fri          # the days that pace counts\n"
"  holidays: []               # dates, or ranges such as 2026-12-24..2026-12-31\n"
"# A check that does not fit your house, at another level or off:\n"
"# checks: {W02: note, M04: off}\n";

static const char attributes[] =
"# goal files differ and merge by document; see what 'smartcheck init' printed\n"
"goals/**/*.yaml diff=goal merge=goal text eol=lf\n";

static const char editor[] =
"root = true\n"
"\n"
"[*.{yaml,yml}]\n"
"charset = utf-8\n"
"end_of_line = lf\n"
"indent_style = space\n"
"indent_size = 2\n"
"insert_final_newline = true\n"
"trim_trailing_whitespace = true\n";

static const char company[] =
"# yaml-language-server: $schema=./goal.schema.json\n"
"# The house and its teams: a document each, behind a line of three dashes.\n"
"# Editors that know the schema check each document that names it, as above.\n"
"---\n"
"company: our-company         # its id: a-z, 0-9 and . _ - , never changed lightly\n"
"name: Our Company            # as people call it\n"
"mission: What we are here for, in one sentence\n"
"why:                         # what people here want from it; goals serve these\n"
"  - {id: first-why, text: Why it is worth the work to us}\n"
"cycle: {every: 3 months, starts: @start@}  # how often goals are set, since when\n"
"---\n"
"# $schema: ./goal.schema.json\n"
"team: sales                  # another id; goals can be owned by a team\n"
"name: Sales\n"
"lead: ana                    # the id of a person\n"
"members: [ana]               # ids of persons\n"
"of: our-company              # what the team belongs to\n";

static const char people[] =
"# yaml-language-server: $schema=./goal.schema.json\n"
"# Everybody who owns a goal, and what was said with them.\n"
"---\n"
"person: ana                  # the id that goals name as owner\n"
"name: Ana Example            # either spelling is the same owner\n"
"role: account executive\n"
"team: sales                  # the id of a team\n"
"capacity: 32 h               # hours a week for goals, all of them together\n"
"away: []                     # ranges, such as 2026-07-06..2026-07-17\n"
"# What follows is for the coach alone; goalfile(7) shows how to keep it in a\n"
"# second repository that only two people can read.\n"
"why:                         # what she wants for herself; goals can serve it\n"
"  - {id: own-why, text: What it is for}\n"
"held-accountable: Ask me on Mondays what I promised  # in her own words\n"
"---\n"
"# $schema: ./goal.schema.json\n"
"session: @today@          # a talk that took place, by its day\n"
"with: ana                    # the id of the person\n"
"kind: check-in               # or review, or retrospective\n"
"minutes: 30\n"
"feeling: How it was, in her words\n"
"commitments:                 # who does what by when\n"
"  - {who: ana, what: Call the first three names on the list, goal: first-goal, by: @due@}\n";

static const char first[] =
"# yaml-language-server: $schema=./goal.schema.json\n"
"# Goals. A comment begins with a # and a blank, and always stays where it is.\n"
"---\n"
"defaults:                    # what the goals below take if they do not say it\n"
"  owner: ana\n"
"  start: @start@\n"
"---\n"
"# $schema: ./goal.schema.json\n"
"goal: our-goal               # what the whole house wants\n"
"title: Reach 40 paying customers by @due@\n"
"owner: our-company\n"
"measure: {metric: paying customers, unit: customers, from: 28, to: 40, source: the accounts, every: month}\n"
"due: @due@\n"
"serves: our-company/first-why  # which why of the company\n"
"---\n"
"# $schema: ./goal.schema.json\n"
"goal: first-goal             # the id; other goals link to it\n"
"# S  what exactly, so that somebody else could begin tomorrow\n"
"title: Win 12 new customers in the north by @due@\n"
"strategy: Bakeries first, because they know each other\n"
"# M  how both will know on the last day\n"
"measure:\n"
"  metric: new customers      # what is counted\n"
"  unit: customers            # in what\n"
"  from: 0                    # where it begins\n"
"  to: 12                     # where it ends\n"
"  source: signed contracts in the shared folder  # where both can read it\n"
"  every: week                # how often it is read\n"
"# A  why that can be done, and what it takes\n"
"because: I won 9 in the last quarter with the old offer\n"
"effort: 12 h                 # a week\n"
"# R  what it serves, above and for oneself\n"
"supports: our-goal\n"
"serves: ana/own-why\n"
"why:                         # what will that get you, and that?\n"
"  - The house can pay a second person in the north\n"
"# T  until when, and what should be true on the way\n"
"due: @due@\n"
"milestones:\n"
"  - {by: @due@, value: 12, what: all of them signed}\n"
"# What to begin with, and what will get in the way: when, not if.\n"
"first-step: {do: Write down ten names, by: @due@, minutes: 10}\n"
"obstacles:\n"
"  - when: A baker says that he has no time\n"
"    then: I offer to come at five in the morning\n"
"    likelihood: 50%\n"
"    cost: 2                  # in customers\n"
"progress:                    # readings, appended and never rewritten\n"
"  - {date: @today@, value: 0}\n"
"---\n"
"# $schema: ./goal.schema.json\n"
"log: crm                     # readings of a program, apart from what people write\n"
"readings: []                 # - {goal: first-goal, date: ..., value: ...}\n";

const struct gf_scaffold gf_scaffold[] = {
	{ ".goalfile.yaml", config },
	{ ".gitattributes", attributes },
	{ ".editorconfig", editor },
	{ "goals/company.yaml", company },
	{ "goals/people.yaml", people },
	{ "goals/first.yaml", first },
	{ "goals/goal.schema.json", NULL },
};
const size_t gf_scaffold_n = GF_LEN(gf_scaffold);

const char gf_scaffold_git[] =
"# for git, once in each clone: the id of a goal above each change\n"
"git config diff.goal.xfuncname "
"'^[{[:space:]]*((goal|person|team|company|session|log|defaults):[[:space:]]*[^,#]*)'\n";
