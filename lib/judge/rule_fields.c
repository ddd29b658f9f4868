#include "judge/rule.h"
#include "judge/smart.h"
#include "judge/smart.h"

/* Rules of fields other than S; numbers go on where rule_words.c ends. */
#define RULE(n, at, pattern, silent, what, ...) \
	.on = GF_ON_OPEN, .rule = &(const struct gf_rule){ .number = (n), \
	    .field = (at), .match = (pattern), .unless = (silent), \
	    .say = (what), .shy = true, .when = { __VA_ARGS__, NULL } }

/* The same where a name or a compound is what it is about: a 70-hour week. */
#define BOLD(n, at, pattern, silent, what, ...) \
	.on = GF_ON_OPEN, .rule = &(const struct gf_rule){ .number = (n), \
	    .field = (at), .match = (pattern), .unless = (silent), \
	    .say = (what), .when = { __VA_ARGS__, NULL } }

/* The same of several patterns, where one would be too long. */
#define MORE(...) __VA_ARGS__
#define LONG(n, at, first, others, silent, what, ...) \
	BOTH(n, at, NULL, first, MORE(others), silent, what, __VA_ARGS__)
#define BOTH(n, at, too, first, others, silent, what, ...) \
	.on = GF_ON_OPEN, .rule = &(const struct gf_rule){ .number = (n), \
	    .field = (at), .also = (too), .match = (first), \
	    .more = { others }, \
	    .unless = (silent), .say = (what), \
	    .when = { __VA_ARGS__, NULL } }

/* The rows that other programs have, too. */
enum { R06 = 3, W04 = 5 };

static const struct gf_judgement rows[] = {
	{ .check = { .id = "M05", .name = "soft-metric",
	    .level = GF_WARNING, .letters = "M",
	    .about = "a metric that is a feeling or a virtue, and no "
	    "instrument that reads it",
	    .ask = "Which question, put to whom, gives that number?",
	    .why = "Of 105 public-health objectives 1.9 in 100 named a way "
	    "of measuring (IEP review); two people read a feeling off two "
	    "scales",
	    .bad = "measure: {metric: mood, unit: points, to: 8}",
	    .good = "measure: {metric: share of staff who answer 4 or 5 in "
	    "the June pulse, to: 70%}",
	    .fix = "name the survey, score or index in the metric, or say "
	    "under source where it is read" },
	    RULE(8, "measure.metric", "(?i)^(?:(?!share\\b|number\\b|"
	    "percent)[\\p{L}-]+\\s+){0,3}(?<what>morale|mood|motivation|"
	    "happiness|visibility|presence|relationships?|quality|culture|"
	    "spirit|trust|engagement|satisfaction|loyalty|awareness|"
	    "reputation|image|commitment|professionalism|teamwork|"
	    "collaboration|communication|innovation|creativity|well-?being|"
	    "confidence|attitude|enthusiasm|ownership|focus|alignment|"
	    "passion|energy|knowledge|understanding|stress|balance|clarity|"
	    "transparency|credibility)(?:\\s+(?:of|in|among|at|with|between|"
	    "across|towards?|for)\\b.*)?$",
	    "(?i)\\b(?:survey|score|index|rating|rate|nps|e?nps|csat|rubric|"
	    "audit|pulse|grade|stars?|hours|minutes|days|count|share|per|"
	    "points? of|out of|questionnaire|poll|meter|measured)\\b",
	    "nobody can read '{what}' off anything", "english", "not sourced",
	    "not vision") },
	{ .check = { .id = "M08", .name = "limitless-or-acceptable",
	    .level = GF_WARNING, .letters = "M",
	    .about = "as many as possible, maximise; adequate, sufficient: no "
	    "end, or one that somebody else decides",
	    .ask = "How much is enough, and who says so?",
	    .why = "Such words stand on NASA's list of weak phrases in "
	    "requirements (ARM 1997): nobody can tell when they are met",
	    .bad = "title: Minimise breakages in the glass store by May",
	    .good = "title: Under 5 breakages a month in the glass store by "
	    "May",
	    .fix = "write the number; a legal term such as reasonable "
	    "adjustments goes under glossary:" },
	    RULE(9, "title", "(?i)\\b(?<what>maximi[sz](?:e|ing)|minimi[sz]"
	    "(?:e|ing)|optimi[sz](?:e|ing)|as (?:(?:many|much|few|little)"
	    "(?: \\p{L}+){0,3}|fast|quickly|often|soon|low|high) as "
	    "(?:possible|we can|i can)|"
	    "(?:adequate|sufficient|satisfactory|acceptable|reasonable|"
	    "appropriate|optimal)(?:ly)?(?= \\p{L}))", "(?i)\\bsoon as\\b",
	    "'{what}' has no end that one could check", "english",
	    "not measured", "not target", "not vision") },
	{ .check = { .id = "A05", .name = "outside-hands",
	    .level = GF_NOTE, .letters = "A",
	    .about = "somebody else decides whether it happens",
	    .ask = "What will you have done by then that makes it likelier?",
	    .why = "The practice's third rule: a goal is what one can do "
	    "oneself; what others decide is a hope, and a good reason for a "
	    "goal",
	    .bad = "title: The bank lowers our interest rate by May",
	    .good = "title: Three offers compared and put to the bank by May",
	    .fix = "make your own part the goal and name the other under "
	    "asks; customers who buy or renew are your job and never listed" },
	    LONG(10, "title", "(?i)^(?:(?:the|our|my|his|her|their|a) )?"
	    "(?:(?!and\\b|works\\b|or\\b|to\\b|for\\b|of\\b|the\\b|food\\b|blood\\b)"
	    "[\\p{L}'-]+ )"
	    "{0,2}(?<who>councils?|governments?|minist(?:ry|er)|parliament|"
	    "state|city|county|market|economy|competitors?|rivals?|weather|"
	    "head ?office|headquarters|hq|board|boss|manage(?:r|ment)|banks?|"
	    "regulator|authority|court|judge|landlords?|neighbou?rs?|union|"
	    "press|media|insurers?|vendors?|suppliers?|importers?|senate|"
	    "congress|commission|committee|(?:tax|post) office|municipality|"
	    "mayor|teacher|examiner|jury|president|airline|railway|customs|"
	    "providers?|makers?|carriers?|manufacturers?|(?:interest|"
	    "tax) rates?|(?:oil|gas) prices?)"
	    "\\s+"
	    "(?<does>(?!(?:is|was|has|gets|pass|details|visits|meetings|"
	    "minutes|accounts|news|hours|notes|seats|talks|members|cards|"
	    "loans|sales)\\b)(?:[\\p{Ll}]{2,}"
	    "(?<!s)s|give|approve|accept|cut|lower|raise|lose|praise|"
	    "change|grow|recover|leave|stop|drop|pay|fall|rise))(?= \\p{L}| \\d)",
	    MORE("(?i)^(?:no (?:rain|snow|storms?|frost|strikes?|recession)|"
	    "(?:sun|sunshine|good weather|lower (?:inflation|interest))\\b(?! "
	    "(?:lotion|cream|block|terrace|deck))|win "
	    "the (?:lottery|jackpot|lotto)|(?:the )?(?:dollar|euro|pound|"
	    "franc|yen|oil|gold|bitcoin)(?: price)? (?:at|above|below|under|"
	    "over)|[\\p{L}\\d]+ (?:days|weeks) of (?:sun(?:shine)?|snow)|"
	    "(?:be|get) (?:picked|chosen|selected|featured|discovered|noticed)"
	    " (?:as|by|in|for)|get the (?:law|rules?|tax|fees?) .*(?:changed|"
	    "lowered|lifted|dropped|abolished)|(?:the|my|our|his|her) (?:"
	    "[\\p{L}'-]+ )?(?:agency|ombudsman|bishop|embassy|university|"
	    "foundation|federation|fund|tribunal|publisher|critics?|(?:rival|"
	    "competitor)'s \\p{L}+|brother|sister|mother|father|mum|mom|dad|"
	    "son|daughter|wife|husband|parents|uncle|aunt|cousin|boyfriend|"
	    "girlfriend) (?!is |was |has |gets |goes )\\p{Ll}{2,}(?<!s)s "
	    "(?=\\p{L}))",
	    "^(?!(?:Sales|Marketing|Support|Finance|HR|Legal|IT|Product|"
	    "Engineering|Operations|Ops|Payroll|Purchasing|Accounts|Team|Crew|"
	    "Every\\w*|Each|Nobody|Someone|Staff|Kitchen|Warehouse|Ward|Level|"
	    "Tier|Group|Class|School|Choir|Club|Shop|Store|Depot|Branch|Plant|"
	    "Year|The|Our|My|We|I|No|Half|All|Management|Procurement|"
	    "Logistics|Quality|Security|Design|Data|Customer|Website|App|"
	    "Platform|Service|System)\\b)(?<who>\\p{Lu}[\\p{L}+.&'-]*(?: \\p{Lu}"
	    "[\\p{L}+.&'-]*){0,3}) (?<does>raises|lowers|changes|cuts|drops|"
	    "leaves|allows|approves|grants|fixes|releases|opens|stops|forgives|"
	    "picks|chooses|selects|names|mentions|features|lifts|says|quits|"
	    "exits|loses|withdraws|gives|adopts|enters|agrees|bans|legalises|"
	    "waives|refunds|writes|reports|reviews|recommends|moves|cancels|"
	    "delays|repeals|extends) (?:its|their|his|her|the|an?|us|our|about|"
	    "yes|no|to|out|from|all|off|into|on|\\p{L}+s to)\\b"),
	    "(?i)\\b(?:contracts|details|visits|meetings|minutes) (?:for|in|"
	    "on|by|per|signed|held|done)\\b", "this is for others to decide",
	    "english", "not measured", "not vision") },
	[R06] = { .check = { .id = "R06", .name = "borrowed-or-echo-why",
	    .level = GF_NOTE, .letters = "R",
	    .about = "the reason is an order, only a number, or the title "
	    "again",
	    .ask = "And when you have it, what do you do with it?",
	    .why = "The practice's fourth rule: a reason that belongs to "
	    "somebody else does not carry a bad week",
	    .bad = "why: [the boss wants it]",
	    .good = "why: [Fridays for the allotment]",
	    .fix = "ask again, until a picture comes; what the law or safety "
	    "asks for is a reason" },
	    LONG(11, "why", "(?i)^\\W*(?:because\\s+)?(?:(?:my |the |our )?"
	    "(?:boss|bosses|manager|management|hq|head ?office|"
	    "headquarters|board|ceo|company|director|quota|plan|budget)\\b"
	    ".{0,20}\\b(?:wants?|says?|said|asks?|asked|told|requires?|"
	    "demands?|expects?|orders?|decided|insists?)\\b.*|(?:i|we)\\b.{0,6}"
	    "\\b(?:have to|must|was told to|were told to|am told to)\\b.{0,12}|"
	    "orders? from (?:above|the top)|it is (?:my|the|our) "
	    "(?:job|quota|target)|[\\d.,%\\s\\p{Sc}kKmM+-]+)\\W*$",
	    MORE("(?i)^\\W*(?:because\\s+)?(?:(?:(?:my|the|our) )?(?:\\p{L}"
	    "[\\p{L}.'-]*\\s+){1,3}(?:(?:told|asked|ordered|tells|asks|orders|"
	    "instructed|assigned|forces|forced|expects|wants|pushes|pushed) "
	    "(?:me|us)(?: to\\b.*| so)?|insist(?:s|ed)?(?: on (?:it|this|"
	    "that))?|(?:say|says|said) so|(?:orders?|ordered|demands?|demanded|"
	    "wants?|wanted|requires?|required|expects?|expected|"
	    "decided|imposed|set) (?:it|this|that)(?: (?:from|of|by) "
	    ".*)?)|(?:it|this|that)(?: is|'s| was)? (?:an order|a must|"
	    "mandatory|compulsory|imposed|decided|required|expected|ordered|"
	    "assigned|in my (?:contract|appraisal|bonus plan)|part of (?:my|"
	    "the) (?:job|bonus|quota|appraisal))(?: .{0,30})?|(?:i|we)(?: am|"
	    " are|'m|'re) (?:supposed|expected|required|obliged|told|made|"
	    "forced|paid) to\\b.*|(?:(?:i|we) have )?no choice|as (?:ordered|"
	    "instructed|told))\\W*$",
	    "(?i)^\\W*(?:because\\s+)?(?:(?:everybody|everyone|all(?: the)? "
	    "others?|others|the others|(?:our |my )?(?:rivals?|competitors?|"
	    "colleagues|friends|neighbou?rs)(?: all)?) (?:else )?(?:does|do|has|"
	    "have|is doing|are doing) (?:it|this|that|one|so|the same)(?: too)?|"
	    "(?:we|i)(?:'ve| have)? always (?:did|done|do|have done) (?:it|this|"
	    "that|so)(?: .{0,20})?|(?:it )?looks good(?: .{0,30})?|to (?:impress|"
	    "please) .{1,30}|so that .{1,20} (?:stops (?:asking|nagging|calling)|"
	    "leaves (?:me|us) (?:alone|in peace)|is quiet)|(?:nobody|no one) else "
	    "(?:wanted|would|does)(?: .{0,20})?|some(?:body|one) has to(?: "
	    ".{0,20})?|the (?:money|budget) (?:is|was) (?:there|left)(?: "
	    ".{0,20})?|it (?:is|was) (?:in|on) (?:last year's|the) (?:plan|list)"
	    "(?: .{0,20})?|(?:for )?(?:my|the) cv|for show|why not|no reason|"
	    "no idea|(?:i )?(?:don't|do not) know(?: yet)?|habit|n/a|none)"
	    "\\W*$"),
	    "(?i)\\b(?:law|legal|safety|regulation|statut|permit|licen[cs]e)",
	    "'{}' is no reason of one's own", "not vision"),
	    .goal = gf_smart_echo },
	{ .check = { .id = "R09", .name = "human-cost",
	    .level = GF_WARNING, .letters = "R",
	    .about = "nights, weekends, overtime, whatever it takes: people "
	    "pay for it",
	    .ask = "Would you ask that of somebody you like?",
	    .why = "The practice's second rule: reasonable means in "
	    "proportion; a goal that is reached with people's evenings is "
	    "repaid with their leaving",
	    .bad = "title: Finish the stocktaking by working weekends",
	    .good = "title: Finish the stocktaking with two temps by 8 May",
	    .fix = "cut the goal, move the date or add hands; night or "
	    "holiday as a market (night-shift canteen) is let alone" },
	    BOTH(12, "title", "obstacles.then", "(?i)\\b(?<what>(?:by|through|with|via|on) "
	    "(?:working (?:nights?|weekends?|late|overtime|sundays?|"
	    "saturdays?|through|holidays|double shifts|extra shifts)|overtime|"
	    "night shifts|double shifts|cancelling "
	    "(?:leave|holidays?|vacations?))|work(?:s|ing)? (?:nights?|weekends?"
	    "|(?:every |on )?(?:sundays?|saturdays?|weekends?)|overtime|late|"
	    "around the clock|through the (?:night|holidays?|weekend))|"
	    "(?:5[1-9]|[6-9]\\d|1\\d\\d)[- ]?hours?(?:[- ]| a | per )weeks?|"
	    "(?:1[1-9]|2[0-4])[- ]hour (?:days?|shifts?)|sleep(?:ing)? (?:under "
	    "|at |in )the (?:desk|office)|(?:cancel|skip|postpone)(?:ling|ping)?"
	    " (?:all |every |our )?(?:leave|holidays?|vacations?|breaks?|lunch)|"
	    "(?:mails?|calls?|messages|e-?mails) (?:at night|on sundays?|on "
	    "weekends)|(?:seven|7) days a week until|unpaid (?:overtime|work)|"
	    "whatever it takes|at (?:all|any) costs?|no (?:days? off|holidays?|"
	    "vacations?|weekends?|leave)\\b(?= (?:until|till|before|for))|"
	    "without (?:a )?(?:days? off|weekends?|sleep|holidays?)|"
	    "24/7 until|burn the midnight oil)\\b", MORE("(?i)\\b"
	    "(?<what>(?:six|seven|6|7)[- ]day weeks?|"
	    "all[- ]?nighters?|late nights|work(?:ing)? (?:every|all) (?:nights?|"
	    "evenings?|weekends?)|giv(?:e|ing) up (?:our |the |your |all |their |"
	    "every )?(?:holidays?|weekends?|vacations?|evenings?|sleep|lunch|"
	    "days? off|sundays?|free time)|"
	    "reachable (?:on|during) (?:holidays?|vacations?|leave)|even (?:when|"
	    "if) (?:sick|ill)|on (?:their|our|your) days? off|in (?:their|our|"
	    "your) (?:free|spare) time|with half the (?:staff|people|crew|team)|"
	    "without (?:extra )?pay|double shifts? (?:for|until|every)|(?:two|"
	    "three|double) shifts (?:at|on|every) (?:the )?weekends?|stay(?:ing)?"
	    " (?:on |late )?after (?:every|each|their|the) (?:\\p{L}+ )?shift|"
	    "work\\w* (?:\\p{L}+ ){0,3}unpaid|(?:everyone|everybody|people|staff|"
	    "colleagues) at home on day one)\\b",
	    "(?i)\\b(?<what>(?:no|without|skip\\w*|run\\w* through|work\\w* "
	    "through|miss\\w*|sacrific\\w+|tak\\w+ no|cancel\\w*|forgo\\w*) "
	    "(?:\\p{L}+ ){0,2}(?:sleep|breaks?|lunch(?:es)?|holidays?|days? off|"
	    "weekends?|evenings?|sundays?|free time|vacations?|time off)"
	    "(?= until| till| so | to |,|$)|(?:nobody|no one) sleeps|"
	    "sleep(?:ing)? (?:only )?[1-5] hours|(?:studying|working|driving|"
	    "drive|work|study|coding|writing|staying up) (?:(?:through )?(?:every|"
	    "all|the whole|each)|through the) nights?|(?:second|third|extra|"
	    "another) job (?:at night|in the evenings?|on weekends?)|(?:mark|"
	    "work|deliver|drive|answer|code|study|train|ship|clean|call|write)"
	    "\\w* (?:\\p{L}+ ){0,3}on (?:saturdays|sundays|weekends|bank "
	    "holidays)(?: and (?:sundays|bank holidays|saturdays))?(?= until|, "
	    "all|$| all| by)|(?:reachable|available|on call|on duty) (?:day and "
	    "night|at all hours|24/7|night and day|(?:a)?round the clock))\\b"),
	    "(?i)\\b(?:no|less|fewer|under|below|reduce|cut|stop|end|avoid|"
	    "without|max(?:imum)?|instead of|halve|zero)\\b.{0,24}\\b(?:"
	    "overtime|work(?:ing)? (?:nights?|weekends?|late)|hours?|night "
	    "shifts)\\b|\\bworking (?:nights?|weekends?) (?:staff|nurses|crew|"
	    "team)", "'{what}': people pay for that", "english",
	    "not vision") },
	[W04] = { .check = { .id = "W04", .name = "weak-plan",
	    .level = GF_WARNING, .letters = "",
	    .about = "a then without an action that somebody could see",
	    .ask = "If I stood beside you, what would I see you do?",
	    .why = "Plans of cue and act work best when the act is one that "
	    "can be pictured (Sheeran and others 2024: 642 tests, .27 to "
	    ".66)",
	    .bad = "then: be more careful",
	    .good = "then: read the figures aloud to Ed before sending them",
	    .fix = "write the first movement; a sentence to tell oneself "
	    "counts as one" },
	    RULE(13, "obstacles.then", "(?i)^\\W*(?:(?:i|we|just|then|to|"
	    "will|simply)\\s+)*(?:(?:be|stay|remain|keep|get|become) (?:(?:"
	    "more|very|extra|really) )?(?:careful|positive|calm|strong|"
	    "focus(?:s?ed)|motivated|patient|alert|flexible|confident|"
	    "optimistic|brave|disciplined|consistent|vigilant|aware|going|"
	    "cool|on track)|(?:try|work|push|fight|do) (?:(?:even|much|a bit|"
	    "a little) )?(?:harder|better|more)|(?:give|do) (?:it )?(?:my|our) "
	    "best|never give up|do(?:n't| not) (?:give up|worry|panic)|hope "
	    "for the best|deal with it|cope|handle it|manage(?: somehow)?|"
	    "see what happens|think about it|pull (?:myself|ourselves) "
	    "together|make (?:more|an|every) effort|concentrate(?: more)?|"
	    "pay (?:more )?attention|improve|react|we will see|push on|carry "
	    "on|keep (?:trying|pushing)|hang in there)\\W*$", NULL,
	    "'{}' is nothing that one could see", "not vision") },
};
const struct gf_catalog gf_field_checks = { rows, GF_LEN(rows) };
const struct gf_catalog gf_why_r = { rows + R06, 1 };
const struct gf_catalog gf_obstacle_then = { rows + W04, 1 };
