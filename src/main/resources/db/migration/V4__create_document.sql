-- Yearly numbers without a gap: taken under a row lock, in the transaction that files the document.
create table document_counter (
  kind text not null,
  year int not null,
  last int not null constraint document_counter_last check (last >= 1),
  primary key (kind, year)
);

create table document (
  id bigint generated always as identity primary key,
  booking_id bigint not null references booking,
  kind text not null constraint document_kind check (kind in ('CONVENTION', 'AMENDMENT', 'TERMINATION', 'LETTER', 'INSPECTION', 'REPORT')),
  version int not null constraint document_version check (version >= 1),
  number text not null constraint document_number_key unique,
  title text not null,
  inputs jsonb not null,
  bytes bytea not null constraint document_bytes check (length(bytes) between 100 and 20000000),
  sha256 bytea not null,
  state text not null default 'ISSUED' constraint document_state check (state in ('ISSUED', 'SIGNED', 'VOID')),
  issued_by bigint not null references account,
  issued_at timestamptz not null,
  constraint document_version_key unique (booking_id, kind, version),
  constraint document_sealed unique (id, sha256),
  constraint document_sha256 check (sha256 = pg_catalog.sha256(bytes))
);
create unique index document_one_alive on document (booking_id, kind) where state <> 'VOID' and kind = 'CONVENTION';

create function documents_are_frozen() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.booking_id, new.kind, new.version, new.number, new.title, new.inputs, new.bytes, new.sha256, new.issued_by, new.issued_at)
    is distinct from (old.booking_id, old.kind, old.version, old.number, old.title, old.inputs, old.bytes, old.sha256, old.issued_by, old.issued_at)
    or old.state = 'VOID' or (old.state = 'SIGNED' and new.state = 'ISSUED') then
    raise exception 'a document is never overwritten' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger document_frozen before update or delete on document for each row execute function documents_are_frozen();

-- Consent of a party to the very bytes it was shown: the hash is part of the key.
create table signature (
  id bigint generated always as identity primary key,
  document_id bigint not null,
  document_sha256 bytea not null,
  party_id bigint not null references party,
  account_id bigint not null references account,
  signatory_name text not null,
  signatory_quality text not null,
  statement text not null constraint signature_statement check (length(statement) between 10 and 2000),
  signed_at timestamptz not null,
  constraint signature_of_document foreign key (document_id, document_sha256) references document (id, sha256),
  constraint signature_key unique (document_id, party_id)
);
create index signature_party on signature (party_id);
create function signatures_are_final() returns trigger language plpgsql as $$
begin
  raise exception 'a signature is final' using errcode = 'insufficient_privilege';
end $$;
create trigger signature_final before update or delete on signature for each row execute function signatures_are_final();
