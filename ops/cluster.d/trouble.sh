# Disks that fill up, clocks that are wrong, data that is gone. Both kinds of trouble must be asked for at "up".
# shellcheck shell=bash

FAKETIME=/usr/lib/$(uname -m)-linux-gnu/faketime/libfaketimeMT.so.1

make_small_disk() {
    local home=$H/$1
    [ -s "$H/small-disks" ] || return 0
    mountpoint -q "$home" && return
    mkdir -p "$home"
    mount -t tmpfs -o "size=$(cat "$H/small-disks"),mode=700" fixpunkt-disk "$home" || fail "no small disk for $1; mounting takes root"
}

# They are memory: their data goes with them, their log is kept.
remove_small_disks() {
    local member
    for member in db-a db-b db-c; do
        mountpoint -q "$H/$member" || continue
        cp "$H/$member/error.log" "$H/$member.log" 2>/dev/null || true
        umount "$H/$member" || fail "$H/$member is still in use"
    done
}

fill_disk() {
    [[ $1 == db-* ]] && mountpoint -q "$H/$1" || fail "$1 has no disk of its own; start the cluster with --small-disks"
    # Whole blocks first, then what is left; that the disk is full at the end is no failure.
    dd if=/dev/zero of="$H/$1/ballast" bs=1M status=none 2>/dev/null || true
    dd if=/dev/zero of="$H/$1/ballast" bs=4096 oflag=append conv=notrunc status=none 2>/dev/null || true
    say "$1 has $(df --output=avail -B1 "$H/$1" | tail -n 1) bytes left"
}

empty_disk() {
    rm -f "$H/$1/ballast"
}

wipe_database() {
    [[ $1 == db-* ]] || fail "$1 is no database node"
    not_running "$1" || fail "$1 runs; stop it first"
    rm -rf "$H/$1/data" "$(gcache_directory "$1")"
    say "$1 has no data any more"
}

set_clocks() {
    [ $# -ge 2 ] && [[ $1 =~ ^[+-]?[0-9]+$ ]] || fail "say clock SECONDS WHAT..., e.g. clock +60 b"
    [ -e "$H/own-clocks" ] || fail "the nodes share the machine's clock; start the cluster with --own-clocks"
    local seconds=$1
    shift
    for_each "set_clock $seconds" "$@"
}

set_clock() {
    [[ $2 == db-* ]] || fail "only database nodes have clocks of their own"
    printf '%+d\n' "$1" >"$H/clock-$2.new"
    mv "$H/clock-$2.new" "$H/clock-$2"
    say "$2's clock is wrong by $1 s"
}

# Only the time of day is wrong, as after a bad time server; timers go on as they should. Databases only: with the library in front of it
# Payara Micro's start stood still for ever after its web container.
own_clock() {
    [ -e "$H/own-clocks" ] && [[ $1 == db-* ]] || return 0
    [ -s "$H/clock-$1" ] || echo +0 >"$H/clock-$1"
    echo "env LD_PRELOAD=$FAKETIME FAKETIME_TIMESTAMP_FILE=$H/clock-$1 FAKETIME_CACHE_DURATION=1 FAKETIME_DONT_FAKE_MONOTONIC=1 NO_FAKE_STAT=1"
}

# The library frees its shared memory at a clean exit only.
remove_clock_memory() {
    local memory
    for memory in /dev/shm/faketime_shm_* /dev/shm/sem.faketime_sem_*; do
        [ ! -e "$memory" ] || [ -d "/proc/${memory##*_}" ] || rm -f "$memory"
    done
}
