# The cluster as a whole: up, down, status.
# shellcheck shell=bash

require_up() {
    [ -e "$H/network" ] || fail "there is no cluster in $H; start it with: ops/cluster up"
    GROUPS_NOW=$(cat "$H/groups")
}

require_programs() {
    local program missing=""
    for program in mariadbd mariadb mariadb-install-db mariadb-backup socat openssl flock setsid curl haproxy; do
        command -v "$program" >/dev/null || missing+=" $program"
    done
    [ "$GROUPS_NOW" = 3 ] || command -v garbd >/dev/null || missing+=" garbd"
    [ -e /usr/lib/galera/libgalera_smm.so ] || missing+=" galera-4"
    [ -z "$missing" ] || fail "missing:$missing. Install on Debian as root with: ops/install-test-tools cluster"
}

# Made once per cluster, as the installer of a real one would.
make_secrets() {
    mkdir -p "$H/keys"
    if [ ! -s "$H/secrets" ]; then
        {
            echo "FIXPUNKT_DB_PASSWORD=$(openssl rand -hex 16)"
            echo "SST_PASSWORD=$(openssl rand -hex 16)"
            echo "BACKUP_PASSWORD=$(openssl rand -hex 16)"
            echo "FIXPUNKT_SECRET_KEY=$(openssl rand -base64 32)"
            echo "FIXPUNKT_SECRET_KEY_FACES=$(openssl rand -base64 16)"
            echo "FIXPUNKT_FIRST_PASSWORD=fixpunkt-cluster"
        } >"$H/secrets.new"
        mv "$H/secrets.new" "$H/secrets"
    fi
    [ -s "$H/keys/database.keys" ] || echo "1;$(openssl rand -hex 32)" >"$H/keys/database.keys"
}

secret() {
    sed -n "s/^$1=//p" "$H/secrets"
}

make_certificates() {
    local member names
    mkdir -p "$H"
    for member in db-a db-b db-c app-a app-b app-c arb lb; do
        names=("$member" localhost "10.77.0.$(octet "$member")" "127.77.0.$(octet "$member")")
        # The balancer hands SIP over TLS through, so the nodes' certificates carry its names too.
        [[ $member != app-* ]] || names+=(lb "10.77.0.$(octet lb)" "127.77.0.$(octet lb)")
        TEST_CA_CRL="http://$(address lb)/ca.crl" "$OPS/test-ca" "$H/tls" "$member" "${names[@]}"
    done
    # What HAProxy reads is key and certificate in one file.
    cat "$H/tls/lb.pem" "$H/tls/lb.key" >"$H/tls/lb-both.pem"
    say "Certificates: $H/tls, authority $H/tls/ca.pem"
}

cluster_up() {
    local applications=yes namespaces=wished requested="" backup="" small_disks="" own_clocks=no
    while [ $# -gt 0 ]; do
        case $1 in
            --groups) requested=${2:-}; shift ;;
            --without-applications) applications=no ;;
            --with-backup) backup=yes ;;
            --without-backup) backup=no ;;
            --namespaces) namespaces=required ;;
            --small-disks) small_disks=${2:-}; shift ;;
            --own-clocks) own_clocks=yes ;;
            *) fail "up does not know $1" ;;
        esac
        shift
    done
    case $requested in "" | 2 | 3) ;; *) fail "--groups is 2 or 3" ;; esac
    # A unix socket's path has at most 107 bytes.
    [ ${#H} -le 85 ] || fail "the path $H is too long for the databases' sockets; choose a shorter FIXPUNKT_CLUSTER_HOME"
    mkdir -p "$H"
    exec 9>"$H/up.lock"
    flock --nonblock 9 || fail "another ops/cluster up is at work in $H"
    GROUPS_NOW=$(cat "$H/groups" 2>/dev/null || echo "${requested:-2}")
    [ -z "$requested" ] || [ "$requested" = "$GROUPS_NOW" ] \
        || fail "the cluster in $H has $GROUPS_NOW groups; take it away first: ops/cluster down --purge"
    require_programs
    [ "$applications" = no ] || require_application
    # Without the application's tables there is nothing that a drill could check. A later call means the same as this one.
    [ "$applications" = yes ] || backup=${backup:-no}
    backup=${backup:-$(cat "$H/backup-wanted" 2>/dev/null || echo yes)}
    [ "$backup" = no ] || backup_needs
    [ "$namespaces" = wished ] || has_namespaces || namespaces_work \
        || fail "no network namespaces here; that needs root, iproute2 and nftables (ops/install-test-tools cluster)"
    # What ran before this call is left to itself when the call fails.
    if ! anything_runs; then
        trap 'echo "ops/cluster: interrupted; taking down what was started" >&2; trap - EXIT; cluster_down --now; exit 130' INT TERM HUP
        trap 'status=$?; [ $status = 0 ] || { echo "ops/cluster: not up (at: $BASH_COMMAND); taking down what was started" >&2; cluster_down --now; }' EXIT
    fi
    echo "$GROUPS_NOW" >"$H/groups"
    echo "$backup" >"$H/backup-wanted"
    [ -z "$small_disks" ] || echo "$small_disks" >"$H/small-disks"
    if [ "$own_clocks" = yes ]; then
        [ -e "$FAKETIME" ] || fail "missing: libfaketime. Install on Debian as root with: ops/install-test-tools cluster"
        : >"$H/own-clocks"
    fi
    make_secrets
    make_network
    make_certificates
    start_databases
    if [ "$applications" = yes ]; then
        start_applications
        is_running lb || start_balancer
    fi
    [ "$backup" = no ] || start_backups
    trap - INT TERM HUP EXIT
    echo
    print_addresses
}

anything_runs() {
    local member
    for member in $(members); do
        if is_running "$member"; then return 0; fi
    done
    return 1
}

cluster_down() {
    local now=no purge=no member
    while [ $# -gt 0 ]; do
        case $1 in
            --now) now=yes ;;
            --purge) purge=yes ;;
            *) fail "down does not know $1" ;;
        esac
        shift
    done
    if [ "$now" = no ]; then
        stop_all lb app-a app-b app-c drills backup-a backup-b backup-c
        # One after the other, so that the last one knows every change.
        for member in db-c db-b db-a; do
            stop_all "$member"
        done
    fi
    for member in $(everybody); do
        signal_one KILL "$member"
    done
    for member in $(everybody); do
        kill_one "$member"
    done
    if has_namespaces || [ "$(cat "$OWNER_FILE" 2>/dev/null)" = "$H" ]; then remove_network; fi
    remove_gcaches
    remove_clock_memory
    rm -f "$H/network" "$H"/clock-*
    remove_small_disks
    if [ "$purge" = yes ]; then rm -rf "$H"; fi
    say "Down: no process, no network$([ "$purge" = no ] || echo ", no data")"
}

stop_all() {
    local member
    for member in "$@"; do
        signal_one CONT "$member"
        signal_one TERM "$member"
    done
    for member in "$@"; do
        wait_until 30 not_running "$member" || say "$member did not stop within 30 s and is killed"
    done
}

cluster_status() {
    if [ ! -e "$H/network" ]; then
        echo "No cluster is up in $H"
        return 1
    fi
    GROUPS_NOW=$(cat "$H/groups")
    local member
    for member in $(members); do
        case $member in
            db-*) printf '%-6s %-8s %s\n' "$member" "$(running_word "$member")" "$(database_state "$member")" ;;
            app-*) printf '%-6s %-8s %s\n' "$member" "$(running_word "$member")" "$(application_state "$member")" ;;
            *) printf '%-6s %s\n' "$member" "$(running_word "$member")" ;;
        esac
    done
    for member in $(backups); do
        printf '%-8s %-8s %s\n' "$member" "$(running_word "$member")" "$(backup_state "$member")"
    done
    cuts | sed 's/^/cut: /'
    print_addresses
}

running_word() {
    local pids
    pids=$(pids_of "$1")
    if [ -z "$pids" ]; then
        echo stopped
    elif grep -qs '^State:.T' /proc/"$(echo "$pids" | sed -n 1p)"/status; then
        echo frozen
    else
        echo running
    fi
}

database_state() {
    is_running "$1" || return 0
    echo "$(status_of "$1" wsrep_cluster_status) $(status_of "$1" wsrep_local_state_comment)" \
        "size $(status_of "$1" wsrep_cluster_size) committed $(status_of "$1" wsrep_last_committed)"
}

print_addresses() {
    require_up
    local member
    echo "url=https://$(address lb)$(https_port_suffix)"
    echo "ca=$H/tls/ca.pem"
    for member in $(members); do
        case $member in
            db-*) echo "$member=$(address "$member"):3306" ;;
            app-*) echo "$member=https://$(address "$member"):8443 sip=$(address "$member"):5060 sips=$(address "$member"):5061 dc09=$(address "$member"):5093 sos=$(address "$member"):5094" ;;
            lb) echo "lb=$(address lb) sip=$(address lb):5060 sips=$(address lb):5061 dc09=$(address lb):5093 sos=$(address lb):5094" ;;
        esac
    done
}
