#include "judge/rule.h"
#include "judge/smart.h"

/* A rule of one field of a goal; numbers count through this file. */
#define RULE(n, at, pattern, silent, what, ...) \
	.on = GF_ON_OPEN, .rule = &(const struct gf_rule){ .number = (n), \
	    .field = (at), .match = (pattern), .unless = (silent), \
	    .say = (what), .shy = true, .when = { __VA_ARGS__, NULL } }

/* The same of two patterns, where one would be too long. */
#define LONG(n, at, first, second, silent, what, ...) \
	.on = GF_ON_OPEN, .rule = &(const struct gf_rule){ .number = (n), \
	    .field = (at), .match = (first), .more = { second }, \
	    .unless = (silent), .say = (what), .shy = true, \
	    .when = { __VA_ARGS__, NULL } }

static const struct gf_judgement rows[] = {
	{ .check = { .id = "S02", .name = "soft-scope", .level = GF_WARNING,
	    .letters = "S",
	    .about = "several, some, important: things that nobody has "
	    "listed or counted",
	    .ask = "Could you write their names on one sheet of paper?",
	    .why = "Word rules of this kind find four in five soft spots and "
	    "are wrong about four times in ten (Femmer and others 2017), so "
	    "this one is silent once a number or a measure answers it",
	    .bad = "title: Visit several large bakeries by June",
	    .good = "title: Visit the 9 bakeries on the Leith list by June",
	    .fix = "count them or name the list; a term of yours goes under "
	    "glossary:" },
	    RULE(1, "title", "(?i)\\b(?<which>several|some|various|numerous|"
	    "many|multiple|diverse|certain|a few|a couple of|a number of|"
	    "a handful of|lots of|a lot of|plenty of|"
	    "(?:(?:the|our|more|new) )?(?:main|major|important|relevant|"
	    "right|interesting|significant|strategic|suitable|big|large|"
	    "larger|bigger|leading|good|great|ideal|appropriate|"
	    "top(?! (?:floors|shelves|tiers|layers|tracks|coats))|"
	    "key(?! (?:rings|cards|codes|results|boxes|fobs|workers|safes))|"
	    "modern(?! languages)|"
	    "fair(?= (?:prices|wages|fees|terms|deals|conditions))))\\s+"
	    "(?:(?!of\\b|and\\b|for\\b|in\\b)\\p{L}[\\p{L}-]*\\s+){0,2}"
	    "(?:\\p{L}{2,}(?<![suif])s|people|staff|women|men|children)\\b",
	    "(?i)\\b(?:no (?:major|serious|significant|big)|some(?:body|one|where)|so many|too many|how many|"
	    "as many)\\b|\\bsome of\\b", "'{which}' leaves open which ones",
	    "english", "not measured", "not counted", "not vision") },
	{ .check = { .id = "S03", .name = "open-comparative",
	    .level = GF_WARNING, .letters = "S",
	    .about = "better, faster, more, improve: a direction without a "
	    "place to arrive at",
	    .ask = "Where does it stand today, and where should it stand?",
	    .why = "Comparatives without the second half are one of the nine "
	    "smells of requirement texts (Femmer and others 2017); a hard "
	    "number moves people more than \"do your best\" (Locke and "
	    "Latham 2002)",
	    .bad = "title: Faster quotes by the end of May",
	    .good = "title: Quotes out in 2 days, now 5, by the end of May",
	    .fix = "say from what to what, in the title or under measure" },
	    RULE(2, "title", "(?i)(?|(?:^|(?<=[:;,]\\s)|(?<=\\band\\s)|"
	    "(?<=\\bto\\s))(?<what>improv(?:e|ing)|increas(?:e|ing)|"
	    "reduc(?:e|ing)|decreas(?:e|ing)|rais(?:e|ing)|grow(?:ing)?|"
	    "boost(?:ing)?|enhanc(?:e|ing)|strengthen(?:ing)?|"
	    "accelerat(?:e|ing)|expand(?:ing)?|deepen|widen|streamline|"
	    "(?:optim|modern|maxim|minim)i[sz]e|transform|develop|scale|"
	    "simplify|speed up|bring down|shorten|lower|lift|cut|drive up|"
	    "ramp up|step up|scale up|slim down|professionali[sz]e|revitali[sz]e|"
	    "energi[sz]e|elevate|refine|sharpen|tighten|intensify|amplify|"
	    "diversify|rejuvenate|reinvigorate|broaden|bolster|fortify|heighten|"
	    "curb|trim|ease|refresh|better|minimise|upskill)\\b|\\b(?<what>better|faster|"
	    "quicker|cheaper|stronger|healthier|happier|calmer|smoother|"
	    "easier|friendlier|nicer|cleaner|leaner|smarter|safer|fitter|"
	    "snappier|sooner|higher|lower|fewer|less|more|quickly|often|"
	    "regularly|promptly|constantly|as (?:quick|fast|low|high|cheap)"
	    "(?:ly)? as possible)\\b)(?!\\s+than\\b|\\s+"
	    "information)",
	    "(?i)\\b(?:lessons? learned|better[- ]than|once more|one more|"
	    "any ?more|no more|no longer|do less)\\b",
	    "'{what}', and nothing says from what to what",
	    "english", "not measured", "not target", "not event",
	    "not vision"), .goal = gf_judge_open },
	{ .check = { .id = "S04", .name = "slogan-noun",
	    .level = GF_WARNING, .letters = "S",
	    .about = "an attitude or a virtue where a result belongs",
	    .ask = "Who would do what on a Tuesday morning, if it were so?",
	    .why = "The practice's third rule: a goal says what one will "
	    "see; of 105 public-health objectives 4 in 10 could be measured "
	    "in what people do (IEP review)",
	    .bad = "title: A culture of openness by autumn 2026",
	    .good = "title: Every incident report shared within 2 days by "
	    "autumn 2026",
	    .fix = "name the behaviour, or the survey and its score" },
	    LONG(3, "title", "(?i)(?|\\b(?<what>attitude|passion|teamwork|"
	    "team spirit|synerg(?:y|ies)|spirit|presence|culture|mind-?set|"
	    "excellence|morale|ownership|trust|togetherness|"
	    "professionalism|enthusiasm|dedication|commitment|motivation|"
	    "awareness|visibility|reputation|collaboration|cooperation|"
	    "communication|engagement|innovation|agility|empathy|loyalty|"
	    "harmony|customer[- ](?:focus|centricity)|leadership|"
	    "relationships?|well-?being|transparency|accountability|"
	    "empowerment|experience|alignment|heart|energy|team player|"
	    "market leader|best practices?|great place|top talent)\\b"
	    "(?!\\s+(?!(?:of|in|with|at|by|among|between|across|for|and|on|"
	    "to|before|until|during|this|within|through|from)\\b)\\p{L})|"
	    "\\b(?<what>excellent|outstanding|exceptional|world[- ]class|"
	    "proactive|motivated|happy|valued|visible|empower|appreciated|"
	    "adequate|reasonable|comfortable|distinctive|healthy|great)\\b)",
	    "(?i)\\b(?<what>(?:our|company|core|shared) values|(?:partner|"
	    "employer|supplier) of choice|digital transformation|operational "
	    "excellence|(?:feeling|complexity|appearance|happiness|flexibility|"
	    "creativity|resilience)(?=$|[,.;]|\\s+(?:of|in|with|at|by|among|"
	    "between|across|for|and|on|until|before)\\b)|delight|"
	    "be(?:come)? the best|customer[- ]centric|state[- ]of[- ]the[- ]art|"
	    "cutting[- ]edge|future[- ]proof|smooth|seamless|effective|efficient|"
	    "attractive|inspiring|passionate|deliver(?:ing)? value|"
	    "sustainable growth)\\b",
	    "(?i)\\b(?:survey|score|index|rating|nps|csat|audit|rubric|pulse|"
	    "questionnaire|poll|workshops?|training|course|policy|plan|"
	    "handbook|report|day|fund|award|programme|program|test|report|"
	    "agreement|contract|charter)\\b",
	    "'{what}' is an attitude, not a result", "english",
	    "not measured", "not target", "not event", "not vision") },
	{ .check = { .id = "S05", .name = "idiom", .level = GF_NOTE,
	    .letters = "S",
	    .about = "raise the bar, move the needle: a figure of speech",
	    .ask = "What would a reader from abroad think you will do?",
	    .why = "A figure of speech pleases and commits to nothing; "
	    "prose linters keep lists of them, this one is short and our own",
	    .bad = "title: Move the needle on waste by August",
	    .good = "title: 40 kg less waste a week by August",
	    .fix = "say the result; with a measure, or in quotes, it is let "
	    "alone" },
	    RULE(4, "title", "(?i)\\b(?<what>rais\\w+ the bar|mov\\w+ the "
	    "needle|go\\w* the extra mile|low[- ]hanging fruits?|hit\\w* the "
	    "ground running|game[- ]?changers?|next level|think\\w* outside "
	    "(?:of )?the box|push\\w* the envelope|step\\w* up (?:our|my|the|"
	    "their) game|up (?:our|my|your) game|knock\\w* it out of the "
	    "park|best[- ]in[- ]class|world[- ]class|win[- ]win|boil\\w* the "
	    "ocean|double\\w* down|leave no stone unturned|crush it|kill it|"
	    "on the same page|dot(?:ting)? the i|put\\w* .{1,20} on the map|"
	    "turn\\w* the tide|rise to the (?:occasion|challenge)|fire on all "
	    "cylinders|shoot for the (?:stars|moon)|reach for the stars|"
	    "blaze a trail|set the world on fire|make waves|a new level|"
	    "lead\\w* by example|ahead of the (?:curve|game|competition|pack)|"
	    "the customers? first|up the good work|think\\w* big)\\b", NULL,
	    "'{what}' is a figure of speech", "english", "not measured",
	    "not vision") },
	{ .check = { .id = "S06", .name = "hedge", .level = GF_WARNING,
	    .letters = "S",
	    .about = "try to, hope to, if possible: a way out is built in",
	    .ask = "Would you say the same without that word?",
	    .why = "Requirement guides call such words escape clauses: "
	    "whatever happens, the sentence was kept; commitment is what "
	    "carries a hard goal (Klein and others 1999)",
	    .bad = "title: Try to recruit 4 drivers by May",
	    .good = "title: Recruit 4 drivers by May",
	    .fix = "strike the word; a doubt belongs into confidence and "
	    "obstacles" },
	    RULE(5, "title", "(?i)(?|(?:^|[:;,(]\\s*|\\b(?:i|we|will|and|should|"
	    "ll|want to|going to)\\s+)(?<what>try(?:ing)? (?:to|and)|"
	    "hop(?:e|ing) to|striv(?:e|ing) (?:to|for)|seek(?:ing)? to|"
	    "attempt(?:ing)? to|endeavou?r to|aspire to|aim(?:ing)? to|"
	    "do (?:my|our) best|would like to|do what (?:i|we) can)\\b|"
	    "\\b(?<what>if (?:at all )?possible|if (?:time|budget|money|"
	    "circumstances?) (?:allows?|permits?)|where(?:ver)? (?:possible|"
	    "appropriate|feasible|practical)|when(?:ever)? (?:possible|"
	    "feasible|appropriate)|as (?:needed|appropriate|required)|as far "
	    "as (?:possible|we can|i can|feasible)|as much as possible|"
	    "ideally|hopefully|maybe|perhaps|more or less|best[- ]effort)\\b)",
	    "(?i)\\bfor as long as needed\\b", "'{what}' leaves a way out",
	    "english", "not vision") },
	{ .check = { .id = "S08", .name = "open-list", .level = GF_WARNING,
	    .letters = "S",
	    .about = "etc., and so on, such as: a list without an end",
	    .ask = "What would you say no to, if somebody put it on the list?",
	    .why = "Open-ended clauses are on every requirement guide's list: "
	    "what is meant besides is decided by whoever is in a hurry",
	    .bad = "title: Clear the yard (tyres, pallets etc.) by 9 May",
	    .good = "title: Clear the yard of tyres and pallets by 9 May",
	    .fix = "name all, or the one word for all; taxes and units behind "
	    "\"incl.\" are let alone" },
	    RULE(6, "title", "(?i)\\b(?<what>etc\\b\\.?|et cetera|and so "
	    "(?:on|forth)|among (?:others|other things)|amongst others|"
	    "including but not limited to|including without limitation|such "
	    "as|and the like|and others|and similar|and (?:much|many) more|"
	    "or whatever|u\\.s\\.w\\.|usw\\.?)(?=$|[\\s,;.)])",
	    "(?i)\\bsuch as (?:VAT|GST|tax)", "'{what}' leaves the list open",
	    "not vision") },
	{ .check = { .id = "S10", .name = "effort-verb", .level = GF_NOTE,
	    .letters = "S",
	    .about = "help, work on, handle: an effort, and no result of it",
	    .ask = "What will be there that is not there now?",
	    .why = "An effort can be made for ever; \"do your best\" moves "
	    "people less than a hard, specific goal (Locke and Latham 2002)",
	    .bad = "title: Help with stocktaking in November",
	    .good = "title: Stocktaking done in 2 days in November",
	    .fix = "say what is done when it is done, with a number where "
	    "there is one" },
	    LONG(7, "title", "(?i)^(?:(?:we|i|to|will)\\s+)*(?<what>work(?:ing)?"
	    " (?:on|towards?|with|together)|help(?:ing)?(?: with| out)?|"
	    "assist(?:ing)?|participat(?:e|ing)|continu(?:e|ing)|look(?:ing)? "
	    "(?:into|after|at)|contribut(?:e|ing)|handl(?:e|ing)|support"
	    "(?:ing)?|deal(?:ing)? with|engag(?:e|ing)|be (?:involved|active|"
	    "part)|tak(?:e|ing) (?:care|part)|car(?:e|ing) for|focus(?:ing)? "
	    "on|concentrat(?:e|ing) on|push(?:ing)?|promot(?:e|ing)|"
	    "encourag(?:e|ing)|explor(?:e|ing)|think(?:ing)? about|talk"
	    "(?:ing)? about|learn(?:ing)? about|collaborat(?:e|ing)|tackl"
	    "(?:e|ing)|driv(?:e|ing)|foster(?:ing)?|nurtur(?:e|ing)|get(?:ting)?"
	    " involved|keep(?:ing)? (?:an eye|up with|in touch))\\b",
	    "(?i)^(?:(?:we|i|to|will)\\s+)*(?<what>be(?! (?:debt|"
	    "free|back|home|in|on|at))|attack(?:ing)?|own(?:ing)? the|shap"
	    "(?:e|ing) (?:the|our)|inspir(?:e|ing)|embrac(?:e|ing)|champion"
	    "(?:ing)?|harness(?:ing)?|leverag(?:e|ing)|unlock(?:ing)?|empower"
	    "(?:ing)?|exploit(?:ing)?|address(?:ing)?|manag(?:e|ing)|pursu(?:e|"
	    "ing)|facilitat(?:e|ing)|coordinat(?:e|ing)|oversee(?:ing)?|embed"
	    "(?:ding)?|cultivat(?:e|ing)|advanc(?:e|ing)|live up to|invest in|"
	    "align(?:ing)?|ensur(?:e|ing)|striv(?:e|ing)|stay(?:ing)?)\\b",
	    NULL,
	    "'{what}' is an effort", "english", "not measured",
	    "not target", "not event", "not vision") },
};
const struct gf_catalog gf_word_checks = { rows, GF_LEN(rows) };
