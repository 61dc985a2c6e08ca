-- pgbench: the first page of the sign-ups of one town, to measure the first page of a list against.
select * from signup where scope_key >= :low and scope_key < :low || '~' order by id desc limit 51;
