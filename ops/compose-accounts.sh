#!/bin/bash
# Accounts of state transfer and backup in docker-compose.yml, profile cluster. Sourced, once and on the first node, by the start
# script of the database's image (it sources what is not executable), which knows how to reach the server.
: "${FIXPUNKT_SST_PASSWORD:?set it in .env}"
# The backup comes by the socket, as the server's own user: its account is made by MARIADB_MYSQL_LOCALHOST_USER.
docker_process_sql <<ACCOUNTS
ALTER USER fixpunkt@'%' REQUIRE SSL;
CREATE USER sst@localhost IDENTIFIED BY '$FIXPUNKT_SST_PASSWORD';
GRANT RELOAD, PROCESS, LOCK TABLES, BINLOG MONITOR ON *.* TO sst@localhost;
GRANT RELOAD, PROCESS, LOCK TABLES, BINLOG MONITOR, REPLICATION SLAVE, SELECT, SUPER ON *.* TO mysql@localhost;
GRANT CREATE, INSERT, UPDATE ON fixpunkt_backup.* TO mysql@localhost;
ACCOUNTS
