/* judge/word_names.h: short names for the rows of the table of words alone. */
#ifndef GF_WORD_NAMES_H
#define GF_WORD_NAMES_H

#include "judge/word.h"

#define STOP GF_W_STOP
#define DET GF_W_DET
#define WHOLE GF_W_WHOLE
#define OURS GF_W_OURS
#define BY GF_W_BY
#define IN GF_W_IN
#define ON GF_W_ON
#define SINCE GF_W_SINCE
#define MONTH GF_W_MONTH
#define WEEKDAY GF_W_WEEKDAY
#define SEASON GF_W_SEASON
#define TIME GF_W_TIME
#define NUMBER GF_W_NUMBER
#define TIMES GF_W_TIMES
#define MONEY GF_W_MONEY
#define UNIT GF_W_UNIT
#define LABEL GF_W_LABEL
#define ROUND GF_W_ROUND
#define SOFT GF_W_SOFT
#define THING GF_W_THING
#define GONE GF_W_GONE
#define NEXT GF_W_NEXT
#define RISE GF_W_RISE
#define FALL GF_W_FALL
#define HOLD GF_W_HOLD
#define CHANGE GF_W_CHANGE
#define EVENT GF_W_EVENT
#define MAKE GF_W_MAKE
#define CARE GF_W_CARE
#define VERB GF_W_VERB
#define SOFTNOUN GF_W_SOFTNOUN
#define PROOF GF_W_PROOF
#define NOW GF_W_NOW
#define PROPER GF_W_PROPER
#define OVER GF_W_OVER
#define UNDER GF_W_UNDER
#define EDGE GF_W_EDGE
#define PREP GF_W_PREP
#define MORE GF_W_MORE
#define SUM GF_W_SUM
#define GROUP GF_W_GROUP
#define TAIL GF_W_TAIL
#define PAST GF_W_PAST
#define SHARE GF_W_SHARE
#define EASES GF_W_EASES
#define DATE GF_W_DATE
#define SOFTADJ GF_W_SOFTADJ
#define SOFTVERB GF_W_SOFTVERB
#define VAGUE GF_W_VAGUE
#define OFTEN GF_W_OFTEN
#define STATE GF_W_STATE
#define WHEN GF_W_WHEN
#define PUTOFF GF_W_PUTOFF
#define FOREIGN GF_W_FOREIGN
#define ALSO GF_W_ALSO
#define MILD GF_W_MILD
#define OBJECT GF_W_OBJECT
#define TOPIC GF_W_TOPIC

#endif
