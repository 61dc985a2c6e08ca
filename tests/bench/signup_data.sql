-- Numbers the volunteers and opportunities of the volunteers database for signup.sql, and lets the app role read them.
-- Run it with psql as the database's owner, after the volunteers (10,000 or more, registered through the service's own
-- code, since their fields are encrypted) and the opportunities are there:
--   psql "$VOLUNTEERS_MIGRATION_URL" -v ON_ERROR_STOP=1 -f tests/bench/signup_data.sql
-- Run it again after more of either have come; each run of the bench wants opportunities nobody has signed up to.

select set_config('app.lo1', '', false), set_config('app.hi1', '~', false);

drop table if exists bench_volunteer, bench_opportunity;

create table bench_volunteer as
  select row_number() over (order by id) - 1 as n, id, account_id, person_id from volunteer where state = 'registered';
alter table bench_volunteer add primary key (n);

create table bench_opportunity as
  select row_number() over (order by o.id) - 1 as n, o.id, o.activity_id, a.project_id, o.area_id, o.scope_key,
    a.title, o.role_name, a.place_name, o.starts_at, o.ends_at
  from opportunity o
  join activity_copy a on a.id = o.activity_id
  join places p on p.opportunity_id = o.id
  where p.taken = 0 and p.waiting_numbers = 0;
alter table bench_opportunity add primary key (n);

analyze bench_volunteer, bench_opportunity;
grant select on bench_volunteer, bench_opportunity to volunteers_app;
