# Sourced by the scripts that print the seconds of each step.
times=()

# timed NAME COMMAND…: announces a step, runs it, keeps its seconds and returns its status. Because the status is caught,
# `set -e` is off inside a COMMAND that is a shell function: make it one pipeline or one list joined by &&.
timed() {
  local name=$1 start=$EPOCHREALTIME status=0
  shift
  echo "== $name"
  "$@" || status=$?
  times+=("$name=$(awk -v a="${start/,/.}" -v b="${EPOCHREALTIME/,/.}" 'BEGIN { printf "%.1f", b - a }')")
  return "$status"
}

# Prints the steps so far with their seconds.
show_times() {
  echo
  echo "Seconds of each step:"
  printf '%s\n' "${times[@]}" | awk -F= '{ printf "   %-14s %8.1f s\n", $1, $2; sum += $2 } END { printf "   %-14s %8.1f s\n", "together", sum }'
}
