/* judge/agenda.h: what two people have to talk about. */
#ifndef GF_AGENDA_H
#define GF_AGENDA_H

#include "judge/metric.h"
#include "judge/promise.h"
#include "judge/question.h"
#include "judge/routine.h"

/* The words of `kind` of a session. */
enum gf_talk { GF_TALK_REVIEW, GF_TALK_CHECK_IN, GF_TALK_RETROSPECTIVE };

struct gf_agenda {
	const struct gf_plan *plan;
	const struct gf_entry *person;
	enum gf_talk kind;
	gf_day day, next;		/* of this meeting and of that behind it */
	gf_day since;			/* the last one, GF_NO_DAY: none */
	struct gf_meets meets;
	struct gf_rhythm rhythm;
	struct gf_promises promises;
	struct gf_week week;
	struct gf_metrics metrics;
	const struct gf_question *question;
	const struct gf_square *asked_for;	/* the goal that chose it, or NULL */
	bool missed, reached;		/* something was, since the last meeting */
};

/*
 * Gather what is to be talked about with a person on a day (GF_NO_DAY: the next
 * meeting); blind looks at no conversation; the arena owns the lists.
 */
void gf_agenda_of(struct gf_agenda *, const struct gf_plan *,
    const struct gf_entry *person, enum gf_talk, gf_day, bool blind,
    struct gf_arena *);
/* Give back what is not in the arena. */
void gf_agenda_release(struct gf_agenda *);

/* A WHY of the company that a goal meets, itself or on its way up. */
struct gf_met {
	const struct gf_party *company;
	const struct gf_rec *aim;	/* its id and text */
};

/* List them; the arena owns the list; returns how many. */
size_t gf_agenda_meets(const struct gf_plan *, const struct gf_goal *,
    struct gf_arena *, struct gf_met **);
/* Whether a goal serves a WHY of its owner by the id of that. */
bool gf_agenda_serves(const struct gf_goal *, struct gf_str person,
    struct gf_str aim);
/* The record of a close that was written since a day, NULL if there is none. */
const struct gf_rec *gf_agenda_closed(const struct gf_goal *, gf_day since);

#endif
