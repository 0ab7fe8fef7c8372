# Every target does its own set-up on a fresh machine; what is done already is not done again.
# Mọi lệnh tự chuẩn bị những gì còn thiếu.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help site serve check test bench readers guide lock clean distclean

done := .venv/.congvan

help: ## Các lệnh của kho này / what there is to run
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

site: $(done)-program ## Dựng trang vào site/ / build the site into site/
	@.venv/bin/congvan build --staff
	@printf '\nTrang đã dựng xong: %s\nThe site is ready there; look at it with: make serve\n' "$(CURDIR)/site/index.html"

serve: $(done)-program ## Xem trang trên máy này / look at the site on this machine
	@.venv/bin/congvan serve

check: $(done)-program ## Kiểm tra mọi văn bản trong dispatches/ / check every source
	@.venv/bin/congvan check

test: $(done)-program $(done)-tools $(done)-browser $(done)-readers ## Mọi phép thử của chương trình / every check and test of the program
	@.venv/bin/python scripts/check

bench: $(done)-program ## Đo tốc độ dựng trang (SIZES="1000 10000") / measure builds beside other builders
	@.venv/bin/python scripts/benchmarks/bench.py --sizes $(or $(SIZES),1000)

guide: $(done)-program ## Viết lại các bảng tra cứu trong docs/huong-dan/ / write the guide's tables again
	@.venv/bin/python scripts/guide.py

lock: $(done)-python ## Khóa lại các gói phụ thuộc (UPGRADE=1: bản mới nhất) / pin the dependencies again
	@scripts/setup lock $(if $(UPGRADE),--upgrade)

clean: ## Xóa trang đã dựng và bộ nhớ đệm / remove what was built
	@grep -E '^docs/' .gitignore | xargs rm -rf --
	@rm -rf site .site-* .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

distclean: clean ## Như clean, và xóa cả .venv / the same, and the virtual environment
	@rm -rf .venv

# One after the other, so that `make -j` never runs two installers at once.

$(done)-python: scripts/setup
	@scripts/setup python
	@touch $@

$(done)-program: $(done)-python requirements.lock pyproject.toml
	@scripts/setup program
	@touch $@

$(done)-tools: $(done)-program requirements-dev.lock
	@scripts/setup tools
	@touch $@

readers: $(done)-readers ## Cài phần đọc tệp .doc cũ và ảnh quét / what old Word files and scans need

$(done)-readers: $(done)-browser
	@scripts/setup readers && touch $@ || test -z "$${CI:-}"

$(done)-browser: $(done)-tools
	@scripts/setup browser && touch $@ || test -z "$${CI:-}"
