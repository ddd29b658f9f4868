#include "judge/effort.h"

