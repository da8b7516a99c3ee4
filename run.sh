#!/usr/bin/env bash
# The whole system on this machine. ./run.sh --help lists the options.
set -euo pipefail
cd "$(dirname "$0")"
. deploy/local/prepare.sh

local_program=deploy/local/Benevolat.Local/bin/Release/net10.0/Benevolat.Local.dll

has() { case " $options " in *" $1 "*) return 0 ;; *) return 1 ;; esac }
options=$*

engine() {
  for engine in docker podman; do
    timeout 10 $engine info > /dev/null 2>&1 && { echo $engine; return 0; }
  done
  return 1
}

need_tools

# What only asks needs neither packages nor servers.
if has --help || has -h || has --stats; then
  [ -e $local_program ] || step "Building the orchestrator" dotnet build deploy/local/Benevolat.Local -c Release -v q -nologo
  exec dotnet $local_program "$@"
fi

if ! has --native && engine=$(engine); then
  if [ -n "$options" ]; then
    echo "$engine answers, but these options are for running without containers: so it does."
  elif dotnet restore Benevolat.AppHost -v q -nologo >> "$steps_log" 2>&1; then
    echo "$engine answers: Aspire runs the system in containers and processes. ./run.sh --native does without."
    echo "The site will be at http://localhost:8080; mails, logs and traces are in the dashboard, whose address follows."
    echo "Demo accounts: volunteer@, manager@, moderator@, operator@demo.benevolat.test, password Demo-Benevolat-2026"
    ASPIRE_CONTAINER_RUNTIME=$engine exec dotnet run --project Benevolat.AppHost -c Release
  else
    echo "$engine answers, but the Aspire packages can't be restored: going on without containers."
  fi
fi

need_packages

# Building would replace the programs under a running system's feet, so each one keeps a shared lock on them while it runs.
exec 9> .local/programs
if flock -n -x 9; then
  export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false   # no build server stays behind to take memory
  step "Building" dotnet build deploy/local/run.slnf -c Release -v q -nologo
else
  echo "A system runs from these programs: they are not built again."
fi
flock -s 9
exec dotnet $local_program "$@"
