/* fuzz/everyday: what is read without libyaml is what libyaml reads. */
#include "model.h"
#include "same.h"
#include "text/everyday.h"
#include "text/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct gf_str in = { (const char *)p, n };
	struct gf_limits limits = gf_limits_default();
	struct gf_arena arena = { 0 };
	struct gf_fault fault = { 0 };
	struct gf_tree ours = { 0 }, theirs = { 0 };

	if (gf_src_init(&ours.src, in, &limits, &arena, &fault) &&
	    gf_everyday_read(&ours, &limits, &arena)) {
		theirs.src = ours.src;
		if (!gf_yaml_read(&theirs, &limits, &arena, &fault))
			broken("libyaml refuses it", in);
		if (!same_node(ours.root, theirs.root) ||
		    ours.nnodes != theirs.nnodes)
			broken("libyaml reads something else", in);
	}
	gf_arena_release(&arena);
	return 0;
}
