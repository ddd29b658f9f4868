/* out/schema.h: the format as a JSON Schema, for editors. */
#ifndef GF_SCHEMA_H
#define GF_SCHEMA_H

#include "base/buf.h"

/* Append the schema (draft-07) of all documents, made from the field tables. */
void gf_schema(struct gf_buf *);

#endif
