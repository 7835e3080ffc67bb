-- What was asked, from which the slots derive: a draft is laid out again as it was. Local days and hours of Europe/Paris.
alter table booking
  add column first_day date, add column last_day date, add column start_time time, add column end_time time,
  add column weekdays int[], add column given_up date[],
  add constraint booking_days check (num_nulls(first_day, last_day) in (0, 2) and coalesce(last_day - first_day between 0 and 1829, true)),
  add constraint booking_hours check (num_nulls(start_time, end_time) in (0, 2) and (start_time is null or first_day is not null)),
  add constraint booking_weekdays check (coalesce(weekdays <@ array [1, 2, 3, 4, 5, 6, 7] and cardinality(weekdays) between 0 and 7, true)),
  add constraint booking_series check (start_time is not null or coalesce(cardinality(weekdays), 0) + coalesce(cardinality(given_up), 0) = 0),
  add constraint booking_given_up check (given_up is null
    or (cardinality(given_up) <= 366 and array_position(given_up, null) is null and first_day <= all (given_up) and last_day >= all (given_up)));
