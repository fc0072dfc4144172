# The service "backup" of docker-compose.yml: the database's own image, for its mariadb-backup, and the programs of ops/backup.
FROM mariadb:10.11.19
RUN apt-get update \
    && apt-get install -y --no-install-recommends age zstd rclone \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o mysql -g mysql /backup
