import type pg from 'pg'
import { dayOf } from '../../src/basis/shared/dates.ts'
import { transactionOn } from '../../src/platform/database/index.ts'
import {
  adoptModel,
  beginNomination,
  commentOnNotice,
  giveConsent,
  moveNomination,
  recordVote,
  reportAdoption,
  verifyReport,
} from '../../src/register/exemplar/index.ts'
import { inTheNameOf } from '../in-the-name-of.ts'
import archive from './archive-cases.sql?raw'
import models from './models.sql?raw'

type Cast = { sign_in_name: string; person_id: number; unit: string }

/**
 * The cases of the exemplars: those that were recognised, as an archive; and a few that are under way while the demo is
 * looked at, made by the verbs in the names of its accounts, so that each role finds one that waits for it.
 */
export async function loadCases(owner: pg.Client, { until }: { until: string }): Promise<void> {
  await owner.query(`select set_config('neu_guong.until', $1, true)`, [until])
  await owner.query(archive)
  await owner.query(models)
  // The accounts have their roles from the day on which the demo is loaded.
  if (until !== 'infinity') return
  const today = dayOf(new Date())
  const { rows: cast } = await owner.query<Cast>(`
    select a.sign_in_name, a.person_id, u.key as unit
      from account a
     cross join lateral own_roles(a.person_id, today_in_vietnam(), recorded_now()) r
      join unit u on u.unit_id = r.unit_id
     where a.is_demo and a.sign_in_name in ('mau.bi-thu', 'mau.van-phong', 'mau.cap-tren')`)
  const of = (name: string) => cast.find(({ sign_in_name }) => sign_in_name === name)
  const [secretary, office, above] = [of('mau.bi-thu'), of('mau.van-phong'), of('mau.cap-tren')]
  const { rows: found } = await owner.query<{ key: string }>(
    `
    select u.key from unit u join unit_version v on v.unit_id = u.unit_id
     where v.unit_kind = 'commune' and v.valid @> $1::date and is_open(v.recorded) order by u.key limit 1`,
    [today],
  )
  if (!secretary || !office || !above || !found[0]) return
  const scene = { secretary, office, above, place: found[0].key, today }
  await bring(owner, scene)
  await takeUp(owner, scene)
}

type Scene = Record<'secretary' | 'office' | 'above', Cast> & { place: string; today: string }

async function bring(owner: pg.Client, { secretary, office, above, place, today }: Scene): Promise<void> {
  const tx = transactionOn(owner)
  let presses = 0
  const pressed = () => ({ key: `demo-case-${String(++presses).padStart(8, '0')}`, today })
  const begin = ({ person_id, unit }: Cast, name: string, field: string, achievement: string, account: string) => {
    const text = { kind: 'collective', person: 0, name, field, place, achievement, account }
    return inTheNameOf(owner, person_id, actor => beginNomination(tx, actor, { unit, text, ...pressed() }))
  }
  const move = (by: Cast, of: { nomination_id: number }, name: Parameters<typeof moveNomination>[2]['move'], comment = '') =>
    inTheNameOf(owner, by.person_id, actor => moveNomination(tx, actor, { ...of, move: name, comment, ...pressed() }))

  await begin(secretary, 'Tổ phụ nữ thôn Nà Pài', 'culture', 'Giữ đội hát then của thôn', 'Mỗi tuần hai buổi tập; 14 cháu theo học.')
  const sent = await begin(secretary, 'Nhóm hộ thôn Khuổi Lót', 'economy', 'Cùng nhau trồng hồi', 'Mười hai hộ góp giống, chia nhau chăm.')
  await move(secretary, sent, 'submit')
  const seen = await begin(
    office,
    'Ban công tác Mặt trận thôn Nà Coóc',
    'countryside',
    'Vận động làm đường vào thôn',
    'Các hộ lùi rào, góp ngày công; đường dài 800 m.',
  )
  await move(office, seen, 'submit')
  await move(above, seen, 'verify', 'Đã đi hết đoạn đường, gặp bảy hộ.')
  const told = await begin(office, 'Tổ một cửa xã', 'reform', 'Giúp dân nộp hồ sơ tại nhà', 'Mỗi tuần hai buổi xuống thôn, mang theo máy.')
  await move(office, told, 'submit')
  await move(above, told, 'verify', 'Đã dự một buổi ở thôn, hỏi mười người.')
  const vote = { met_on: today, seats: 9, attended: 9, in_favour: 9, against: 0 }
  await inTheNameOf(owner, above.person_id, actor => recordVote(tx, actor, { ...told, vote, ...pressed() }))
  await move(above, told, 'announce')
  const { rows } = await owner.query<{ exemplar_id: number; notice_id: number }>(
    'select exemplar_id, notice_id from notice where nomination_id = $1',
    [told.nomination_id],
  )
  const { exemplar_id, notice_id } = rows[0]!
  const given = { exemplar_id, scope: 'notice', paper: 'Biên bản họp tổ, tổ trưởng ký', ...pressed() }
  await inTheNameOf(owner, office.person_id, actor => giveConsent(tx, actor, given))
  const comment = { notice_id, said: 'Cán bộ chu đáo, bà con khen.', ...pressed() }
  await inTheNameOf(owner, secretary.person_id, actor => commentOnNotice(tx, actor, comment))
}

/**
 * The office takes up a model of others, and says what came of it so far: the office above has verified the first
 * numbers, the next ones wait for it.
 */
async function takeUp(owner: pg.Client, { office, above, place, today }: Scene): Promise<void> {
  const tx = transactionOn(owner)
  const { rows } = await owner.query<{ model_id: number }>(
    `
    select m.model_id from model m
     where not exists (select from model_end e where e.model_id = m.model_id)
       and not exists (select from adoption a join unit u on u.unit_id = a.unit_id where a.model_id = m.model_id and u.key = $1)
     order by m.model_id limit 1`,
    [office.unit],
  )
  if (!rows[0]) return
  const taken = { unit: office.unit, ...rows[0], adoption: { place, started_on: today }, key: 'demo-adoption-00000001', today }
  const adopted = await inTheNameOf(owner, office.person_id, actor => adoptModel(tx, actor, taken))
  const year = Number(today.slice(0, 4))
  const report = (said: string, income: number, households: number, jobs: number | null) =>
    inTheNameOf(owner, office.person_id, actor => {
      const brought = { said, year, income, households, jobs }
      return reportAdoption(tx, actor, { ...adopted, report: brought, key: `demo-adoption-${income}-${households}`, today })
    })
  await report('Đã họp ba thôn; 21 hộ đăng ký cùng làm.', 180, 21, null)
  const { rows: said } = await owner.query<{ adoption_report_id: number }>(
    'select max(adoption_report_id)::int as adoption_report_id from adoption_report',
  )
  await inTheNameOf(owner, above.person_id, actor => verifyReport(tx, actor, { ...said[0]!, today }))
  await report('Thêm một thôn; tổ thuê bốn người trông máy.', 245, 27, 4)
}
