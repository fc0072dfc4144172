# Who belongs to the cluster, and its processes. A process is known by a variable in its environment, not by a file with its number:
# that holds after a crash of this program, for children such as state transfers, and never hits a stranger.
# shellcheck shell=bash

GROUPS_NOW=2

group_names() {
    if [ "$GROUPS_NOW" = 3 ]; then echo a b c; else echo a b; fi
}

databases() {
    for group in $(group_names); do echo "db-$group"; done
}

applications() {
    for group in $(group_names); do echo "app-$group"; done
}

# Whoever may have been started in this home, whatever the number of groups.
everybody() {
    echo lb app-a app-b app-c drills backup-c backup-b backup-a db-c db-b db-a arb stranger
}

members() {
    databases
    [ "$GROUPS_NOW" = 3 ] || echo arb
    applications
    echo lb
}

# A group's name stands for its two nodes.
expand() {
    local name
    [ $# -gt 0 ] || fail "say which: $(members | xargs), or a group: $(group_names)"
    for name in "$@"; do
        case $name in
            a | b | c) name="db-$name app-$name" ;;
        esac
        for one in $name; do
            [[ " $(members | xargs) $(backups | xargs) " == *" $one "* ]] || fail "there is no $one here; there are $(members | xargs), and the groups $(group_names)"
            echo "$one"
        done
    done
}

octet() {
    case $1 in
        db-a) echo 11 ;; db-b) echo 12 ;; db-c) echo 13 ;;
        app-a) echo 21 ;; app-b) echo 22 ;; app-c) echo 23 ;;
        arb) echo 31 ;; lb) echo 41 ;; stranger) echo 99 ;; host) echo 1 ;;
    esac
}

address() {
    echo "$(subnet).$(octet "$1")"
}

folder() {
    case $1 in
        arb) echo "$H/arbitrator" ;;
        *) echo "$H/$1" ;;
    esac
}

pids_of() {
    grep -lzsxF -- "FIXPUNKT_CLUSTER_MEMBER=$(folder "$1")" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3 || true
}

# A group of processes that was killed, but whose memory the kernel has not yet given back, has an empty environment.
is_running() {
    [ -n "$(pids_of "$1")" ]
}

# Starts a member in the background with its own session, so that the terminal's Ctrl-C does not reach it. The lock is inherited by
# the member and by whatever it starts: while any of them lives, nobody else starts on the same directory. A child of one that just
# died is given a moment to follow it.
launch() {
    local member=$1 log=$2 home
    shift 2
    home=$(folder "$member")
    mkdir -p "$home"
    # shellcheck disable=SC2046
    FIXPUNKT_CLUSTER_MEMBER=$home setsid flock --timeout 10 --no-fork --conflict-exit-code 75 "$home/lock" \
        $(inside "$member") $(own_clock "$member") "$@" </dev/null >>"$log" 2>&1 9>&- &
    local pid=$!
    echo "$pid" >"$home/pid"
    # What has ended already is no job any more.
    disown || true
    # Before it has its own environment nobody sees it, and it would be taken for one that has ended.
    wait_until 60 has_begun "$member" "$pid" || fail "$member does not begin"
}

has_begun() {
    is_running "$1" || ! kill -0 "$2" 2>/dev/null
}

start_one() {
    local member=$1
    is_running "$member" && fail "$member runs already"
    case $member in
        db-*) start_database "$member" ;;
        app-*) start_application "$member" && await_application "$member" ;;
        arb) start_arbitrator ;;
        lb) start_balancer ;;
        backup-* | drills) start_backup "$member" ;;
    esac
}

stop_one() {
    signal_one CONT "$1"
    signal_one TERM "$1"
    if ! wait_until 60 not_running "$1"; then
        say "$1 did not stop within 60 s and is killed"
        kill_one "$1"
    fi
}

restart_one() {
    if is_running "$1"; then stop_one "$1"; fi
    start_one "$1"
}

not_running() {
    ! is_running "$1"
}

# A process may end between being found and being signalled; that is what was wanted.
signal_one() {
    local pids
    pids=$(pids_of "$2")
    # shellcheck disable=SC2086
    [ -z "$pids" ] || kill -"$1" $pids 2>/dev/null || true
}

signal_members() {
    local signal=$1 member expanded
    shift
    expanded=$(expand "$@")
    for member in $expanded; do
        signal_one "$signal" "$member"
    done
}

kill_one() {
    signal_one KILL "$1"
    wait_until 60 not_running "$1" || fail "$1 survives kill -9"
    rm -f "$(folder "$1")/pid"
}

# All are hit at once, and only then waited for.
kill_members() {
    signal_members KILL "$@"
    for_each kill_one "$@"
}

for_each() {
    local action=$1 member expanded
    shift
    expanded=$(expand "$@")
    for member in $expanded; do
        # An action may bring words of its own.
        $action "$member"
    done
}

# Waits for a condition for so many seconds.
wait_until() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.2
    done
}
