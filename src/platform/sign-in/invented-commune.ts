import { randomInt } from 'node:crypto'
import type pg from 'pg'
import { lookUp } from '../../basis/shared/look-up.ts'
import { digestOf } from './means/sealing.ts'

/**
 * A small part of a province, for the tests of this room: who is who is in the names of the fields. Everything holds
 * since 2020.
 */
export type InventedCommune = {
  units: Record<'province' | 'district' | 'commune' | 'cell' | 'other_cell' | 'far_commune' | 'far_cell', number>
  people: Record<(typeof names)[number], number>
}

const names = ['lan', 'hoa', 'quy', 'lieu', 'far', 'office', 'superior', 'leader', 'administrator', 'auditor'] as const
const full_names: Record<(typeof names)[number], string> = {
  lan: 'Nông Thị Lan',
  hoa: 'Triệu Văn Hòa',
  quy: 'Nông Văn Quý',
  lieu: 'Bàn Thị Liễu',
  far: 'Lường Thị Son',
  office: 'Hà Đức Toàn',
  superior: 'Đặng Phúc Sinh',
  leader: 'Hoàng Minh Đạo',
  administrator: 'Ma Thị Hương',
  auditor: 'Lý Thu Trang',
}

/**
 * Lan and Quý are members of the cell that Hòa heads; Liễu belongs to the cell beside it, Son to another commune. The
 * others hold a role: the office of the commune, the office and the head of the district, an administrator of the
 * district, and an auditor of the province.
 */
export async function inventCommune(owner: pg.Client): Promise<InventedCommune> {
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  const units = await inventUnits(owner)
  const people = {} as InventedCommune['people']
  for (const name of names) people[name] = await addPerson(owner, full_names[name])
  const homes = {
    lan: 'cell',
    hoa: 'cell',
    quy: 'cell',
    lieu: 'other_cell',
    far: 'far_cell',
    office: 'other_cell',
    superior: 'far_cell',
  } as const
  for (const [name, unit] of Object.entries(homes)) await addMember(owner, lookUp(people, name)!, units[unit])
  await addHead(owner, people.hoa, units.cell, 'Bí thư chi bộ')
  await addHead(owner, people.leader, units.district, 'Bí thư huyện ủy')
  await addGrant(owner, people.office, 'unit-office', units.commune)
  await addGrant(owner, people.superior, 'superior-office', units.district)
  await addGrant(owner, people.administrator, 'administrator', units.district)
  await addGrant(owner, people.auditor, 'auditor', units.province)
  await owner.query('commit')
  return { units, people }
}

async function inventUnits(owner: pg.Client): Promise<InventedCommune['units']> {
  const province = await addUnit(owner, 'tinh-uy', 'province-committee', null)
  const district = await addUnit(owner, 'huyen-uy', 'district-committee', province)
  const commune = await addUnit(owner, 'dang-bo-xa', 'base-organisation', district)
  const far_commune = await addUnit(owner, 'dang-bo-xa-xa', 'base-organisation', province)
  return {
    province,
    district,
    commune,
    far_commune,
    cell: await addUnit(owner, 'chi-bo', 'cell', commune),
    other_cell: await addUnit(owner, 'chi-bo-ben', 'cell', commune),
    far_cell: await addUnit(owner, 'chi-bo-xa', 'cell', far_commune),
  }
}

export async function addUnit(owner: pg.Client, key: string, kind: string, parent: number | null, from = '2020-01-01'): Promise<number> {
  const { rows } = await owner.query('insert into unit (key) values ($1) returning unit_id', [key])
  const { unit_id } = rows[0] as { unit_id: number }
  const since = [`[${from},infinity)`, '[2020-01-01,infinity)']
  await owner.query(`insert into unit_version (unit_id, name, unit_kind, valid, recorded) values ($1, $2, $3, $4, $5)`, [
    unit_id,
    key,
    kind,
    ...since,
  ])
  if (parent !== null) await addPlacement(owner, unit_id, parent, from)
  return unit_id
}

export async function addPlacement(owner: pg.Client, unit_id: number, parent: number, from = '2020-01-01'): Promise<void> {
  await owner.query(`insert into placement (unit_id, hierarchy, parent_id, valid, recorded) values ($1, 'party', $2, $3, $4)`, [
    unit_id,
    parent,
    `[${from},infinity)`,
    '[2020-01-01,infinity)',
  ])
}

export async function addPerson(owner: pg.Client, full_name: string): Promise<number> {
  const { rows } = await owner.query(`insert into person (since) values ('2020-01-01') returning person_id`)
  const { person_id } = rows[0] as { person_id: number }
  await owner.query(`insert into person_version (person_id, full_name, recorded) values ($1, $2, '[2020-01-01,infinity)')`, [
    person_id,
    full_name,
  ])
  return person_id
}

export async function addMember(owner: pg.Client, person_id: number, unit_id: number, valid = '[2020-01-01,infinity)'): Promise<void> {
  await owner.query(
    `insert into membership (person_id, unit_id, kind, valid, recorded) values ($1, $2, 'party-member', $3, '[2020-01-01,infinity)')`,
    [person_id, unit_id, valid],
  )
}

export async function addHead(
  owner: pg.Client,
  person_id: number,
  unit_id: number,
  title = 'Bí thư',
  valid = '[2020-01-01,infinity)',
): Promise<void> {
  const { rows } = await owner.query(
    `insert into post (unit_id, title, is_head) values ($1, $2, true) on conflict (unit_id) where is_head do update set title = excluded.title returning post_id`,
    [unit_id, title],
  )
  await owner.query(`insert into tenure (post_id, person_id, valid, recorded) values ($1, $2, $3, '[2020-01-01,infinity)')`, [
    (rows[0] as { post_id: number }).post_id,
    person_id,
    valid,
  ])
}

export async function addGrant(
  owner: pg.Client,
  person_id: number,
  role: string,
  unit_id: number,
  valid = '[2020-01-01,infinity)',
): Promise<void> {
  await owner.query(`insert into role_grant (person_id, role, unit_id, valid, recorded) values ($1, $2, $3, $4, '[2020-01-01,infinity)')`, [
    person_id,
    role,
    unit_id,
    valid,
  ])
}

/** An account with a password, as an invitation would have left it. */
export async function addAccount(owner: pg.Client, person_id: number, sign_in_name: string, phc: string, is_demo = false): Promise<void> {
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  await owner.query(`insert into account (person_id, sign_in_name, is_demo, recorded) values ($1, $2, $3, '[2020-01-01,infinity)')`, [
    person_id,
    sign_in_name,
    is_demo,
  ])
  await owner.query(`insert into password (person_id, phc, recorded) values ($1, $2, '[2020-01-01,infinity)')`, [person_id, phc])
  await owner.query('commit')
}

/** A code for somebody, printed at the machine itself and good for a day. Gives the code. */
export async function addInvitation(owner: pg.Client, person_id: number, now: Date): Promise<string> {
  const code = `K7QM-4F2X-9TR${person_id}${randomInt(1e9)}`
  const row = [person_id, digestOf(code.replaceAll('-', '')), now, new Date(now.getTime() + 86_400_000)]
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  await owner.query(`insert into invitation (person_id, code_digest, made_at, expires_at, grounds) values ($1, $2, $3, $4, 'machine')`, row)
  await owner.query('commit')
  return code
}
