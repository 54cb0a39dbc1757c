# waymark: worksheets, reports and workbooks from YAML frameworks.
#
#   make demo    install what is missing, build, write all sample documents to out/
#   make test    install what the tests need, run all of them
#   make check   the developers' loop: units and regress cases
#   make bench   compare with bare loops of the libraries; ratios, no verdict
#   make san     the same under AddressSanitizer and UBSan
#   make install PREFIX=/usr/local DESTDIR=

VERSION = 1.0.0
PREFIX = /usr/local
BUILD = build

CC = gcc
CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wpointer-arith -Wcast-qual -Wvla -Wundef \
	-Wformat=2 -Wswitch-enum
LIBRARIES = libxxhash yaml-0.1 harfbuzz harfbuzz-subset fontconfig libqrencode libzip expat fribidi
PACKAGES = gcc make pkg-config libhpdf-dev libxlsxwriter-dev libyaml-dev libharfbuzz-dev \
	libfontconfig-dev libunistring-dev libqrencode-dev libzip-dev libexpat1-dev zlib1g-dev \
	libfribidi-dev libxxhash-dev fonts-open-sans fonts-droid-fallback fonts-dejavu-core fonts-noto-ui-core
TEST_PACKAGES = libcmocka-dev clang poppler-utils qpdf unzip zbar-tools libreoffice-calc \
	python3 python3-jsonschema python3-yaml mandoc pdftk-java mupdf-tools chromium $(NODE_PACKAGES)
# Node.js from elsewhere brings npm along, and the package npm would drive it out.
NODE_PACKAGES = $(if $(shell command -v npm),,nodejs npm)

DEFINES = -D_POSIX_C_SOURCE=200809L -DWAYMARK_VERSION='"$(VERSION)"' \
	-DWAYMARK_DATA='"$(PREFIX)/share/waymark"'
ALL_CFLAGS = -std=c11 $(DEFINES) -Igenerator $(WARNINGS) $(CFLAGS) \
	$(shell pkg-config --cflags $(LIBRARIES) 2>/dev/null)
LDLIBS = $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null) -lhpdf -lxlsxwriter -lunistring -lz -lm

SOURCES = $(wildcard generator/*/*.c)
CLI_OBJECTS = $(patsubst generator/%.c,$(BUILD)/%.o,$(wildcard generator/cli/*.c))
LIB_OBJECTS = $(patsubst generator/%.c,$(BUILD)/%.o,$(filter-out generator/cli/%,$(SOURCES)))
UNITS = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*_test.c))

# Installs the packages of $(1) that dpkg does not have; needs root only then.
install_missing = missing=; for p in $(1); do \
	dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; [ -z "$$missing" ] || { sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	$$sudo apt-get update -q && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$missing; }

all: $(BUILD)/waymark

$(BUILD)/waymark: $(CLI_OBJECTS) $(BUILD)/libwaymark.a
	@echo "  LD $@"
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/libwaymark.a: $(LIB_OBJECTS)
	@rm -f $@
	@$(AR) rc $@ $^

$(BUILD)/%.o: generator/%.c
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libwaymark.a
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(ALL_CFLAGS) -Itests/unit $(LDFLAGS) -MMD -MP -o $@ $< $(BUILD)/libwaymark.a -lcmocka $(LDLIBS)

-include $(patsubst %.o,%.d,$(CLI_OBJECTS) $(LIB_OBJECTS)) $(UNITS:=.d)

deps:
	@$(call install_missing,$(PACKAGES))

test-deps: deps
	@$(call install_missing,$(TEST_PACKAGES))

# The tools are there only after deps, so the rest is a second make.
demo: deps
	$(MAKE) all
	tests/demo $(BUILD)/waymark out

check: all $(UNITS)
	tests/run-units $(UNITS)
	tests/regress/run $(BUILD)/waymark

test: test-deps
	tests/run

bench: all
	tests/bench/run $(BUILD)/waymark

san:
	$(MAKE) BUILD=$(BUILD)/san CFLAGS='-O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer -Wno-format-truncation' check

install: all
	install -D $(BUILD)/waymark $(DESTDIR)$(PREFIX)/bin/waymark
	install -D -m 644 generator/waymark.1 $(DESTDIR)$(PREFIX)/share/man/man1/waymark.1
	for f in $$(find content templates -name '*.yaml'); do \
		install -D -m 644 $$f $(DESTDIR)$(PREFIX)/share/waymark/$$f || exit 1; done

format:
	clang-format -i $(wildcard generator/*/*.[ch] tests/unit/*.[ch])

clean:
	rm -rf $(BUILD)
	find out -mindepth 1 ! -name .gitkeep -delete

.PHONY: all deps test-deps demo check test bench san install format clean
.DELETE_ON_ERROR:
