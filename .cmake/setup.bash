# shellcheck shell=bash
# What app/quickstart, tests/run and .ci/run share. To be sourced; sets `root`, the checkout's folder, and goes there.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit

# Says one line, in Chinese and in English, on standard error.
tell() { printf '%s\n' "== $1" "   $2" >&2; }

# Names the packages of the given groups of packages.txt, one a line.
packages_of() {
    local group wanted name _
    for group in "$@"; do
        while read -r wanted name _; do
            if [ "$wanted" = "$group" ]; then echo "$name"; fi
        done <.cmake/packages.txt
    done
}

# Installs those packages of the given groups that are missing; without root through sudo, else says what to install and ends.
install_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        tell "这不是 Debian：请自行安装 .cmake/packages.txt 所列的软件。" \
             "This is no Debian: install what .cmake/packages.txt lists by your own means."
        return 0
    fi
    local name missing=()
    for name in $(packages_of "$@"); do
        case "$(dpkg-query -W -f ' ${db:Status-Status} ' "$name" 2>/dev/null || true)" in
            *" installed "*) ;;  # not: not-installed
            *) missing+=("$name") ;;
        esac
    done
    if [ ${#missing[@]} -eq 0 ]; then return 0; fi

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            tell "缺少软件包，且没有 root 权限。请以 root 运行下面的命令，然后重来：" \
                 "Packages are missing, and there is neither root nor sudo. Run this as root, then start again:"
            echo "apt-get update && apt-get install -y --no-install-recommends ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0)
    local install=(install -y --no-install-recommends "${missing[@]}")
    tell "安装软件包：${missing[*]}" "Installing packages: ${missing[*]}"
    # The index is refreshed only where it does not know the packages, or knows versions that the mirror no longer has.
    if ! "${apt[@]}" -s "${install[@]}" >/dev/null 2>&1; then "${apt[@]}" update; fi
    if ! "${apt[@]}" "${install[@]}"; then
        "${apt[@]}" update
        "${apt[@]}" "${install[@]}"
    fi
}

# How many compilers may run at once: one a processor, and at least 1.5 GB of memory for each.
job_count() {
    local processors memory
    processors=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1500000) }' /proc/meminfo 2>/dev/null || true)
    if [ -n "$memory" ] && [ "$memory" -lt "$processors" ]; then processors=$memory; fi
    if [ "$processors" -lt 1 ]; then processors=1; fi
    echo "$processors"
}

# shellcheck disable=SC2034  # used by who sources this
build=build/release

# Configures the release preset with the given options; an old build folder keeps its other options and all it has compiled.
configure() { cmake --preset release "$@" >&2; }

# Builds the given targets of the release preset, or all.
compile() {
    if [ $# -gt 0 ]; then set -- --target "$@"; fi
    cmake --build "$build" -j "$(job_count)" "$@" >&2
}
