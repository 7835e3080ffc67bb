-- A draft was sent to nobody, and who examines never sees it in the queue.
create function booking_out_of_queue() returns trigger language plpgsql security definer set search_path = terrain, public, pg_temp as $$
begin
  delete from work_item where booking_id = new.id;
  return null;
end $$;
create trigger booking_out_of_queue after update of submitted_at on booking
  for each row when (old.submitted_at is not null and new.submitted_at is null) execute function booking_out_of_queue();
delete from work_item w using booking b where b.id = w.booking_id and b.submitted_at is null;
