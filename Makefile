# Likeness. `make help` lists what there is. Everything is safe to call again.
.DEFAULT_GOAL := help
.PHONY: help setup build clients demo test test-contract test-durability test-idempotency test-tenancy eval bench bench-http bench-ingest fuzz format lint tidy clean

python := .venv/bin/python

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile

setup: ## install the Debian packages and the Python environment that everything else needs
	@tools/setup/setup.sh

build: setup ## build build/release/likeness and the model pack build/packs/lite
	@tools/quality/build.sh release --target likeness
	@$(python) -m tools.model_pack build lite --out build/packs/lite

demo: ## build, start a server with a demo shop, search it by photo and by words (EXIT=1: stop then; DATA=directory)
	@tools/demo/demo.sh

test: ## build and run all tests
	@tools/quality/run_tests.sh

test-durability: setup ## kill everything over and over in the midst of long imports (ARGS="--seed N --photos N --kills N")
	@tools/quality/build.sh release --target likeness
	@$(python) -m tools.model_pack build tiny --out build/packs/tiny
	@$(python) -m e2e.durability $(ARGS)

test-idempotency: setup ## send 10,000 requests eight times each while the server is killed (ARGS="--keys N --kills N")
	@tools/quality/build.sh release --target likeness
	@$(python) -m tools.model_pack build tiny --out build/packs/tiny
	@$(python) -m e2e.idempotency $(ARGS)

test-tenancy: setup ## attack every route from another org, with each protection by itself and with twenty taken away (ARGS="--attempts N")
	@tools/quality/build.sh release --target likeness
	@$(python) -m tools.model_pack build tiny --out build/packs/tiny
	@$(python) -m e2e.tenancy $(ARGS)

test-contract: setup ## have Schemathesis try every operation as every role (ARGS="--seconds N"; about 10 minutes)
	@tools/quality/build.sh release --target likeness
	@$(python) -m tools.model_pack build tiny --out build/packs/tiny
	@tools/quality/schemathesis.sh $(ARGS)

eval: build ## measure search quality on ../shared/data and write docs/evaluation.md
	@$(python) -m tools.quality.eval_report

bench: setup ## run the benchmarks
	@tools/quality/build.sh release --target likeness_bench preprocess_bench
	@$(python) -m tools.quality.machine
	@build/release/likeness_bench
	@tools/bench/setup.sh
	@build/bench-venv/bin/python -m tools.bench.preprocess

bench-ingest: build ## measure ingest beside its limit and a Python pipeline; draws docs/ingest-stages.svg (about 10 minutes)
	@tools/quality/build.sh release --target bare_loop
	@tools/bench/setup.sh
	@$(python) -m tools.bench.ingest

bench-http: build ## measure what a request costs beside FastAPI and NestJS (needs the Debian package wrk)
	@$(python) -m tools.model_pack build tiny --out build/packs/tiny
	@tools/bench/setup_http.sh
	@$(python) -m tools.bench.http_layer

clients: setup ## generate clients/ from the contract
	@tools/clients/generate.sh

fuzz: setup ## give every reader of hostile bytes a million inputs under the sanitizers (slow)
	@tools/quality/fuzz.sh

format: setup ## format the C++ sources
	@find backend -name '*.cpp' -o -name '*.hpp' | xargs clang-format-19 -i

lint: setup ## check formatting, layering, names and the Python sources (fast)
	@tools/quality/lint.sh

tidy: setup ## run clang-tidy over the C++ sources (slow)
	@tools/quality/build.sh release --target likeness
	@run-clang-tidy-19 -quiet -p build/release -config-file=tools/quality/clang-tidy.yaml backend/src

clean: ## remove what was built; packages, .venv and downloaded wheels stay
	@find build -mindepth 1 -maxdepth 1 ! -name wheels ! -name setup.stamp -exec rm -rf {} +
