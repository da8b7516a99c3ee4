# Sourced by run.sh and test.sh: checks and installs what the machine must have. Debian and its children only.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

steps_log=.local/logs/prepare.log
mkdir -p .local/logs
: > "$steps_log"

# step "Name" command…: runs it with its output in the log, shows the seconds while it works, and its last lines if it fails.
step() {
  local name=$1 start=$SECONDS status=0; shift
  "$@" >> "$steps_log" 2>&1 &
  local job=$!
  trap 'kill $job 2>/dev/null; echo; exit 130' INT TERM
  # Elsewhere than on a terminal one line at the end is enough.
  [ -t 1 ] && while kill -0 $job 2>/dev/null; do printf '\r%s… %d s ' "$name" $((SECONDS - start)); sleep 0.5; done
  wait $job || status=$?
  trap - INT TERM
  if [ -t 1 ]; then printf '\r'; fi
  if [ $status -ne 0 ]; then
    printf '%s: failed after %d s. The end of %s:\n' "$name" $((SECONDS - start)) "$steps_log"
    tail -n 30 "$steps_log"
    exit 1
  fi
  printf '%s: done in %d s\n' "$name" $((SECONDS - start))
}

need_tools() {
  if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    echo "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 2
  fi
  local node; node=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
  if [ "${node:-0}" -lt 20 ] || ! command -v npm > /dev/null; then
    echo "Node 20 or later with npm is missing: https://nodejs.org" >&2
    exit 2
  fi
}

has_postgis() {
  local bin
  for bin in /usr/lib/postgresql/*/bin/initdb; do
    [ -x "$bin" ] && [ -e "/usr/share/postgresql/$(basename "${bin%/bin/initdb}")/extension/postgis.control" ] && return 0
  done
  return 1
}

# The whole browser does too, at several times the time.
has_browser() { command -v chromium-headless-shell > /dev/null || command -v chromium > /dev/null; }

postgis_package() {
  apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' | awk '{ print $1 }' | sort -V | tail -n 1
}

# What is missing, as packages: need_packages [browser]
missing_packages() {
  if ! has_postgis; then
    local postgis; postgis=$(postgis_package)
    postgis=${postgis:-postgresql-15-postgis-3}
    echo "${postgis%-postgis-3} $postgis"
  fi
  [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || echo rabbitmq-server
  if [ "${1:-}" = browser ] && ! has_browser; then echo chromium-headless-shell; fi
}

need_packages() {
  [ -n "$(missing_packages "$@")" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    echo "Some packages are missing, and only root may install them:" >&2
    # shellcheck disable=SC2046 # several packages, several words
    echo "  sudo apt-get update && sudo apt-get install --no-install-recommends" $(missing_packages "$@") >&2
    exit 2
  fi
  step "Reading Debian's package lists" apt-get update
  # shellcheck disable=SC2046 # several packages, several words
  set -- $(missing_packages "$@")   # asked again: only now does apt know which version of PostGIS there is
  step "Installing $*" install_quietly "$@"
}

# Debian starts servers as it installs them. We run our own, so the system-wide ones are told to stay off, for this installation only.
install_quietly() {
  local guard=/usr/sbin/policy-rc.d epmd_before status=0
  epmd_before=$(pgrep -x epmd || true)
  if [ ! -e $guard ]; then
    # shellcheck disable=SC2064 # the path is known now
    trap "rm -f $guard" EXIT   # step runs this in a subshell: the guard goes when it ends, however it ends
    printf '#!/bin/sh\nexit 101\n' > $guard
    chmod 755 $guard
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" || status=$?
  # RabbitMQ's set-up may leave its name server behind; one that ran before is somebody's.
  if [ -z "$epmd_before" ] && pgrep -x epmd > /dev/null; then epmd -kill || true; fi
  return $status
}
