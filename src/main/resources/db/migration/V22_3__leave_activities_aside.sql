-- What a project does, said without saying of what: no place is described by it.
insert into search_common (word) values
  ('production'), ('location'), ('detection'), ('detecter'), ('surveillance'), ('surveiller'), ('suivi'), ('suivre'), ('gestion'), ('gerer'),
  ('optimisation'), ('optimiser'), ('amelioration'), ('ameliorer'), ('demonstration'), ('demonstrations'), ('validation'), ('valider'),
  ('developpement'), ('developper'), ('innovation'), ('innovations'), ('innovant'), ('innovante'), ('intelligent'), ('intelligente'), ('autonome'),
  ('autonomes'), ('deploiement'), ('deployer'), ('utiliser'), ('utilisation')
on conflict do nothing;
