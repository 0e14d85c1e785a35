#!/bin/sh
# First start of the database: an owner that migrates and an application login that only reads and appends.
# Neither is a superuser, so the triggers of the ledger bind both.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres \
  -v owner_password="$LEDGER_OWNER_PASSWORD" -v app_password="$LEDGER_APP_PASSWORD" <<'SQL'
create role ledger_owner login password :'owner_password';
create role ledger_app login password :'app_password';
create database ledger owner ledger_owner;
grant create, connect, temporary on database ledger to ledger_app;
SQL
