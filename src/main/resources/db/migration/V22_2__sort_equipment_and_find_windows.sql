-- What a place offers, in the few kinds that one searches by. The equipment itself stays in the words of who keeps the site; the query
-- says which words are of which kind.
create table equipment_kind (
  code text primary key constraint equipment_kind_code check (code ~ '^[a-z0-9_]{2,30}$'),
  label text not null constraint equipment_kind_label check (length(btrim(label)) between 2 and 60),
  query tsquery not null constraint equipment_kind_query check (numnode(query) > 0),
  position int not null
);
insert into equipment_kind (code, label, query, position)
select code, label, to_tsquery('pg_catalog.french', plain_text(query)), position
  from (values
    ('electricite', 'Électricité', '(prise | borne | coffret | alimentation | kva | 230 | poste <-> électrique) & !aucun', 1),
    ('fibre', 'Fibre ou réseau filaire', 'fibre | ethernet | brassage', 2),
    ('5g', '5G', '5g', 3),
    ('eau', 'Eau', 'eau | citerne | bassin', 4),
    ('quai', 'Quai ou ponton', 'quai | ponton | appontement | corps <-> mort', 5),
    ('mise_a_l_eau', 'Mise à l’eau', 'mise <2> eau | potence | grue | carénage', 6),
    ('mat', 'Mât ou point haut', 'mât | pylône | point <-> haut | toit', 7),
    ('abri', 'Bâtiment ou abri', 'abri | hangar | halle | salle | atelier | laboratoire | local | plateau', 8),
    ('sol', 'Aire dégagée', 'aire | dalle | piste | parcelle | lot | placette | parvis | bande', 9),
    ('parking', 'Stationnement', 'parking | stationnement | place', 10),
    ('levage', 'Levage', 'grue | potence | monte <-> charge | palan', 11),
    ('mesure', 'Moyens de mesure', 'mesure | station <-> météo | limnimétrique | observatoire | capteur', 12)) k (code, label, query, position);

create function equipment_kinds(equipment text[]) returns text[] language sql stable as $$
  select array(select code from equipment_kind where search_vector(array_to_string(equipment, ' ; ')) @@ query order by code)
$$;
alter table site add column equipment_kinds text[] not null default '{}';
create index site_equipment_kinds on site using gin (equipment_kinds) where state = 'PUBLISHED';
create index site_constraint_code on site_constraint (constraint_code);

create or replace function keep_site_words() returns trigger language plpgsql as $$
begin
  new.search := site_words(new);
  new.words := site_vector(new);
  new.equipment_kinds := equipment_kinds(new.equipment);
  return new;
end $$;
update site set search = '';
