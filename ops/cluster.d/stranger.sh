# A database node whose certificate another authority signed: it knows all addresses, names and keys, and must not be let in.
# shellcheck shell=bash

check_foreign_certificate() {
    local home=$H/stranger before refused
    has_namespaces || fail "this check needs network namespaces (root, iproute2, nftables)"
    any_primary || fail "start the database nodes first"
    # A node that has just come back may still be counted out for a moment.
    await_all_synced
    trap remove_stranger EXIT
    remove_stranger
    before=$(cluster_size)
    refused=$(refusals | wc -l)
    join_network stranger
    "$OPS/test-ca" "$home/foreign" stranger stranger "$(address stranger)"

    say "A joiner with a certificate of its own authority asks to be let in"
    write_database_configuration stranger
    # It trusts the real authority, but shows its own certificate; and it gives up sooner.
    sed -i "s#$H/tls/stranger#$home/foreign/stranger#g; s#\"\$#;pc.wait_prim_timeout=PT6S;pc.announce_timeout=PT2S\"#" "$home/my.cnf"
    launch stranger "$home/error.log" mariadbd --defaults-file="$home/my.cnf"
    wait_until 180 not_running_or_let_in "$before" || fail "the stranger neither joined nor gave up (see $home/error.log)"
    [ "$(cluster_size)" = "$before" ] || fail "a joiner with a foreign certificate was let in"
    [ ! -d "$home/data/mysql" ] || fail "a joiner with a foreign certificate got the data"
    [ "$(refusals | wc -l)" -gt "$refused" ] || fail "no node says that it refused the certificate (see error.log of the database nodes)"
    say "Refused: $(refusals | tail -n 1)"

    kill_one stranger
    say "The same one with a certificate of our authority asks (to know that it was the certificate)"
    "$OPS/test-ca" "$H/tls" stranger stranger "$(address stranger)"
    # Outside the stranger's directory, which does not outlive this check.
    launch stranger "$H/stranger.log" garbd --name stranger --group fixpunkt --address "gcomm://$(database_addresses)" \
        --options "$(provider_options stranger | tr -d '\n' | tr ';' '\n' | grep -v '^gcache' | paste -sd ';')" --workdir "$home"
    wait_until 180 is_larger_than "$before" || fail "the genuine one was not let in either (see $H/stranger.log)"
    say "Let in: the cluster has $(cluster_size) members instead of $before"
    # While it is still counted, the death of one node more would be the loss of the majority.
    kill_one stranger
    wait_until 120 is_back_to "$before" || fail "the cluster goes on counting the stranger, who is gone"
}

cluster_size() {
    local member
    for member in $(databases); do
        if is_running "$member" && is_primary "$member"; then
            status_of "$member" wsrep_cluster_size
            return
        fi
    done
    echo 0
}

is_larger_than() {
    [ "$(cluster_size)" -gt "$1" ]
}

is_back_to() {
    [ "$(cluster_size)" = "$1" ]
}

not_running_or_let_in() {
    not_running stranger || is_larger_than "$1"
}

refusals() {
    local member
    for member in $(databases); do
        sed -n 's/^.*WSREP: \(.*certificate verify failed.*\)/\1/p' "$H/$member/error.log"
    done
}

remove_stranger() {
    kill_one stranger
    if has_namespaces; then
        ip link del fpv-stranger 2>/dev/null || true
        ip netns del fp-stranger 2>/dev/null || true
    fi
    rm -rf "$H/stranger" "$(gcache_directory stranger)"
    rm -f "$H"/tls/stranger.*
}
