-- An officer finds again what was begun for somebody else.
create index booking_entered on booking (entered_by) where entered_by is not null;
