/* out/xml.h: text inside XML and HTML. */
#ifndef GF_XML_H
#define GF_XML_H

#include "base/buf.h"

/*
 * Append text from somebody's file for an element or an attribute in quotes:
 * what would be a mark is written out, control characters as gf_show() does.
 */
void gf_xml(struct gf_buf *, struct gf_str);

#endif
