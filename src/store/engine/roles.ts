/**
 * Two roles, and what an administrator prepares once.
 *
 * `lienvung_owner` owns every table and runs migrations; `lienvung_app` owns nothing, is not exempt from policies, and is
 * what the server signs in as. Neither is a superuser. `force row level security` is not used: with an unprivileged owner
 * it makes probes see nothing and copy write no rows, without an error.
 */
export const extensions = ['postgis', 'pg_trgm', 'btree_gist'] as const

/** Makes the roles where they are not yet; for a superuser. */
export const createRoles = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'lienvung_owner') then create role lienvung_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'lienvung_app') then create role lienvung_app nologin; end if;
end
$$;
`

/** The SQL an administrator of PostgreSQL runs once, with passwords of his own: printed by «lienvung database script». */
export const databaseScript = `-- Chạy một lần với quyền quản trị PostgreSQL (psql -f). Thay hai mật khẩu trước khi chạy.
-- Run once as an administrator of PostgreSQL. Replace both passwords first.
create role lienvung_owner login password 'THAY-MAT-KHAU-1';
create role lienvung_app login password 'THAY-MAT-KHAU-2';
create database lienvung owner lienvung_owner encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8' template template0;
\\connect lienvung
${extensions.map((extension) => `create extension if not exists ${extension};`).join('\n')}
revoke all on schema public from public;
grant usage, create on schema public to lienvung_owner;
grant usage on schema public to lienvung_app;
-- DATABASE_OWNER_URL=postgres://lienvung_owner:…@127.0.0.1/lienvung
-- DATABASE_URL=postgres://lienvung_app:…@127.0.0.1/lienvung
`
