-- pgbench: one sign-up by its id, to measure reading one record against.
\set n random(0, :signups - 1)
select id as signup from bench_signup where n = :n \gset
select * from signup where id = :signup::uuid;
