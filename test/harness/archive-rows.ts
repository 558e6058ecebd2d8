import type pg from 'pg'
import type { InventedCampaign } from './campaign.ts'

/**
 * A few rows of every sealed table that nobody in a scene writes to, as an archive brings them: open ones, and ones
 * that were closed long ago. `administrator` may switch triggers and keys off, so that each table is filled by itself.
 */
export async function writeArchive(administrator: pg.Client, { people, units }: Pick<InventedCampaign, 'people' | 'units'>): Promise<void> {
  const { lan, hoa, quy } = people
  const { cell, commune, district } = units
  const kept = `'[2021-03-01 08:00:00.25+00,infinity)'`
  const closed = `'[2021-03-01 08:00:00.25+00,2022-04-02 09:30:00+00)'`
  const digest = `repeat('5', 64)`
  await administrator.query('begin')
  await administrator.query('set local session_replication_role = replica')
  for (const row of [
    `account (person_id, sign_in_name, recorded) values (${lan}, 'lan', ${kept}), (${quy}, 'quy', ${closed})`,
    `password (person_id, phc, recorded) values (${lan}, '$argon2id$v=19$m=1,t=1,p=1$a$b', ${kept}), (${lan}, '$argon2id$v=19$m=1,t=1,p=1$c$d', ${closed})`,
    `totp (person_id, sealed, recorded) values (${lan}, 'a', ${kept}), (${lan}, 'b', ${closed})`,
    `recovery_code (person_id, code_digest, recorded) values (${lan}, ${digest}, ${kept}), (${lan}, repeat('6', 64), ${closed})`,
    `passkey (person_id, credential_id, public_key, name, recorded) values (${lan}, 'a', 'b', 'Máy của Lan', ${kept}), (${lan}, 'c', 'd', 'Máy cũ', ${closed})`,
    `external_identity (person_id, issuer, subject, recorded) values (${lan}, 'https://tinh.example', 'lan', ${kept}), (${lan}, 'https://cu.example', 'lan', ${closed})`,
    `succession_event (kind, effective_on, instrument_id, recorded) values ('merged', '2025-07-01', 1, ${kept}), ('split', '2020-02-01', 1, ${closed})`,
    `succession (succession_event_id, predecessor_id, successor_id, population_share, recorded) values (1, ${cell}, ${commune}, 0.5, ${kept}), (2, ${commune}, ${cell}, 0.25, ${closed})`,
    `carry_rule (subject, instrument_id, rule, recorded) values ('countryside', 1, 'all', ${kept}), ('countryside', 2, 'any', ${closed})`,
    `carry_statement (carry_rule_id, successor_id, recorded) values (1, ${commune}, ${kept}), (1, ${district}, ${closed})`,
    `membership_end (membership_id, person_id, reason, recorded) values (1, ${lan}, 'retired', ${kept}), (2, ${hoa}, 'retired', ${closed})`,
    `party_card (person_id, card_number, recorded) values (${lan}, '12345678', ${kept}), (${hoa}, '12345679', ${closed})`,
    `roster_import (unit_id, uploaded_by, listed_on, file_name, file, digest, seen, recorded) values (${commune}, ${lan}, '2021-01-01', 'ds.xlsx', '\\x0102', ${digest}, '{}', ${kept})`,
    `programme_plan (programme_id, unit_id, instrument_id, valid, recorded) values (1, ${commune}, 1, '[2021-01-01,infinity)', ${kept}), (1, ${district}, 1, '[2021-01-01,infinity)', ${closed})`,
    `limitation (obligation_id, what, raised_on, recorded) values (1, 'Đến muộn', '2021-01-01', ${kept}), (2, 'Nể nang', '2021-01-01', ${closed})`,
    `remedy (limitation_id, commitment_id, what, due_on, recorded) values (1, 1, 'Đến sớm', '2021-05-01', ${kept}), (2, 2, 'Nói thẳng', '2021-05-01', ${closed})`,
    `proxy_confirmation (commitment_id, person_id, recorded) values (1001, ${lan}, ${kept}), (1002, ${hoa}, ${closed})`,
    `action_plan (post_id, person_id, year, exemplary_content, state, valid, recorded) values (1, ${lan}, 2021, 'x', 'approved', '[2021-01-01,infinity)', ${kept}), (1, ${hoa}, 2021, 'y', 'submitted', '[2021-01-01,infinity)', ${closed})`,
    `plan_deed (plan_duty_id, person_id, version, ordinal, what, measure, due_on, recorded) values (1, ${lan}, 1, 1, 'x', 'y', '2021-05-01', ${kept}), (2, ${hoa}, 1, 1, 'x', 'y', '2021-05-01', ${closed})`,
    `plan_receipt (plan_duty_id, person_id, version, number, digest, recorded) values (1, ${lan}, 1, 'KH-2021-000001-1', ${digest}, ${kept}), (2, ${hoa}, 1, 'KH-2021-000002-1', ${digest}, ${closed})`,
    `exemplar (kind, field, unit_id, recorded) values ('individual', 'health', ${commune}, ${kept}), ('collective', 'health', ${commune}, ${closed})`,
    `exemplar_profile (exemplar_id, name, recorded) values (1, 'Trạm y tế xã', ${kept}), (2, 'Tổ y tế', ${closed})`,
    `exemplar_story (exemplar_id, story_vi, story_en, recorded) values (1, 'x', 'y', ${kept}), (2, 'z', 'w', ${closed})`,
    `recognition (exemplar_id, level, form, achievement, instrument_id, decided_on, recorded) values (1, 'commune', 'title', 'x', 1, '2021-02-01', ${kept}), (2, 'province', 'order', 'y', 1, '2021-02-01', ${closed})`,
    `consent (exemplar_id, scope, valid, recorded) values (1, 'name', '[2021-01-01,infinity)', ${kept}), (2, 'story', '[2021-01-01,2022-01-01)', ${closed})`,
    `assessment (criteria_set_id, unit_id, assessed_on, met, recorded) values (1, ${commune}, '2021-02-01', 19, ${kept}), (1, ${district}, '2021-02-01', 18, ${closed})`,
    `standing_decision (unit_id, standing_level, verdict, instrument_id, decided_on, effective_year, recorded) values (${commune}, 'standard', 'recognised', 1, '2021-02-01', 2020, ${kept}), (${district}, 'advanced', 'revoked', 1, '2021-02-01', 2020, ${closed})`,
    `standing_step (unit_id, standing_level, step, valid, recorded) values (${commune}, 'standard', 'voted', '[2021-01-01,infinity)', ${kept}), (${district}, 'standard', 'registered', '[2021-01-01,infinity)', ${closed})`,
    `contribution (contribution_kind, quantity, work, place_id, given_on, recorded) values ('land', 120.5, 'đường thôn', ${commune}, '2021-02-01', ${kept}), ('money', 500000, 'cầu', ${commune}, '2021-02-01', ${closed})`,
    `contribution_verification (contribution_id, verified_on, recorded) values (1, '2021-02-02', ${kept}), (2, '2021-02-02', ${closed})`,
    `contribution_giver (contribution_id, household, recorded) values (1, 'nhà ông Q', ${kept}), (2, 'nhà bà L', ${closed})`,
    `indicator (key, name_vi, name_en, measure, direction, due_day, recorded) values ('ho-so', 'Hồ sơ', 'Dossiers', 'hồ sơ', 'none', 10, ${kept}), ('thu', 'Thư', 'Letters', 'thư', 'none', 10, ${closed})`,
    `indicator_key (unit_id, name, digest, issued_by, recorded) values (${commune}, 'Một cửa', ${digest}, ${lan}, ${kept}), (${district}, 'Khác', repeat('b', 64), ${hoa}, ${closed})`,
    `indicator_delivery (unit_id, sent_by, way) values (${commune}, ${lan}, 'page')`,
    `indicator_value (indicator_id, place_id, month, quantity, note, indicator_delivery_id, recorded) values (1, ${commune}, '2021-01-01', 12.5, null, 1, ${kept}), (1, ${district}, '2021-01-01', 7, 'x', 1, ${closed})`,
    `figure_run (figure, version, parameters, valid_as_of, recorded_as_of, map, value, row_count, digest, chain) values ('F1', 1, '{"unit": "huyen-uy"}', '2021-01-01', '2021-01-02', 'as-was', '{"value": 12}', 3, ${digest}, ${digest})`,
    `article (slug, topic) values ('con-duong', 'contribution')`,
    `edition (article_id, lang, number, title, lead, body, byline, published_at, digest, recorded) values (1, 'vi', 1, 'Con đường', 'x', '[{"type": "heading", "text": "x"}]', 'x', '2021-03-01', ${digest}, ${kept})`,
    `citation (edition_id, mark, figure_run_id, printed) values (1, 'a', 1, '12')`,
  ])
    await administrator.query(`insert into ${row}`)
  await administrator.query('commit')
}
