/*
 * ratio ROUNDS REPEAT: reads lines "NAME TAB COMMAND"; runs all of them in
 * turn, REPEAT times in a row and ROUNDS rounds, and prints for each its
 * least time over that of the first line, and its memory.
 */
#define _DEFAULT_SOURCE 1	/* wait4 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST 16

struct job {
	char name[64];
	char command[1024];
	double best;
	long kib;
	int bad;
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* exec in front saves a shell between us and what is measured. */
static int
once(struct job *j)
{
	struct rusage use;
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		execl("/bin/sh", "sh", "-c", j->command, (char *)NULL);
		_exit(127);
	}
	while (wait4(pid, &status, 0, &use) < 0)
		if (errno != EINTR)
			return -1;
	if (use.ru_maxrss > j->kib)
		j->kib = use.ru_maxrss;
	return WIFEXITED(status) && WEXITSTATUS(status) < 2 ? 0 : -1;
}

static void
measure(struct job *j, int repeat)
{
	double start = now(), took;

	for (int i = 0; i < repeat; i++)
		if (once(j) < 0)
			j->bad = 1;
	took = now() - start;
	if (j->best == 0 || took < j->best)
		j->best = took;
}

int
main(int argc, char *argv[])
{
	static struct job jobs[MOST];
	int n = 0, bad = 0;

	if (argc != 3)
		return 2;
	while (n < MOST && scanf(" %63[^\t]\t%1023[^\n]", jobs[n].name,
	    jobs[n].command) == 2)
		n++;
	for (int round = 0; round < atoi(argv[1]); round++)
		for (int i = 0; i < n; i++)
			measure(&jobs[i], atoi(argv[2]));
	for (int i = 0; i < n; i++) {
		bad |= jobs[i].bad;
		printf("  %-34s %6.2f times %8.1f MB%s\n", jobs[i].name,
		    jobs[i].best / jobs[0].best, (double)jobs[i].kib / 1024,
		    jobs[i].bad ? "  FAILED" : "");
	}
	return bad;
}
