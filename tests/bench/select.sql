-- pgbench: one sign-up by its id, to measure reading one record against; `signups` is how many bench_signup numbers.
\set n random(0, :signups - 1)
select signup.* from bench_signup join signup using (id) where n = :n;
