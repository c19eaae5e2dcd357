-- An administrator binds an account to who somebody is at the common sign-on, and unbinds it.
-- Locks: short, on security_event (a check, read once over its rows: a second on a million).

alter table security_event drop constraint security_event_kind_check;
alter table security_event add constraint security_event_kind_check check (kind in (
  'signed-in', 'signed-out', 'refused', 'limited', 'password-set', 'link-made', 'token-made', 'token-revoked',
  'sessions-ended', 'provider-linked', 'provider-unlinked'
));

-- whose rows they are says the policy: of him who keeps accounts
grant delete on account_provider to lienvung_app;
