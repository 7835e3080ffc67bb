-- What the queue sorts by: the earliest date that runs against the file, and what has passed and is still to be mended: a refusal by
-- silence, a receipt or reasons that were not given, a first day without its conditions, a report that did not come.
create or replace function work_due(booking bigint) returns timestamptz language sql stable as $$
  select min(d.due_at)
    from deadline d join booking b on b.id = d.subject_id
   where d.subject = 'BOOKING' and d.subject_id = work_due.booking
     and (d.done_at is null and d.kind in ('SILENCE', 'RECEIPT', 'REASONS', 'ANSWER', 'OPINION', 'SIGNATURE', 'REPORT')
       or d.outcome = 'FIRED' and (d.kind in ('SILENCE', 'RECEIPT', 'REASONS')
                                or d.kind = 'START' and b.status = 'SIGNED'
                                or d.kind = 'REPORT' and b.status = 'REPORT_DUE'))
$$;

select keep_work_item(id) from booking where submitted_at is not null;
