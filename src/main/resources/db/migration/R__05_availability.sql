-- Whether a recurring rule speaks of the window that begins on this day (Europe/Paris). Only immutable parts, so that it is inlined.
create or replace function rule_applies(r opening_rule, day date) returns boolean
language sql immutable parallel safe as $$
  select extract(isodow from day)::smallint = any (r.weekdays) and (r.season_start is null or
    case when r.season_start <= r.season_end
      then extract(month from day) * 100 + extract(day from day)
        between replace(r.season_start, '-', '')::int and replace(r.season_end, '-', '')::int
      else extract(month from day) * 100 + extract(day from day) >= replace(r.season_start, '-', '')::int
        or extract(month from day) * 100 + extract(day from day) <= replace(r.season_end, '-', '')::int end)
$$;

-- Whether one more project finds a lane all through: at each point in time some lane of the space is free.
-- Lanes may change on the way: a lane is a counter, not a place. The rows of the booking "own" do not stand in its way.
drop function if exists lane_left(bigint, int, tstzmultirange, timestamptz);
create or replace function lane_left(space bigint, capacity int, during tstzmultirange, at_instant timestamptz, own bigint default null) returns boolean
language plpgsql stable parallel safe cost 1000 set plan_cache_mode = force_generic_plan as $$
declare
  rest tstzmultirange := during;
begin
  for lane in 1 .. capacity loop
    rest := rest * coalesce((select range_agg(o.during) from occupation o
      where o.space_id = space and o.lanes @> lane and o.during && rest and (o.booking_id = own) is not true
        and (o.hold_until is null or o.hold_until > at_instant)), '{}'::tstzmultirange);
    exit when isempty(rest);
  end loop;
  return isempty(rest);
end $$;

-- The windows in which a space opens, day by day, in local time of Europe/Paris; none that lies wholly in the hour skipped in spring,
-- which only one of an hour at most can do.
create or replace function opening_windows(space bigint, first date, last date) returns table (day date, opens timestamp, closes timestamp)
language sql stable parallel safe as $$
  select w.day, w.day + w.opens, w.day + w.closes + case when w.closes > w.opens then interval '0' else interval '1 day' end
    from (select first + n as day, r.opens, r.closes
            from opening_rule r cross join generate_series(0, last - first) n
           where r.space_id = space and r.kind = 'OPEN' and rule_applies(r, first + n)
          union all
          select first + n, time '00:00', time '00:00'
            from generate_series(0, last - first) n
           where not exists (select from opening_rule r where r.space_id = space and r.kind = 'OPEN')) w
   where not exists (select from opening_rule r where r.space_id = space and r.kind = 'CLOSED' and rule_applies(r, w.day))
     and (w.closes <= w.opens or w.closes - w.opens > interval '1 hour'
          or (w.day + w.opens) at time zone 'Europe/Paris' < (w.day + w.closes) at time zone 'Europe/Paris')
$$;

-- The time a stay from first to last (both included) takes of a space, buffers inside: one row, null when it cannot be had by its rules.
-- A set, for a planner writes only those into the query that asks; the offset keeps it worked out once.
drop function if exists stay_periods(space, date, date);
create function stay_periods(p space, first date, last date) returns setof tstzmultirange
language sql stable parallel safe rows 1 as $$
  select case
    when exists (select from opening_rule r cross join generate_series(0, last - first) n
                  where r.space_id = p.id and r.kind = 'CLOSED' and r.season_start is not null and rule_applies(r, first + n)) then null
    when p.overnight then tstzmultirange(tstzrange(
      (first - p.buffer_before_days)::timestamp at time zone 'Europe/Paris', (last + 1 + p.buffer_after_days)::timestamp at time zone 'Europe/Paris'))
    else (select range_agg(tstzrange(
            (w.opens - make_interval(days => p.buffer_before_days)) at time zone 'Europe/Paris',
            (w.closes + make_interval(days => p.buffer_after_days)) at time zone 'Europe/Paris'))
            from opening_windows(p.id, first, last) w)
    end offset 0
$$;

-- The same when somebody can still have it, else no row. Lane 1 is all there is of most spaces: no need to go lane by lane.
create or replace function free_stay(p space, first date, last date, at_instant timestamptz) returns setof tstzmultirange
language sql stable parallel safe rows 1 as $$
  select stay.during from stay_periods(p, first, last) stay (during)
   where not isempty(stay.during) and not exists (select from imported_busy b where b.space_id = p.id and b.during && stay.during) and case when p.capacity = 1
     then not exists (select from occupation o where o.space_id = p.id and o.lanes @> 1 and o.during && stay.during
                       and (o.hold_until is null or o.hold_until > at_instant))
     else lane_left(p.id, p.capacity, stay.during, at_instant) end
$$;

-- The first day from "first" on from which a space can be asked for today for so many days, none later than "last"; null when there is none.
-- Where one row takes all there is of a space by day and night, nothing begins before its end: those days are passed over at once.
create or replace function first_free(p space, first date, last date, days int, today date, at_instant timestamptz) returns date
language plpgsql stable parallel safe cost 10000 as $$
declare
  day date := greatest(first, today + p.lead_time_days);
  latest date := least(last, today + p.horizon_days) - days + 1;
  taken timestamptz;
begin
  if days not between p.min_days and p.max_days then return null; end if;
  while day <= latest loop
    if exists (select from free_stay(p, day, day + days - 1, at_instant)) then return day; end if;
    if p.overnight and p.capacity = 1 then
      select max(upper(o.during)) into taken from occupation o
       where o.space_id = p.id and o.lanes @> 1 and (o.hold_until is null or o.hold_until > at_instant)
         and o.during && tstzrange((day - p.buffer_before_days)::timestamp at time zone 'Europe/Paris',
                                   (day + days + p.buffer_after_days)::timestamp at time zone 'Europe/Paris');
      day := greatest(day + 1, coalesce((taken at time zone 'Europe/Paris' + interval '1 day' - interval '1 microsecond')::date
                                          + p.buffer_before_days, day + 1));
    else
      day := day + 1;
    end if;
  end loop;
  return null;
end $$;
