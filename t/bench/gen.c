/* Write a plan of so many goals: one company, teams of ten, people of ten. */
#include <stdio.h>
#include <stdlib.h>

static const char *const things[] = {
	"new mid-market customers", "signed renewals", "clinic demos",
	"reference calls", "training days", "support tickets closed"
};

static void
head(long i)
{
	printf("---\n# goal %ld, kept by hand\ngoal: g-%06ld\n", i, i);
	printf("title: Win %ld %s in region %ld by 30 September 2026\n",
	    i % 90 + 10, things[i % 6], i % 17);
	if (i == 0)
		printf("owner: acme\n");
	else
		printf("owner: p-%05ld\n", i % 1000);
	printf("measure:\n  metric: %s\n  unit: count\n  from: 0\n"
	    "  to: %ld   # agreed in June\n  source: \"CRM, Mondays\"\n",
	    things[i % 6], i % 90 + 10);
	printf("start: 2026-07-01\ndue: 2026-09-30\n");
	if (i > 0)
		printf("supports: [g-%06ld]\n", (i - 1) / 8);
}

static void
tail(long i)
{
	printf("why:\n- it opens the region for the next year\n"
	    "- and then I can hand it to somebody\n");
	printf("obstacles:\n  - when: a buyer asks for a discount before the "
	    "demo\n    then: name the price again and send the case study\n"
	    "    likelihood: 30%%\n");
	printf("first-step: {do: call the first three names, by: 2026-07-03, "
	    "minutes: 10}\n");
	printf("progress:\n");
	for (int k = 1; k <= 4; k++)
		printf("- {date: 2026-07-%02d, value: %d}\n", k * 7,
		    (int)(i % 5) + k);
}

int
main(int argc, char *argv[])
{
	long n = argc > 1 ? strtol(argv[1], NULL, 10) : 100000;

	printf("company: acme\nname: Acme\n");
	for (long p = 0; p < 1000; p++)
		printf("---\nperson: p-%05ld\nname: Person %ld\n", p, p);
	for (long i = 0; i < n; i++) {
		head(i);
		tail(i);
	}
	return 0;
}
