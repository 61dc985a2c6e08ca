-- pgbench: what one sign-up writes, in one transaction: the volunteer held, a place or a waiting number, the sign-up,
-- the fact and its place in the queue of the sequencer, the kept answer. No rule is checked: it is what the database
-- alone can do, for the service to be measured against.
--
-- Prepare: volunteers and fresh opportunities, then tests/bench/signup_data.sql. Then, as the app role:
--   pgbench "$VOLUNTEERS_DATABASE_URL" -n -c 16 -j 2 -T 20 -M prepared -f tests/bench/signup.sql \
--     -D clients=16 -D i=-1 -D volunteers=$(select count(*) from bench_volunteer) -D hot=1
-- Every client counts on by itself, so that no pair of volunteer and opportunity comes twice; `hot` is how many
-- opportunities are rushed at the same time. It wants volunteers * hot >= the transactions of one run per opportunity
-- set; when a set is used up, the next `hot` opportunities follow.

\set i :i + 1
\set pair :client_id + :i * :clients
\set v :pair / :hot % :volunteers
\set o :pair % :hot + :pair / (:hot * :volunteers) * :hot
begin;
select id as volunteer, account_id as account, person_id as person from bench_volunteer where n = :v \gset
select id from volunteer where id = :volunteer::uuid for update;
select id as opportunity, activity_id as activity, project_id as project from bench_opportunity where n = :o \gset
update places set
    taken = taken + case when taken < capacity then 1 else 0 end,
    waiting_numbers = waiting_numbers + case when taken < capacity then 0 else 1 end,
    version = version + 1
  where opportunity_id = :opportunity::uuid
  returning waiting_numbers as waiting \gset
insert into signup (id, version, area_id, scope_key, account_id, organisation_id, volunteer_id, person_id,
    opportunity_id, activity_id, project_id, state, waiting_number, title, role_name, place_name, starts_at, ends_at,
    signed_up_at, walk_in)
  select gen_random_uuid(), 1, area_id, scope_key, :account::uuid, null, :volunteer::uuid, :person::uuid,
    id, activity_id, project_id, case when :waiting::bigint = 0 then 'confirmed' else 'waiting' end, nullif(:waiting::bigint, 0),
    title, role_name, place_name, starts_at, ends_at, now(), false
  from bench_opportunity where n = :o;
with told as (
  insert into fact (id, type, subject, time, recorded_at, actor, area_id, scope_key, audience, request_id, data)
  select gen_random_uuid(), 'volunteers.signup.confirmed.v1', :volunteer::text, now(), now(), :account::text, area_id, scope_key,
    'public', 'bench', jsonb_build_object('signup_id', gen_random_uuid(), 'opportunity_id', :opportunity::text,
      'activity_id', :activity::text, 'project_id', :project::text, 'volunteer_id', :volunteer::text, 'waiting_number', :waiting::bigint)
  from bench_opportunity where n = :o
  returning pos)
insert into fact_unsequenced (pos) select pos from told;
insert into kept_answer (caller, key, fingerprint, status, headers, body, kept_at)
  values (:account::text, gen_random_uuid()::text, sha256(convert_to(:volunteer::text, 'UTF8')), 201,
    '{"content-type": "application/json", "etag": "\"1\""}', convert_to(repeat('x', 1500), 'UTF8'), now());
end;
