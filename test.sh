#!/usr/bin/env bash
# All tests on real servers: ./test.sh [Project…] [--filter WORDS] [-- options of the test runner]
#   ./test.sh                    everything, and the formatting
#   ./test.sh Missions Matching  tests/Benevolat.Missions.Tests and tests/Benevolat.Matching.Tests
#   ./test.sh Missions --filter publish   only tests whose name contains the words
# The last line is “N passed, N failed”. Servers: containers where an engine has or gets the images, else native ones;
# BENEVOLAT_TEST_SERVERS=containers|native decides otherwise; servers already named in BENEVOLAT_TEST_* are used as they are.
# Tests run by name; BENEVOLAT_TEST_ORDER=<a number> shuffles them by that seed, to find those that lean on each other.
set -euo pipefail
cd "$(dirname "$0")"
. deploy/local/prepare.sh

configuration=Debug   # not run.sh's Release: building for tests mustn't replace the programs of a system that runs
projects=() runner=() passed=0 failed=0 skipped=0
while [ $# -gt 0 ]; do
  case $1 in
    --filter) runner+=(--filter-method "*$2*"); shift 2 ;;
    --) shift; runner+=("$@"); break ;;
    -*) sed -n '2,6p' "$0"; exit 2 ;;
    *) projects+=("tests/Benevolat.$1.Tests"); shift ;;
  esac
done
everything=$([ ${#projects[@]} -eq 0 ] && [ ${#runner[@]} -eq 0 ] && echo yes || true)
[ ${#projects[@]} -gt 0 ] || projects=(tests/*.Tests)
for project in "${projects[@]}"; do [ -d "$project" ] || { echo "There is no $project."; exit 2; }; done

have_images() {
  timeout 10 docker info > /dev/null 2>&1 || return 1
  local image
  for image in postgis/postgis:17-3.5 rabbitmq:4; do
    docker image inspect "$image" > /dev/null 2>&1 || timeout 300 docker pull -q "$image" > /dev/null 2>&1 || return 1
  done
}

choose_servers() {
  case ${BENEVOLAT_TEST_SERVERS:-} in ''|containers|native) ;; *) echo "BENEVOLAT_TEST_SERVERS is containers or native." >&2; exit 2 ;; esac
  if [ -n "${BENEVOLAT_TEST_POSTGRES:-}" ]; then servers_kind=given
  elif [ "${BENEVOLAT_TEST_SERVERS:-}" = native ]; then servers_kind=native
  elif have_images; then servers_kind=containers
  elif [ "${BENEVOLAT_TEST_SERVERS:-}" = containers ]; then
    echo "Containers were asked for, but no Docker engine answers, or it has and gets no postgis/postgis:17-3.5 and rabbitmq:4." >&2
    exit 2
  else servers_kind=native; fi
}

# Whatever the servers of the other projects: these start native ones themselves, and some look at pages.
need_packages_for_tests() {
  case "$servers_kind ${projects[*]}" in
    native*|*/Benevolat.Local.Tests*|*/Benevolat.Journeys.Tests*) need_packages browser ;;
    */Benevolat.Web.Tests*|*/Benevolat.Gateway.Tests*) has_browser || need_packages browser ;;
  esac
  case "${projects[*]}" in */Benevolat.Web.Tests*|*/Benevolat.Journeys.Tests*) prefer_headless_shell ;; esac
}

# The headless shell opens a page several times faster than the whole browser; nothing is missing without it.
prefer_headless_shell() {
  command -v chromium-headless-shell > /dev/null && return 0
  [ "$(id -u)" -eq 0 ] || return 0
  case $(LC_ALL=C apt-cache policy chromium-headless-shell 2> /dev/null) in *'Candidate: '[0-9]*) ;; *) return 0 ;; esac
  echo "Installing chromium-headless-shell, for speed"
  DEBIAN_FRONTEND=noninteractive timeout 180 apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=60 chromium-headless-shell >> "$steps_log" 2>&1 \
    || echo "It can't be had here: the pages are looked at with chromium."
}

start_servers() {
  mkdir -p .local/test
  servers=$(mktemp -d "$PWD/.local/test/XXXXXX")
  chmod 755 "$servers"   # PostgreSQL runs under another account
  # Should this script be killed, the servers stop with it.
  setpriv --pdeathsig TERM dotnet deploy/local/Benevolat.Local/bin/$configuration/net10.0/Benevolat.Local.dll \
    servers --folder "$servers" --env-file "$servers/env" > "$servers/log" 2>&1 &
  servers_id=$!
  trap stop_servers EXIT
  while [ ! -e "$servers/env" ]; do
    kill -0 $servers_id 2>/dev/null || { cat "$servers/log"; echo "0 passed, 1 failed"; exit 1; }
    sleep 0.2
  done
  . "$servers/env"
}

stop_servers() {
  kill -TERM "$servers_id" 2>/dev/null || true
  wait "$servers_id" || true
  rm -rf "$servers"
}

# Each project's tests start containers of their own. They go with the project, and when this script ends early.
# Ryuk, which Testcontainers would start for that, is one more image to get, and has rights over the whole engine.
remove_containers() {
  docker ps -aq --filter "label=benevolat.tests=$BENEVOLAT_TEST_RUN" | xargs -r docker rm -fv > /dev/null 2>&1 || true
}

# The number after a word in the runner's summary, such as “  failed: 3”.
count() { sed -n "s/^ *$1: *\([0-9]*\).*/\1/p" .local/test/output | tail -n 1; }

run_project() {
  local name status=0 start=$SECONDS; name=$(basename "$1")
  dotnet test --project "$1" -c $configuration --no-build --no-progress --timeout 20m "${@:2}" > .local/test/output 2>&1 || status=$?
  [ $servers_kind != containers ] || remove_containers
  local good bad idle
  good=$(count succeeded) bad=$(count failed) idle=$(count skipped)
  passed=$((passed + ${good:-0})) failed=$((failed + ${bad:-0})) skipped=$((skipped + ${idle:-0}))
  # A crash, a time-out and a project without tests (8) have no failed test to count, and aren't successes,
  # unless it is a filter that leaves nothing.
  if [ $status -ne 0 ] && [ "${bad:-0}" -eq 0 ] && ! { [ $status -eq 8 ] && [ ${#runner[@]} -gt 0 ]; }; then
    failed=$((failed + 1))
    echo "failed $name: ended with code $status" >> .local/test/failures
  fi
  if [ $status -ne 0 ]; then
    grep -v -e '^Running tests from' -e '^  from ' .local/test/output > .local/test/shown || true
    cat .local/test/shown
    # Once more at the very end, without what the services logged meanwhile.
    grep -v '^ *{' .local/test/shown | sed '/^Test run summary/,$d' | grep -A 12 '^failed ' >> .local/test/failures || true
  fi
  printf '%s: %d passed, %d failed, %d s\n' "$name" "${good:-0}" "${bad:-0}" $((SECONDS - start))
}

need_tools
choose_servers
need_packages_for_tests
if [ -n "$everything" ]; then
  step "Building" dotnet build Benevolat.sln -c $configuration -v q -nologo -p:RestoreLockedMode=true
  echo "Known vulnerabilities of packages: not checked (the registry in reach may serve no such data)"
else
  for project in "${projects[@]}"; do step "Building $project" dotnet build "$project" -c $configuration -v q -nologo; done
fi
mkdir -p .local/test
: > .local/test/failures
if [ $servers_kind = native ]; then
  [ -n "$everything" ] || step "Building the servers' program" dotnet build deploy/local/Benevolat.Local -c $configuration -v q -nologo
  start_servers
elif [ $servers_kind = containers ]; then
  export TESTCONTAINERS_RYUK_DISABLED=true BENEVOLAT_TEST_RUN=$$
  trap remove_containers EXIT
fi
echo "Servers: $servers_kind"

for project in "${projects[@]}"; do run_project "$project" ${runner[@]+"${runner[@]}"}; done

if [ -n "$everything" ]; then
  if dotnet format Benevolat.sln --verify-no-changes --no-restore > .local/test/format 2>&1; then passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "failed dotnet format --verify-no-changes" >> .local/test/failures
    { grep -E 'error|warning' .local/test/format || cat .local/test/format; } | sed -n '1,50p' >> .local/test/failures
  fi
fi

cat .local/test/failures
[ $((passed + failed)) -gt 0 ] || { echo "No test matched."; failed=1; }
[ $skipped -eq 0 ] || echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
