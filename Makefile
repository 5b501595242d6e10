# What people do with Kartotek's source. `make help` lists it; the work is done by scripts/.

.DEFAULT_GOAL := help
.PHONY: help run assets test bench fmt

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: assets ## Build Kartotek and start it on http://127.0.0.1:8080
	cargo run --release -p app -- serve

assets: ## Bundle scripts, styles and icons into crates/web/dist
	scripts/assets.sh

test: ## Check everything: format, lints, types, tests on both databases, browsers, licences
	scripts/test.sh

bench: assets ## Measure it with a million people, and print one table (takes a while)
	scripts/bench.sh

fmt: ## Format the code
	cargo fmt --all
