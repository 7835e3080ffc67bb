-- What falls due is fired once, by one of the replicas; what fails is tried again later, and says why.
alter table deadline
  add outcome text constraint deadline_outcome check (outcome in ('FIRED', 'CLOSED')),
  add attempts integer not null default 0 constraint deadline_attempts check (attempts >= 0),
  add retry_at timestamptz,
  add last_error text constraint deadline_last_error check (length(last_error) between 1 and 500),
  add constraint deadline_failed check ((attempts = 0) = (retry_at is null) and (attempts = 0) = (last_error is null)),
  drop constraint deadline_kind,
  add constraint deadline_kind check (kind in ('SILENCE', 'RECEIPT', 'ANSWER', 'REASONS', 'OPINION', 'SIGNATURE', 'HOLD', 'OFFER', 'START', 'FINISH', 'REPORT',
    'DRAFT', 'EXPIRY'));
update deadline set outcome = 'CLOSED' where done_at is not null;
alter table deadline
  add constraint deadline_ended check ((done_at is null) = (outcome is null)),
  add constraint deadline_fired_when_due check (outcome is distinct from 'FIRED' or done_at >= due_at);
-- Silence refuses a request once.
create unique index deadline_silence_once on deadline (subject, subject_id) where kind = 'SILENCE' and outcome = 'FIRED';
