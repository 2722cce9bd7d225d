#!/usr/bin/env bash
# Installs what building, testing and the demo need: the Debian packages of apt.txt and a Python environment in .venv.
# Safe to run again at any time; takes well under two seconds when nothing is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

list=tools/setup/apt.txt
stamp=build/setup.stamp
python=/usr/bin/python3

say() { echo "setup: $*"; }
fail() { echo "setup: $*" >&2; exit 1; }

package_names() { awk '!/^#/ && NF { print $1 }' "$list"; }

# Prints the packages of the list that are not installed.
missing_packages() {
  comm -23 <(package_names | sort) \
           <(package_names | xargs dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' 2>/dev/null |
             awk '$1 == "installed" { print $2 }' | sort)
}

# Prints the major number of a Debian version: 16 of 1:16.4-2.
major() { local version=${1#*:}; echo "${version%%[!0-9]*}"; }

warn_of_other_majors() {
  local name known installed
  while read -r name known; do
    installed=$(dpkg-query --show --showformat '${Version}' "$name")
    if [[ $(major "$installed") != $(major "$known") ]]; then
      say "warning: $name is $installed; Likeness is known to work with $known"
    fi
  done < <(awk '!/^#/ && NF { print $1, $2 }' "$list")
}

# Runs a command as root: as is, or through sudo; with neither, says what a person has to run.
as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
    sudo "$@"
  else
    fail "these Debian packages are missing and this user cannot install them (not root, no usable sudo):
  ${missing[*]}
Run this as root, then start again:
  apt-get update && apt-get install --yes --no-install-recommends ${missing[*]}"
  fi
}

# Debian makes and starts a database cluster when PostgreSQL is first installed. Likeness has its own, so this drop-in
# holds Debian's back, during this installation only.
hold_back_cluster() {
  [[ " ${missing[*]} " == *" postgresql-15 "* ]] || return 0
  local folder=/etc/postgresql-common/createcluster.d
  [[ ! -e $folder/likeness.conf ]] || return 0
  as_root mkdir -p "$folder"
  trap 'as_root rm -f /etc/postgresql-common/createcluster.d/likeness.conf' EXIT
  echo 'create_main_cluster = false' | as_root tee "$folder/likeness.conf" >/dev/null
}

# Likeness starts its own Redis and NATS; Debian's, when they came by this installation, need not run beside them.
stop_new_services() {
  [[ -d /run/systemd/system ]] || return 0
  local service
  for service in redis-server nats-server; do
    if [[ " ${missing[*]} " == *" $service "* ]]; then
      as_root systemctl disable --quiet --now "$service" || say "warning: $service could not be stopped; harmless"
    fi
  done
}

install_packages() {
  [[ -x /usr/bin/apt-get ]] || fail "needs apt-get: Likeness is built on Debian 12; the packages are listed in $list"
  say "installing ${#missing[@]} Debian packages: ${missing[*]}"
  hold_back_cluster
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update --quiet=2 -o DPkg::Lock::Timeout=300
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends \
    -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "${missing[@]}" >build/setup-apt.log 2>&1 || {
      tail -n 20 build/setup-apt.log >&2
      fail "apt-get failed; its whole output is in build/setup-apt.log"
    }
  stop_new_services
}

make_environment() {
  if ! .venv/bin/python -c '' 2>/dev/null; then
    say "making .venv"
    "$python" -m venv --clear .venv
  fi
  say "installing Python packages into .venv"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --only-binary :all: \
    --requirement tools/setup/requirements.txt
}

mkdir -p build
hash=$(cat tools/setup/setup.sh tools/setup/apt.txt tools/setup/requirements.txt tools/model_pack/requirements.txt | sha256sum | cut -c1-64)
mapfile -t missing < <(missing_packages)
if [[ ${#missing[@]} == 0 && -f $stamp && $(cat "$stamp") == "$hash" ]] && .venv/bin/python -c '' 2>/dev/null; then
  say "everything is there"
  exit 0
fi

[[ ${#missing[@]} == 0 ]] || install_packages
warn_of_other_majors
make_environment
echo "$hash" >"$stamp"
say "done"
