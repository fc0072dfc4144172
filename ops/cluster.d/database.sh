# MariaDB with Galera, and the arbitrator.
# shellcheck shell=bash

DISK_RESERVE=${FIXPUNKT_CLUSTER_DISK_RESERVE:-32}
NO_HISTORY=00000000-0000-0000-0000-000000000000

socket_of() {
    echo "$H/$1/mariadbd.sock"
}

query() {
    local member=$1
    shift
    mariadb --no-defaults --socket="$(socket_of "$member")" --connect-timeout=2 --skip-column-names --batch --execute "$*" 2>/dev/null
}

status_of() {
    # A frozen server accepts the connection and says nothing.
    timeout 3 mariadb --no-defaults --socket="$(socket_of "$1")" --connect-timeout=2 --skip-column-names --batch \
        --execute "SHOW STATUS LIKE '$2'" 2>/dev/null | cut -f2
}

database_client() {
    [ $# -ge 1 ] || fail "say sql NODE [ARGS]"
    local member=$1
    shift
    exec mariadb --no-defaults --socket="$(socket_of "$member")" "$@"
}

database_addresses() {
    local member list=""
    for member in $(databases); do
        list+="${list:+,}$(address "$member")"
    done
    echo "$list"
}

# The server takes one wsrep_provider_options only, so the shared line is taken over, with this node's files and address.
provider_options() {
    sed -n 's/^wsrep_provider_options *= *"\(.*\)"$/\1/p' "$OPS/galera.cnf" \
        | sed "s#/etc/fixpunkt/tls/node#$H/tls/$1#g; s#/etc/fixpunkt/tls#$H/tls#g; s#/run/fixpunkt-gcache#$(gcache_directory "$1")#"
    echo ";gmcast.listen_addr=ssl://$(address "$1"):4567"
}

write_database_configuration() {
    local member=$1 home=$H/$1 number
    number=$(octet "$member")
    make_small_disk "$member"
    mkdir -p "$home/data" "$home/tmp" "$(gcache_directory "$member")"
    cat >"$home/my.cnf" <<CONFIGURATION
# Made by ops/cluster at every start; the settings that matter are in the included file.
!include $OPS/galera.cnf
[mysqld]
user = $(id -un)
datadir = $home/data
tmpdir = $home/tmp
socket = $(socket_of "$member")
pid_file = $home/mariadbd.pid
log_error = $home/error.log
bind_address = $(address "$member")
port = 3306
server_id = $number
gtid_domain_id = $number
innodb_buffer_pool_size = ${FIXPUNKT_CLUSTER_BUFFER_POOL:-128M}
innodb_log_file_size = ${FIXPUNKT_CLUSTER_REDO_LOG:-96M}
ssl_ca = $H/tls/ca.pem
ssl_cert = $H/tls/$member.pem
ssl_key = $H/tls/$member.key
file_key_management_filename = $H/keys/database.keys
wsrep_node_name = $member
wsrep_node_address = $(address "$member")
wsrep_cluster_address = gcomm://$(database_addresses)
wsrep_sst_receive_address = $(address "$member"):4444
wsrep_sst_auth = sst:$(secret SST_PASSWORD)
wsrep_provider_options = "$(provider_options "$member" | tr -d '\n')"
CONFIGURATION
}

# Galera cannot encrypt its cache, so it is kept in memory: what is in it never reaches a disk (as long as the machine does not swap
# in plain). A node that comes back after its machine's restart cannot be a donor of the missed changes alone; others can.
gcache_directory() {
    local where=/dev/shm
    [ -w "$where" ] || fail "/dev/shm is missing or cannot be written; the replication cache must not be on a disk"
    echo "$where/fixpunkt-$(printf %s "$H" | sha256sum | cut -c 1-12)/$1"
}

remove_gcaches() {
    rm -rf "$(dirname "$(gcache_directory any)")"
}

has_data() {
    [ -d "$H/$1/data/mysql" ]
}

# What the server recovers is the truth after a crash. A history of zeros in grastate.dat means that the node found itself damaged or
# was killed in the middle of a state transfer: then nothing may be recovered, and it takes everything from another node.
recovered_position() {
    local member=$1 home=$H/$1 log position
    has_data "$member" || return 0
    if grep -q "^uuid: *$NO_HISTORY" "$home/data/grastate.dat" 2>/dev/null; then
        return 0
    fi
    log=$home/recovery.log
    # Under the node's lock: two servers must not open the same files, not even for a moment.
    flock --nonblock --conflict-exit-code 75 "$home/lock" mariadbd --defaults-file="$home/my.cnf" --wsrep-recover \
        --log-error="$log" --pid-file="$home/recovery.pid" >"$log" 2>&1 \
        || fail "$member does not recover its position: $(database_reason "$log")"
    position=$(sed -n 's/.*WSREP: Recovered position: *\([0-9a-f-]*:-\?[0-9]*\).*/\1/p' "$log" | tail -n 1)
    [ -n "$position" ] || fail "$member does not say which position it recovered (see $log)"
    case $position in
        "$NO_HISTORY":*) ;;
        *) echo "$position" ;;
    esac
}

database_reason() {
    grep -h 'ERROR\]' "$1" | grep -v 'Aborting$' | tail -n 1 | sed 's/^.*\[ERROR\] //' | grep . || tail -n 1 "$1"
}

install_database() {
    local member=$1 home=$H/$1
    rm -rf "$home/data"
    mkdir -p "$home/data"
    mariadb-install-db --defaults-file="$home/my.cnf" --wsrep-on=OFF --auth-root-authentication-method=socket \
        --auth-root-socket-user="$(id -un)" --skip-test-db >"$home/install.log" 2>&1 \
        || fail "the database of $member is not made: $(database_reason "$home/install.log") (see $home/install.log)"
}

start_database() {
    local member=$1 home=$H/$1 position
    shift
    is_running "$member" && fail "$member runs already"
    write_database_configuration "$member"
    "$OPS/disk-guard" "$home" "$DISK_RESERVE" || fail "$member has no room on its disk"
    position=$(recovered_position "$member")
    : >>"$home/error.log"
    say "$member starts at ${position:-the beginning}"
    launch "$member" "$home/error.log" mariadbd --defaults-file="$home/my.cnf" ${position:+"--wsrep_start_position=$position"} "$@"
    setsid "$OPS/disk-guard" "$home" "$DISK_RESERVE" "$(cat "$home/pid")" </dev/null >>"$H/disk-guard.log" 2>&1 9>&- &
    disown || true
}

is_synced() {
    [ "$(status_of "$1" wsrep_local_state_comment)" = Synced ] && [ "$(status_of "$1" wsrep_ready)" = ON ]
}

is_primary() {
    [ "$(status_of "$1" wsrep_cluster_status)" = Primary ]
}

synced_or_dead() {
    is_synced "$1" || not_running "$1"
}

await_synced() {
    local member=$1 limit=${2:-300} begun=$SECONDS
    wait_until "$limit" synced_or_dead "$member" || fail "$member was not synchronised within $limit s (see $H/$member/error.log)"
    is_running "$member" || fail "$member stopped: $(database_reason "$H/$member/error.log") (see $H/$member/error.log)"
    say "$member is synchronised after $((SECONDS - begun)) s"
}

await_all_synced() {
    local member
    for member in $(databases); do
        if is_running "$member"; then await_synced "$member" 120; fi
    done
}

# Accounts are made once, on the first node of all, and replicated.
make_accounts() {
    query "$1" "
        CREATE DATABASE IF NOT EXISTS fixpunkt;
        CREATE USER IF NOT EXISTS fixpunkt@'%' IDENTIFIED BY '$(secret FIXPUNKT_DB_PASSWORD)' REQUIRE SSL;
        GRANT ALL ON fixpunkt.* TO fixpunkt@'%';
        CREATE USER IF NOT EXISTS sst@localhost IDENTIFIED BY '$(secret SST_PASSWORD)';
        GRANT RELOAD, PROCESS, LOCK TABLES, BINLOG MONITOR ON *.* TO sst@localhost;
        CREATE USER IF NOT EXISTS backup@'%' IDENTIFIED BY '$(secret BACKUP_PASSWORD)' REQUIRE SSL;
        CREATE USER IF NOT EXISTS backup@localhost IDENTIFIED BY '$(secret BACKUP_PASSWORD)';
        GRANT RELOAD, PROCESS, LOCK TABLES, BINLOG MONITOR, REPLICATION SLAVE, SELECT, SUPER ON *.* TO backup@'%', backup@localhost;
        " || fail "the accounts of the database are not made (see $H/$1/error.log)"
}

# After everything died at once, exactly one node may say "I am the cluster": the one that has every acknowledged change.
most_advanced() {
    local member position history="" best="" best_seqno=-2 seqno
    for member in $(databases); do
        write_database_configuration "$member"
        if is_running "$member"; then
            position=$(status_of "$member" wsrep_cluster_state_uuid):$(status_of "$member" wsrep_last_committed)
        else
            position=$(recovered_position "$member")
        fi
        [ -n "$position" ] && [ "$position" != : ] || continue
        say "$member holds ${position}" >&2
        [ -z "$history" ] || [ "$history" = "${position%:*}" ] \
            || fail "$member has another history than the others (${position%:*} and $history); decide which is right and empty the other's data directory"
        history=${position%:*}
        seqno=${position##*:}
        if [ "$seqno" -gt "$best_seqno" ]; then
            best=$member
            best_seqno=$seqno
        fi
    done
    echo "$best"
}

any_primary() {
    local member
    for member in $(databases); do
        if is_running "$member" && is_primary "$member"; then return 0; fi
    done
    return 1
}

start_databases() {
    local member first
    if ! any_primary; then
        first=$(most_advanced)
        if [ -z "$first" ]; then
            first=db-a
            found_cluster "$first"
        elif is_running "$first"; then
            say "$first has lost its majority and holds every change: it goes on as the cluster"
            query "$first" "SET GLOBAL wsrep_provider_options='pc.bootstrap=YES'" || fail "$first does not go on as the cluster"
        else
            say "$first is the most advanced and begins"
            sed -i 's/^safe_to_bootstrap:.*/safe_to_bootstrap: 1/' "$H/$first/data/grastate.dat" 2>/dev/null || true
            start_database "$first" --wsrep-new-cluster
        fi
        await_synced "$first"
    fi
    if [ "$GROUPS_NOW" = 2 ] && ! is_running arb; then start_arbitrator; fi
    for member in $(databases); do
        is_running "$member" || start_database "$member"
        await_synced "$member"
    done
}

found_cluster() {
    local member=$1
    say "$member is made new"
    install_database "$member"
    start_database "$member" --wsrep-new-cluster
    await_synced "$member" 120
    make_accounts "$member"
}

start_arbitrator() {
    local home=$H/arbitrator options
    mkdir -p "$home"
    options=$(provider_options arb | tr -d '\n' | tr ';' '\n' | grep -v '^gcache' | paste -sd ';')
    launch arb "$home/garbd.log" garbd --name arb --group fixpunkt --address "gcomm://$(database_addresses)" --options "$options" \
        --workdir "$home"
    wait_until 90 arbitrator_votes || fail "the arbitrator does not join (see $home/garbd.log)"
    say "arb votes"
}

arbitrator_votes() {
    local member
    is_running arb || return 1
    for member in $(databases); do
        if status_of "$member" wsrep_incoming_addresses >/dev/null && [ "$(status_of "$member" wsrep_cluster_size)" -gt "$(count_running_databases)" ] 2>/dev/null; then
            return 0
        fi
    done
    return 1
}

count_running_databases() {
    local member count=0
    for member in $(databases); do
        if is_running "$member" && is_primary "$member"; then count=$((count + 1)); fi
    done
    echo "$count"
}
