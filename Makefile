SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON := .venv/bin/python
READY := .venv/ready
PEERS := .venv-peers/ready
MUTANTS := .venv-mutants/ready
# Thousands of registers are made and thrown away: in memory, where there are 2 GB to spare, else on the disk.
SPARE := $(shell test "$$(df -k --output=avail /dev/shm 2>/dev/null | tail -1)" -gt 2000000 2>/dev/null && echo /dev/shm)
CHECKED := common exchange desk_app district demo
# Compiled modules may be kept: the tests start the programs hundreds of times.
unexport PYTHONDONTWRITEBYTECODE
# Where nobody looks, windows are drawn off screen; `make run` opens a real one.
test check endure golden bench build: export QT_QPA_PLATFORM ?= offscreen

.PHONY: help demo run test types check endure fuzz mutants week released golden pictures bench build licences pins installer icons lighthouse

help:  ## shows this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-9s %s\n", $$1, $$2}'

# The one set-up: system packages where they are missing, the virtual environment, the libraries.
$(READY): pyproject.toml tools/system.sh
	@tools/system.sh
	@test -x $(PYTHON) || python3 -m venv .venv
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -e '.[district,dev]'
	@touch $@

demo: $(READY)  ## plays three months of two communes into demo-out/
	@$(PYTHON) -m demo $(ARGS)

demo-out/summary.json: | $(READY)
	@$(PYTHON) -m demo

run: $(READY) demo-out/summary.json  ## opens the window on the demo's first desk
	@echo "Quầy mẫu: người dùng clerk, mật khẩu demo. Trang của cấp trên: $(PYTHON) -m demo.pages"
	@$(PYTHON) -m desk_app.app --data demo-out/desk-1 --now 2024-06-03T08:30

test: $(READY)  ## runs every test
	@$(if $(SPARE),TMPDIR=$(SPARE)) $(PYTHON) -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

types: $(READY)  ## checks the types of everything that ships
	@$(PYTHON) -m mypy --strict $(CHECKED)

check: $(READY)  ## format, lint, types, architecture, then every test
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(MAKE) --no-print-directory types
	@.venv/bin/lint-imports --no-logo
	@$(MAKE) --no-print-directory test

endure: $(READY)  ## runs at full size every test that the suite keeps small, then the week
	@$(PYTHON) -m tools.endurance list
	@ENDURE=1 $(PYTHON) -m pytest $$($(PYTHON) -m tools.endurance files) -n 2 --dist loadfile --timeout 7200 $(ARGS)
	@$(MAKE) --no-print-directory week ARGS=

fuzz: $(READY)  ## bends files of the exchange for a minute, or ARGS="--minutes 30 --seed 7"; what breaks is kept
	@$(PYTHON) -m tools.fuzz $(ARGS)

# What bends the code needs a good deal of its own; the rest it finds where the tests find it.
$(MUTANTS): $(READY)
	@test -x .venv-mutants/bin/python || python3 -m venv .venv-mutants
	@.venv-mutants/bin/python -m pip install --quiet --disable-pip-version-check 'mutmut>=3.8.1,<4'
	@$(PYTHON) -c 'import sysconfig; print(sysconfig.get_path("purelib"))' \
	  > $$(.venv-mutants/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/product.pth
	@touch $@

mutants: $(MUTANTS)  ## bends exchange, domain or common (ARGS=exchange) and tells which faults no test of that room notices
	@.venv-mutants/bin/python -m tools.mutants $(ARGS)

week: $(READY)  ## lets a robot work for a week in a register of 300,000 and compares what each act costs
	@nice -n 15 $(PYTHON) -m tools.endurance week $(ARGS)

released: $(READY)  ## keeps the folders that this version leaves, for later versions to open
	@$(PYTHON) -m tools.release_file $(ARGS)

golden: $(READY)  ## draws the golden letters anew, for a person to look at
	@GOLDEN=1 $(PYTHON) -m pytest tests/letters -q

pictures: $(READY)  ## takes a picture of every page and state into docs/pictures/
	@$(PYTHON) -m tools.pictures $(ARGS)

# What the benchmarks are measured against lives by itself: nothing of it is part of the product.
$(PEERS): benchmarks/peers.txt
	@test -x .venv-peers/bin/python || python3 -m venv .venv-peers
	@.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/peers.txt
	@touch $@

lighthouse: $(READY)  ## asks Lighthouse about the citizen's page (fetches it from npm the first time)
	@$(PYTHON) -m tools.lighthouse

bench: $(READY) $(PEERS)  ## measures into benchmarks/out/bench.json, beside peers
	@tools/system.sh bench
	@$(PYTHON) -m benchmarks $(ARGS)

build: $(READY)  ## freezes the desk into dist/mot-cua/ and lets it test itself
	@$(PYTHON) -m tools.package.licences --into build/licences
	@$(PYTHON) -m PyInstaller --noconfirm --log-level WARN build.spec
	@$(PYTHON) -m tools.package.frozen dist/mot-cua
	@dist/mot-cua/desk-cli self-test
	@dist/mot-cua/desk-app --self-test

licences: $(READY)  ## checks what ships and under which licence, and writes the table in THIRD-PARTY.md
	@$(PYTHON) -m tools.package.licences $(ARGS)

pins: $(READY)  ## pins every library that ships, with hashes, for Windows and Linux
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check uv
	@PATH="$(CURDIR)/.venv/bin:$$PATH" $(PYTHON) -m tools.package.pins

installer: $(READY)  ## packs dist/mot-cua/ into one setup program for Windows
	@tools/system.sh installer
	@$(PYTHON) -m tools.package.installer $(ARGS)

icons: $(READY)  ## draws the program's icon anew from its mark among the ornaments
	@$(PYTHON) -m tools.package.icon
