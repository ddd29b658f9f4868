#include <sys/stat.h>

#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "cli/zone.h"

#define HOUR 60
#define DATABASE "/usr/share/zoneinfo"

bool
gf_zone_known(struct gf_str zone)
{
	const char *dir = getenv("TZDIR");
	struct gf_buf path = { 0 };
	struct stat st;
	bool ok = zone.n > 0 && zone.p[0] != '/' && zone.p[0] != '.';

	for (size_t i = 0; i < zone.n && ok; i++) {
		char c = zone.p[i];

		ok = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
		    (c >= '0' && c <= '9') || c == '/' || c == '_' ||
		    c == '-' || c == '+';
	}
	gf_buf_text(&path, dir != NULL && dir[0] == '/' ? dir : DATABASE);
	gf_buf_byte(&path, '/');
	gf_buf_str(&path, zone);
	ok = ok && stat(path.p, &st) == 0 && S_ISREG(st.st_mode);
	gf_buf_release(&path);
	return ok;
}

/* Seconds since 1970 of a clock in the zone that is set. */
static time_t
seconds(gf_day day, int at)
{
	int year;
	unsigned month, dom;
	struct tm tm = { .tm_hour = at / HOUR, .tm_min = at % HOUR,
	    .tm_isdst = -1 };

	gf_day_split(day, &year, &month, &dom);
	tm.tm_year = year - 1900;
	tm.tm_mon = (int)month - 1;
	tm.tm_mday = (int)dom;
	return mktime(&tm);
}

bool
gf_zone_utc(struct gf_str zone, gf_day *day, int *at)
{
	const char *was = getenv("TZ");
	struct gf_buf old = { 0 }, name = { 0 };
	time_t t;
	struct tm tm;
	bool ok;

	gf_buf_text(&old, was != NULL ? was : "");
	gf_buf_byte(&name, ':');
	gf_buf_str(&name, zone);
	ok = setenv("TZ", name.p, 1) == 0;
	tzset();
	t = seconds(*day, *at);
	if (was != NULL)
		setenv("TZ", old.n > 0 ? old.p : "", 1);
	else
		unsetenv("TZ");
	tzset();
	gf_buf_release(&old);
	gf_buf_release(&name);
	if (!ok || t == (time_t)-1 || gmtime_r(&t, &tm) == NULL)
		return false;
	*day = gf_day_of(tm.tm_year + 1900, (unsigned)tm.tm_mon + 1,
	    (unsigned)tm.tm_mday);
	*at = tm.tm_hour * HOUR + tm.tm_min;
	return true;
}
