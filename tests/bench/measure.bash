# shellcheck shell=bash
# What the scripts here share. To be sourced; needs GNU time (package `time`).

# Seconds of processor and clock and the peak of memory of a command; what it prints goes to a file. The figures stay in NAME.time: user, system, clock, KB.
measure() {
    local name=$1
    shift
    command time -o "$name.time" -f "%U %S %e %M" "$@" >"$name.log" 2>&1 || { cat "$name.log" >&2 && exit 1; }
    awk -v name="$name" '{ printf "%-12s %9.2f s of processor %9.2f s by the clock %8.0f MB\n", name, $1 + $2, $3, $4 / 1024 }' "$name.time"
}

# How often the second takes what the first takes.
ratio() {
    paste "$1.time" "$2.time" | awk -v names="$2 of $1" '{ printf "%-12s %.2f times the processor, %.2f times the clock\n", names, ($5 + $6) / ($1 + $2), $7 / $3 }'
}

# What a timing is worth without knowing.
machine() { echo "$(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo), $(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg)"; }
