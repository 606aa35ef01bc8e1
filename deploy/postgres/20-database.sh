#!/bin/bash
# Runs once, in an empty data folder, after the roles of database/src/main/resources/db/bootstrap.sql.
set -euo pipefail
psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 \
  --set owner="$PLUMBLINE_OWNER_PASSWORD" \
  --set app="$PLUMBLINE_APP_PASSWORD" \
  --set exporter="$PLUMBLINE_EXPORTER_PASSWORD" <<'SQL'
alter role plumbline_owner password :'owner';
alter role plumbline_app password :'app';
alter role plumbline_exporter password :'exporter';
create database plumbline owner plumbline_owner;
SQL
