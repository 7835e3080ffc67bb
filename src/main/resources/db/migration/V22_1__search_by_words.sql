-- The words of a site as they are searched: French stems without accents, weighted by where they stand; kept by triggers so that no writer
-- forgets them. Accents go before the parser sees the text, and so does all that is neither letter nor digit: what is typed and what is
-- written are cut alike.
create function search_text(text) returns text language sql immutable parallel safe as $$
  select regexp_replace(plain_text($1), '[^[:alnum:]]+', ' ', 'g')
$$;
create function search_vector(text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('pg_catalog.french', search_text($1))
$$;
-- One word, or several that follow each other, as a query; without node when it says nothing, as "de" does.
create function search_query(text) returns tsquery language sql immutable parallel safe as $$
  select phraseto_tsquery('pg_catalog.french', search_text($1))
$$;

alter table site add column words tsvector not null default '';
create index site_words on site using gin (words) where state = 'PUBLISHED';

create function site_vector(s site) returns tsvector language sql stable as $$
  select setweight(search_vector(s.name), 'A')
    || setweight(search_vector(concat_ws(' ', array_to_string(s.equipment, ' '), (select name from commune where insee = s.insee),
         (select label || ' ' || family_label from category where code = s.category),
         (select string_agg(t.label || ' ' || f.label, ' ') from site_theme st join theme t on t.code = st.theme join theme_family f on f.code = t.family
           where st.site_id = s.id))), 'B')
    || setweight(search_vector(s.summary), 'C')
    || setweight(search_vector(concat_ws(' ', s.description, s.conditions)), 'D')
$$;
create or replace function site_words(s site) returns text language sql stable as $$
  select plain_text(concat_ws(' ', s.name, s.summary, s.description, s.conditions, array_to_string(s.equipment, ' '),
    (select name from commune where insee = s.insee), (select label || ' ' || family_label from category where code = s.category),
    (select string_agg(t.label || ' ' || f.label, ' ') from site_theme st join theme t on t.code = st.theme join theme_family f on f.code = t.family
      where st.site_id = s.id)))
$$;
create or replace function keep_site_words() returns trigger language plpgsql as $$
begin
  new.search := site_words(new);
  new.words := site_vector(new);
  return new;
end $$;

-- The words that published sites have carried: what a typing error is corrected to.
create table search_word (
  word text primary key constraint search_word_form check (length(word) between 2 and 60 and word = search_text(word)),
  stem text not null constraint search_word_stem check (length(stem) > 0)
);
create index search_word_stem on search_word (stem);
create index search_word_likeness on search_word using gin (word public.gin_trgm_ops);

-- In order, so that two writers of the same new words wait for each other and never in a ring.
create function learn_site_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = new.state and old.search = new.search then
    return null;
  end if;
  insert into search_word (word, stem)
    select word, cast(search_query(word) as text)
      from (select distinct word from string_to_table(search_text(new.search), ' ') word where length(word) between 2 and 60) w
     where numnode(search_query(word)) > 0
     order by word
    on conflict do nothing;
  return null;
end $$;
create trigger site_words_known after insert or update on site for each row when (new.state = 'PUBLISHED') execute function learn_site_words();

-- Words that mean the same to who searches; staff keeps them. An expression of several words is found, a single word also asks for the others.
create function are_search_words(text[]) returns boolean language sql immutable parallel safe as $$
  select count(*) = count(distinct search_text(word)) and bool_and(word is not null and length(word) between 2 and 60 and numnode(search_query(word)) > 0)
    from unnest($1) word
$$;
create table search_synonym (
  id bigint generated always as identity primary key,
  words text[] not null constraint search_synonym_count check (cardinality(words) between 2 and 12)
    constraint search_synonym_words check (are_search_words(words))
);

-- Words of a question that say nothing of a place: they are left aside.
create table search_common (
  word text primary key constraint search_common_form check (length(word) between 2 and 60 and word = search_text(word))
);

insert into search_synonym (words) values
  ('{drone,UAS,aéronef,UAV,quadricoptère,multirotor}'),
  ('{bateau,navire,embarcation,vedette,vaisseau}'),
  ('{bouée,mouillage,corps-mort}'),
  ('{5G,mobile,cellulaire,télécom,radio}'),
  ('{voiture,véhicule,auto,automobile,navette}'),
  ('{vélo,cycle,bicyclette,cyclable,trottinette}'),
  ('{port,marina,plaisance,nautique}'),
  ('{quai,ponton,appontement,accostage}'),
  ('{gare,pôle d’échanges,station,métro}'),
  ('{bus,autocar,car,transport en commun}'),
  ('{train,ferroviaire,rail}'),
  ('{avion,aéronautique,aviation,aéroport}'),
  ('{parking,stationnement,parc relais}'),
  ('{hangar,entrepôt,halle,atelier}'),
  ('{usine,industrie,industriel,fabrication}'),
  ('{déchets,ordures,tri,recyclage,poubelle}'),
  ('{électricité,courant,alimentation,prise,borne,coffret,kVA}'),
  ('{recharge,borne,IRVE}'),
  ('{forêt,massif,garrigue,colline}'),
  ('{incendie,feu,fumée}'),
  ('{mer,maritime,marin,littoral}'),
  ('{sous-marin,plongée,hyperbare,ROV}'),
  ('{épuration,assainissement,STEP,eaux usées}'),
  ('{eau potable,captage,distribution d’eau}'),
  ('{inondation,crue,ruissellement}'),
  ('{bruit,acoustique,sonore}'),
  ('{qualité de l’air,pollution,émissions,particules}'),
  ('{capteur,IoT,sonde,objet connecté}'),
  ('{robot,robotique,automate,cobot}'),
  ('{livraison,logistique,fret,colis}'),
  ('{solaire,photovoltaïque,ombrière}'),
  ('{hydrogène,H2,électrolyse}'),
  ('{stade,foule,affluence,tribune}'),
  ('{chaleur,canicule,îlot de chaleur,fraîcheur}'),
  ('{faune,flore,biodiversité,oiseau}'),
  ('{agriculture,agricole,élevage,culture}'),
  ('{rue,voirie,chaussée,route}'),
  ('{caméra,vidéo,image,vision}');
insert into search_common (word) values
  ('terrain'), ('terrains'), ('site'), ('sites'), ('lieu'), ('lieux'), ('endroit'), ('endroits'), ('espace'), ('espaces'), ('essai'), ('essais'),
  ('essayer'), ('test'), ('tests'), ('tester'), ('experimenter'), ('experimentation'), ('experimentations'), ('experimental'), ('pilote'),
  ('cherche'), ('chercher'), ('cherchons'), ('trouver'), ('besoin'), ('projet'), ('projets'), ('faire'), ('voir'), ('mettre'), ('poser'), ('installer'),
  ('pres'), ('proche'), ('proches'), ('autour'), ('cote'), ('avec'), ('sans'), ('pour'), ('dans'), ('chez'), ('vers'), ('sous'), ('entre'), ('ou'),
  ('solution'), ('solutions'), ('start'), ('up'), ('startup'), ('prototype'), ('reel'), ('reelle'), ('reels'), ('reelles'), ('conditions');

update site set search = '';
