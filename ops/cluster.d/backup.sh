# The backup, as docker-compose.yml and an installation have it: beside each database node a daemon that copies it daily and streams its
# binlog, and one that restores what they wrote. A failed node does not end its daemon, which waits for it.
# shellcheck shell=bash

backups() {
    for group in $(group_names); do echo "backup-$group"; done
    echo drills
}

backup_files() {
    mkdir -p "$H/backup"
    # The directory is for the status page, whose node may run under a name of its own; what is in it is encrypted.
    chmod 755 "$H/backup"
    [ -s "$H/keys/backup.pub" ] || "$OPS/backup" keys --to "$H/keys" >/dev/null
}

backup_needs() {
    local program missing=""
    for program in age zstd; do
        command -v "$program" >/dev/null || missing+=" $program"
    done
    [ -z "$missing" ] || fail "missing:$missing. Install on Debian as root with: ops/install-test-tools cluster (or say --without-backup)"
}

# In memory, as the received binlogs are plain text; taken away with the replication caches.
backup_memory() {
    echo "$(dirname "$(gcache_directory db-a)")/$1"
}

start_backup() {
    local member=$1 database=db-${1#backup-}
    backup_needs
    backup_files
    case $member in
        # The private key lies here only because this is a cluster for trying out: it belongs on a machine off the nodes.
        drills)
            launch drills "$H/drills/drills.log" "$OPS/backup" drills --store "$H/backup" --key "$H/keys/backup.key" \
                --my-cnf "$H/db-a/my.cnf" --scratch "$H/drills" --work "$(backup_memory drills)"
            ;;
        *)
            launch "$member" "$H/$member/backup.log" nice -n 5 "$OPS/backup" daemon --store "$H/backup" --my-cnf "$H/$database/my.cnf" \
                --recipient "$H/keys/backup.pub" --node "$database" --work "$(backup_memory "$member")" \
                --every "${FIXPUNKT_CLUSTER_BACKUP_EVERY:-10}"
            ;;
    esac
}

start_backups() {
    local member
    backup_needs
    for member in $(backups); do
        is_running "$member" || start_backup "$member"
    done
    say "Backups of $(databases | xargs) to $H/backup; drills with the private key, which is here because this is no real cluster"
}

# Now, and not at the hour of the daemon.
backup_now() {
    local member databases_now=$*
    backup_files
    [ -n "$databases_now" ] || databases_now=$(databases)
    for member in $databases_now; do
        [[ $member == db-* ]] || fail "say which database node, as db-a"
        is_running "$member" || fail "$member does not run"
        "$OPS/backup" full --store "$H/backup" --my-cnf "$H/$member/my.cnf" --recipient "$H/keys/backup.pub" --node "$member" \
            --work "$(backup_memory "backup-${member#db-}")" || fail "the backup of $member failed"
    done
}

drill_now() {
    mkdir -p "$H/drills" "$(backup_memory drills)"
    "$OPS/backup-drill" --store "$H/backup" --key "$H/keys/backup.key" --my-cnf "$H/db-a/my.cnf" --scratch "$H/drills" --work "$(backup_memory drills)" "$@" \
        || fail "the drill failed"
}

backup_state() {
    case $1 in
        drills) grep -s . "$H/backup/last-drill.json" || echo "no drill yet" ;;
        *) tail -n 1 "$H/$1/backup.log" 2>/dev/null || true ;;
    esac
}
