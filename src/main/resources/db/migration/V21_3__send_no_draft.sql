-- A draft has not been sent: what was sent once is never a draft again.
update booking set submitted_at = null where status = 'DRAFT' and submitted_at is not null;
alter table booking add constraint booking_draft_unsent check (status <> 'DRAFT' or submitted_at is null);
