create or replace function citation_is_printed() returns trigger language plpgsql as $$
begin
  raise exception 'a citation is part of what was printed' using errcode = 'check_violation',
    constraint = 'citation_is_printed';
end $$;
create trigger citation_is_printed before update or delete on citation for each row
  execute function citation_is_printed();

-- Drafts are a history too: what was written, done and approved stands.
create or replace function draft_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'check_violation',
    constraint = 'draft_is_kept';
end $$;
create trigger draft_is_kept before update or delete on draft for each row execute function draft_is_kept();
create trigger draft_is_kept before update or delete on draft_hand for each row execute function draft_is_kept();
create trigger draft_is_kept before update or delete on draft_step for each row execute function draft_is_kept();
create trigger draft_is_kept before update or delete on draft_version for each row execute function draft_is_kept();
create trigger draft_is_kept before update or delete on draft_approval for each row execute function draft_is_kept();
create trigger draft_is_kept before update or delete on draft_countersign for each row execute function draft_is_kept();
create trigger draft_is_kept before update or delete on withdrawal_plan for each row execute function draft_is_kept();
create trigger draft_is_kept before update or delete on withdrawal_plan_end for each row
  execute function draft_is_kept();
create trigger draft_is_kept before update or delete on draft_comment for each row execute function draft_is_kept();
create trigger draft_is_kept before update or delete on draft_comment_act for each row execute function draft_is_kept();
create trigger draft_is_kept before update or delete on printed_photo for each row execute function draft_is_kept();
create trigger draft_is_kept before update or delete on edition_subject for each row execute function draft_is_kept();
create trigger draft_is_kept before update or delete on withdrawal for each row execute function draft_is_kept();

-- Whether whoever asks may do an act in the newsroom of a draft.
create or replace function may_to_draft(of_draft integer, of_act text) returns boolean language sql stable as $$
  select case when of_act is not null then exists (
           select from draft d
            where d.draft_id = of_draft and d.unit_id in (select u.unit_id from units_where_may('article', of_act) u))
         else false end
$$;

-- How many comments on a draft stand open.
create or replace function open_comments(of_draft integer) returns integer language sql stable as $$
  select count(*)::integer
    from draft_comment c
   where c.draft_id = of_draft
     and coalesce((select a.act from draft_comment_act a
                    where a.comment_id = c.comment_id and a.act <> 'answer' order by a.number desc limit 1),
                  'reopen') = 'reopen'
$$;

-- On whose desk a draft lies in a state: they write in it, while it is being written, and they move it on.
create or replace function act_in_state(of_state text) returns text language sql immutable parallel safe as $$
  select case coalesce(of_state, 'draft') when 'draft'     then 'write'
                                          when 'submitted' then 'edit'
                                          when 'in-review' then 'check'
                                          when 'checked'   then 'approve'
                                          when 'approved'  then 'approve'
         end
$$;

-- Whether a version of a photo stands in an article that is public.
create or replace function is_printed(of_photo integer, of_version integer) returns boolean language sql stable as $$
  select exists (
    select from printed_photo p
      join edition e using (edition_id)
     where p.photo_id = of_photo and p.version = of_version
       and not exists (select from withdrawal w where w.article_id = e.article_id))
$$;

-- What an edition is about, as JSON (`Subject`).
create or replace function subjects_of_edition(of_edition bigint) returns json language sql stable as $$
  select coalesce(json_agg(case when s.keyword is not null then json_build_object('keyword', s.keyword, 'name', s.name)
                                when s.unit_id is not null then json_build_object('unit', u.key, 'name', s.name)
                                else json_build_object('instrument', s.instrument_id, 'name', s.name) end
                           order by s.number), '[]')
    from edition_subject s
    left join unit u using (unit_id)
   where s.edition_id = of_edition
$$;

-- The photos of an edition that may be shown now, as JSON (`PhotoShown`).
create or replace function photos_of_edition(of_edition bigint) returns json language sql stable as $$
  select coalesce(json_agg(json_build_object('photo', v.photo_id, 'image', v.digest, 'width', i.width,
                                             'height', i.height, 'fallback', i.fallback,
                                             'alt', v.alt, 'credit', v.credit, 'focus', v.focus) order by v.photo_id),
                  '[]')
    from printed_photo p
    join photo_version v on v.photo_id = p.photo_id and v.number = p.version
    join image i         on i.digest = v.digest
   where p.edition_id = of_edition and (v.exemplar_id is null or has_consent(v.exemplar_id, 'photo'))
$$;

-- The same for a list, which shows an edition's head picture alone: none are looked for where that is no photo. The
-- planner takes this function into the question that asks.
create or replace function photos_of_headline(of_edition bigint, picture jsonb) returns json language sql stable as $$
  select case when picture -> 'photo' is null then '[]'::json else photos_of_edition(of_edition) end
$$;

-- Whoever wants letters is told of a draft that has come to lie with them: those who may do what comes next, and of a
-- text that was given back those who wrote in it. Nobody is told of their own step, and nobody to approve what they
-- wrote.
create or replace function tell_of_draft() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  loading constant text := coalesce(current_setting('neu_guong.loading', true), '');
begin
  perform set_config('neu_guong.loading', 'yes', true);
  with letter as (
    insert into draft_letter (draft_id, step, person_id)
    select d.draft_id, new.number, m.person_id
      from desk_mail m
      join draft d on d.draft_id = new.draft_id
      left join draft_hand h on h.draft_id = d.draft_id and h.person_id = m.person_id and h.hand = 'wrote'
     where m.is_wanted and m.person_id is distinct from new.actor_id
       and case when new.state = 'draft'                                    then h.person_id is not null
                when act_in_state(new.state) = 'approve' and h.person_id > 0 then false
                else exists (select from scope_of(m.person_id, 'article', act_in_state(new.state), today_in_vietnam(),
                                                  recorded_now()) s
                              where s.unit_id = d.unit_id) end
    returning draft_letter_id, person_id)
  insert into job (task, subject, actor_id)
  select 'post-draft-letter', l.draft_letter_id, l.person_id from letter l;
  perform set_config('neu_guong.loading', loading, true);
  return null;
end $$;
revoke all on function tell_of_draft() from public;
create trigger tell_of_draft after insert on draft_step for each row
  when (new.number > 1 and (new.move = 'emergency' or new.state in ('draft', 'submitted', 'in-review', 'checked')))
  execute function tell_of_draft();
