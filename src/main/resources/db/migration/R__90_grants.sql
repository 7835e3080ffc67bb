-- The service works on data; it never changes the schema, the past, or what this database is for.
-- Run at every migration, since new tables need it too (${flyway:timestamp}): what the service may not do stands here and nowhere else.
grant usage on schema terrain to ${service_role};
grant select, insert, update, delete on all tables in schema terrain to ${service_role};
grant usage on all sequences in schema terrain to ${service_role};
revoke update, delete, truncate on booking_event, event_detail, signature, organisation_event, site_event, census_decision from ${service_role};
revoke update, delete, truncate on seal_key, seal, seal_head, audit_run, forgetting, forgotten_event from ${service_role};
revoke update, delete, truncate on start_condition, rescission, termination from ${service_role};
revoke delete, truncate on suspension, trial_report from ${service_role};
revoke update on occupation from ${service_role};
grant update (during, hold_until) on occupation to ${service_role};
revoke delete, truncate on document, account, organisation, booking, invitation, site, site_revision from ${service_role};
revoke delete, truncate on delivery from ${service_role};
revoke update, delete, truncate on digest from ${service_role};
grant update (content) on event_detail to ${service_role};
revoke insert, update, delete on equipment_kind, census_entry, census_theme, census_constraint, census_difference, commune, category, constraint_code, theme, theme_family,
  installation, flyway_schema_history from ${service_role};
revoke insert, update, delete, truncate on work_item from ${service_role};
