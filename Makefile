# `make help` lists what can be made. V: release, san (sanitizers), cov or fuzz.
V = release
B = build/$(V)
CC = cc
PREFIX = /usr/local
bindir = $(PREFIX)/bin
datadir = $(PREFIX)/share
mandir = $(datadir)/man
docdir = $(datadir)/doc/goalfile
bashcompdir = $(datadir)/bash-completion/completions
zshcompdir = $(datadir)/zsh/site-functions
LIB = $(wildcard lib/*/*.c)
PROG = $(patsubst bin/%.c,%,$(wildcard bin/*.c))
TEST = $(patsubst %.c,$(B)/%,$(filter-out t/fuzz/main.c,$(wildcard t/*/*.c)))
FUZZ = $(filter $(B)/t/fuzz/%,$(TEST))
ARCHIVE = $(B)/libgoalfile.a
MAN = $(wildcard man/*.[157])
EXAMPLES = $(shell find examples -type f 2>/dev/null | LC_ALL=C sort)

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wformat=2 -Wconversion -Wstrict-prototypes -Wmissing-prototypes
SAN = -O1 -g -Werror -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
MODE_release = -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
MODE_san = $(SAN)
MODE_cov = -O0 -g --coverage
MODE_fuzz = $(SAN) -fsanitize=fuzzer-no-link
TRY = -fPIE -fstack-protector-strong -fstack-clash-protection \
	-fcf-protection=full -fno-delete-null-pointer-checks -fno-strict-overflow \
	-ftrivial-auto-var-init=zero -fzero-call-used-regs=used-gpr -Wtrampolines -Wbidi-chars=any
TRY_LD = -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,nodlopen -Wl,--as-needed
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -Ilib -I$(B)/lib -pthread $(WARN) \
	$(MODE_$(V)) $(FLAGS) $(YAML_CFLAGS) $(CPPFLAGS) $(CFLAGS)
LINK = $(CC) $(ALL_CFLAGS) $(LD_FLAGS) $(LDFLAGS)
Q = @

all: $(if $(filter release,$(V)),$(PROG:%=bin/%),$(PROG:%=$(B)/bin/%)) ## build the programs
ifneq ($(filter-out help clean uninstall,$(or $(MAKECMDGOALS),all)),)
-include $(B)/flags.mk $(wildcard $(B)/*/*.d $(B)/*/*/*.d)
endif
$(B)/flags.mk: Makefile
	@mkdir -p $(@D)
	@try() { printf 'int main(void) { return 0; }\n' | \
	    $(CC) -Werror "$$@" -x c - -o $(@D)/try >$(@D)/try.log 2>&1; }; \
	for f in $(TRY); do try -c $$f && echo "FLAGS += $$f"; done >$@; \
	for f in $(TRY_LD); do try -fPIE $$f && echo "LD_FLAGS += $$f"; done >>$@; \
	rm -f $(@D)/try $(@D)/try.log; \
	l='yaml-0.1 libpcre2-8'; \
	echo "YAML_CFLAGS = $$(pkg-config --cflags $$l 2>/dev/null)" >>$@; \
	echo "LIBS = $$(pkg-config --libs $$l 2>/dev/null || echo -lyaml -lpcre2-8)" >>$@
$(B)/%.o: %.c $(B)/flags.mk
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
# a file as numbers: strings of C are not that long
$(B)/%.inc: % $(B)/flags.mk
	@mkdir -p $(@D)
	@od -An -v -tu1 $< | sed 's/[0-9][0-9]*/&,/g' >$@
$(B)/lib/out/map_page.o: $(patsubst %,$(B)/%.inc,$(wildcard lib/out/*.css lib/out/*.js))
$(ARCHIVE): $(LIB:%.c=$(B)/%.o)
	$(Q)rm -f $@ && $(AR) cr $@ $^
$(FUZZ): $(B)/t/fuzz/%: $(B)/t/fuzz/%.o $(if $(filter fuzz,$(V)),,$(B)/t/fuzz/main.o) $(ARCHIVE)
	$(Q)$(LINK) $(if $(filter fuzz,$(V)),-fsanitize=fuzzer) -o $@ $^ $(LIBS)
$(filter-out $(FUZZ),$(TEST)) $(PROG:%=$(B)/bin/%): %: %.o $(ARCHIVE)
	$(Q)$(LINK) -o $@ $< $(ARCHIVE) $(LIBS)
$(PROG:%=bin/%): bin/%: $(B)/bin/%
	$(Q)ln -f $< $@ 2>/dev/null || cp -p $< $@

demo: all ## show the pipe of smartcheck and alignmap on examples/acme
	@GF_BIN=$(B)/bin t/demo.sh
check: all $(TEST) ## run every test
	@GF_V=$(V) CC='$(CC)' t/run
judges: all $(TEST) ## run the tests that need an outside judge
	@GF_V=$(V) CC='$(CC)' t/run -j
quality: all ## print how precise smartcheck is on labelled goals
	@t/quality.sh
bench: all $(TEST) ## print time and memory for 100,000 goals
	@GF_V=$(V) t/bench.sh
fuzz: ## fuzz each target for SECONDS=60 with clang
	@$(MAKE) V=fuzz CC=clang fuzzers && t/fuzz.sh build/fuzz/t/fuzz $(SECONDS)
fuzzers: $(FUZZ)
lint: ## let cppcheck, clang-tidy, shellcheck and mandoc read everything
	@t/lint.sh
regen: all $(TEST) ## show what changed in t/cases and ask whether to keep it
	@GF_V=$(V) t/cases.sh regen
PAIRS = $(foreach p,$(PROG),bin/$p>$(bindir)/$p) \
	$(foreach e,$(EXAMPLES),$e>$(docdir)/$e) \
	$(foreach m,$(MAN),$m>$(mandir)/man$(subst .,,$(suffix $m))/$(notdir $m)) \
	$(foreach p,$(PROG),$(foreach c,examples/completions/goalfile,$c.bash>$(bashcompdir)/$p \
	$c.zsh>$(zshcompdir)/_$p $c.fish>$(datadir)/fish/vendor_completions.d/$p.fish)) \
	examples/ci/diagnostic.schema.json>$(datadir)/goalfile/diagnostic.schema.json
install: all ## install under DESTDIR and PREFIX
	@for p in $(foreach p,$(PAIRS),'$p'); do \
	    f=$${p%%>*} to='$(DESTDIR)'$${p#*>}; mkdir -p "$${to%/*}" && cp "$$f" "$$to" && \
	    if [ -x "$$f" ]; then chmod 755 "$$to"; else chmod 644 "$$to"; fi || exit 1; done
uninstall: ## remove what was installed
	@for p in $(foreach p,$(PAIRS),'$p'); do rm -f '$(DESTDIR)'"$${p#*>}"; done; [ ! -d '$(DESTDIR)$(docdir)' ] || find '$(DESTDIR)$(docdir)' -depth -type d -exec rmdir {} + 2>/dev/null || :
clean: ## remove what was built
	rm -rf build $(PROG:%=bin/%)
help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | expand -t 12
.PHONY: all demo check judges quality bench fuzz fuzzers lint regen install uninstall clean help
.SECONDARY:
