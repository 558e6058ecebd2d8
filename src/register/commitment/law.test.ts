import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'

const world = withDatabase('empty')

/** A unit, a member, a campaign of two to three deeds, the member's obligation, and a commitment of two. */
const beginning = `
  set local neu_guong.loading = 'yes';
  insert into instrument (instrument_id, number, kind, issuer, title, signed_on) values (1, '1', 'directive', 'X', 'x', '2016-05-15');
  insert into unit (unit_id, key) values (1, 'chi-bo');
  insert into person (person_id) values (1), (2);
  insert into programme (programme_id, key, name_vi, name_en, instrument_id, started_on) values (1, 'p', 'p', 'p', 1, '2016-05-15');
  insert into campaign (campaign_id, programme_id, unit_id, year) values (1, 1, 1, 2020);
  insert into campaign_terms (campaign_id, opens_on, due_on, closes_on) values (1, '2020-01-06', '2020-03-31', '2020-12-31');
  insert into obligation (obligation_id, campaign_id, person_id, unit_id, due_from) values (1, 1, 1, 1, '2020-01-06');
  insert into commitment (commitment_id, obligation_id) values (1, 1);
  insert into deed (deed_id, commitment_id, ordinal, what, registered_on) values (1, 1, 1, 'a', '2020-02-01'), (2, 1, 2, 'b', '2020-02-01');`

const submitted = `insert into commitment_step (commitment_id, state, happened_on, actor_id) values (1, 'submitted', '2020-02-01', 1);`
const approvedBy = (actor: number, commitment = 1) =>
  `insert into commitment_step (commitment_id, state, happened_on, actor_id) values (${commitment}, 'approved', '2020-03-01', ${actor});`
const third = `insert into deed (deed_id, commitment_id, ordinal, what, registered_on) values (3, 1, 3, 'c', '2020-02-01');`
const fourth = `insert into deed (deed_id, commitment_id, ordinal, what, registered_on) values (4, 1, 4, 'd', '2020-02-01');`
const replaced = `insert into deed_step (deed_id, state, happened_on, reason) values (2, 'replaced', '2020-06-01', 'chuyển việc');`
const next = `
  insert into commitment (commitment_id, obligation_id, version) values (2, 1, 2);
  insert into deed (deed_id, commitment_id, ordinal, what, registered_on) values (11, 2, 1, 'a', '2020-03-01'), (12, 2, 2, 'b', '2020-03-01');
  insert into commitment_step (commitment_id, state, happened_on) values (2, 'submitted', '2020-03-01');`
const superseded = `insert into commitment_step (commitment_id, state, happened_on) values (1, 'superseded', '2020-03-01');`

/** What the schema answers to statements after the beginning: the name of the law that refuses, or null. */
async function verdictOn(...statements: string[]): Promise<string | null> {
  await world.owner.query('begin')
  try {
    await world.owner.query([beginning, ...statements, 'set constraints all immediate'].join('\n'))
    return null
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error)
  } finally {
    await world.owner.query('rollback')
  }
}

test('a submitted commitment has two or three live deeds: one, none or four are refused; a draft is free', async () => {
  expect(await verdictOn(submitted)).toBeNull()
  expect(await verdictOn(third, submitted)).toBeNull()
  expect(await verdictOn(third, fourth)).toBeNull()
  expect(await verdictOn(third, fourth, submitted)).toBe('deeds_within_bounds')
  expect(await verdictOn(submitted, third, fourth)).toBe('deeds_within_bounds')
  expect(await verdictOn(submitted, replaced)).toBe('deeds_within_bounds')
})

test('the bounds are the campaign’s own: where it asks for three, two are refused', async () => {
  const terms = `update campaign_terms set recorded = closed(recorded);
    insert into campaign_terms (campaign_id, opens_on, due_on, closes_on, deeds_least, deeds_most, recorded)
    values (1, '2020-01-06', '2020-03-31', '2020-12-31', 3, 4, tstzrange(transaction_timestamp(), 'infinity'));`
  expect(await verdictOn(terms, submitted)).toBe('deeds_within_bounds')
  expect(await verdictOn(terms, third, submitted)).toBeNull()
})

test('a replaced deed needs a reason, and another in its place', async () => {
  expect(await verdictOn(submitted, replaced, third)).toBeNull()
  const silent = `insert into deed_step (deed_id, state, happened_on) values (2, 'replaced', '2020-06-01');`
  expect(await verdictOn(submitted, silent, third)).toBe('a_replacement_has_a_reason')
})

test('nobody approves, endorses or returns their own', async () => {
  expect(await verdictOn(submitted, approvedBy(2))).toBeNull()
  expect(await verdictOn(submitted, approvedBy(1))).toBe('nobody_judges_their_own')
  for (const state of ['endorsed', 'returned']) {
    const own = `insert into commitment_step (commitment_id, state, happened_on, actor_id) values (1, '${state}', '2020-02-03', 1);`
    expect(await verdictOn(submitted, own)).toBe('nobody_judges_their_own')
  }
})

test('an amendment supersedes: two approved commitments of one obligation are refused', async () => {
  expect(await verdictOn(submitted, approvedBy(2), next, superseded, approvedBy(2, 2))).toBeNull()
  expect(await verdictOn(submitted, approvedBy(2), next, approvedBy(2, 2))).toBe('one_live_commitment')
})

test('a person is due once in a campaign, a version of a commitment and a number of a deed stand once', async () => {
  const again = `insert into obligation (obligation_id, campaign_id, person_id, unit_id, due_from) values (9, 1, 1, 1, '2020-01-06');`
  expect(await verdictOn(again)).toBe('one_obligation_a_person')
  expect(await verdictOn('insert into commitment (commitment_id, obligation_id, version) values (9, 1, 1);')).toBe(
    'one_open_text_a_version',
  )
  expect(
    await verdictOn(`insert into deed (deed_id, commitment_id, ordinal, what, registered_on) values (9, 1, 2, 'x', '2020-02-01');`),
  ).toBe('one_open_text_a_deed')
})

test('a commitment without an obligation cannot be counted, because it cannot be', async () => {
  expect(await verdictOn('insert into commitment (commitment_id, obligation_id) values (9, 77);')).toBe('commitment_obligation_id_fkey')
})
