-- A check that comes to null lets the row in: each of these said nothing of a missing value.
alter table occupation drop constraint occupation_lanes,
  add constraint occupation_lanes check (not isempty(lanes) and not lower_inf(lanes) and lower(lanes) >= 1);
alter table booking drop constraint booking_priced,
  add constraint booking_priced check (status not in ('SIGNING', 'SIGNED', 'RUNNING', 'SUSPENDED', 'REPORT_DUE', 'CLOSED')
    or free_item is not null or (coalesce(fee_amount, 0) > 0 and fee_detail is not null));
alter table booking drop constraint booking_direct_says_why,
  add constraint booking_direct_says_why check (award_route is distinct from 'DIRECT' or length(btrim(coalesce(award_reason, ''))) > 0);
alter table opening_rule drop constraint opening_rule_says_why,
  add constraint opening_rule_says_why check (kind = 'OPEN' or length(btrim(coalesce(cause, ''))) > 0);

-- What may not be deleted row by row may not be emptied at once either.
create trigger event_detail_kept before truncate on event_detail for each statement execute function events_are_final();
create function papers_are_kept() returns trigger language plpgsql as $$
begin
  raise exception 'documents and signatures are kept' using errcode = 'insufficient_privilege';
end $$;
create trigger document_kept before truncate on document for each statement execute function papers_are_kept();
create trigger signature_kept before truncate on signature for each statement execute function papers_are_kept();
