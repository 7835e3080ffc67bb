-- Spaces of a site do not open at the same hours: a slot is of one space.
alter table slot add column space_id bigint;
alter table slot drop constraint slot_key;
insert into slot (booking_id, space_id, starts, ends)
select s.booking_id, b.space_id, s.starts, s.ends from slot s join booking_space b on b.booking_id = s.booking_id;
delete from slot where space_id is null;
alter table slot alter column space_id set not null;
alter table slot add constraint slot_key unique (booking_id, space_id, starts);
-- Checked at the end, for both are written anew together.
alter table slot add constraint slot_space foreign key (booking_id, space_id) references booking_space (booking_id, space_id)
  deferrable initially deferred;
comment on table slot is 'A stretch of use of one space, in local time of Europe/Paris: the truth, from which occupied ranges derive.';
