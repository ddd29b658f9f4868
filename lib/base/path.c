#include "base/path.h"

struct gf_str
gf_path_dir(struct gf_str path)
{
	while (path.n > 0 && path.p[path.n - 1] != '/')
		path.n--;
	return path;
}

struct gf_str
gf_path_base(struct gf_str path)
{
	size_t n = gf_path_dir(path).n;

	return (struct gf_str){ path.p + n, path.n - n };
}

struct gf_str
gf_path_parent(struct gf_str path)
{
	path = gf_path_dir(path);
	if (path.n == 0)
		return GF_STR(".");
	while (path.n > 1 && path.p[path.n - 1] == '/')
		path.n--;
	return path;
}

struct gf_str
gf_path_plain(struct gf_str pattern)
{
	size_t n = 0;

	while (n < pattern.n && pattern.p[n] != '*' && pattern.p[n] != '?')
		n++;
	return (struct gf_str){ pattern.p, n };
}
