import { setTimeout as wait } from 'node:timers/promises'
import { randomFrom } from '../seed/province/random.ts'
import { inventCampaign } from '../test/harness/campaign.ts'
import type { World } from '../test/harness/database.ts'
import { ask, fieldsOn, letIn, openDoor } from './door.ts'
import { onOwnGround } from './ground.ts'
import type { Proved } from './proof.ts'

/** Saves, by 64 windows of one person at once, on one page of their form. */
export const n = 64 * 8
export const nightly_n = 64 * 5000

const writers = 64
/** So many saves of each, then the words are counted and the form is emptied: a field holds some hundreds of words. */
const times_a_round = 8
const thinking_ms = 1500
const fields = ['thought', 'ethics', 'working_style', 'discipline', 'prevention']
type StaffPageProps = { address: string; person_id: number; path: string }
type Told = { kept: string[]; shown: number; unshown: string[] }
type Round = { number: number; times: number }
/**
 * Which version the form says that it was read from: the page's own, or, where nothing protects, whatever stands by
 * then.
 */
type VersionSaid = (staff_page: StaffPageProps, page: Record<string, string>) => Promise<string>

/**
 * 3. Nobody overwrites anybody, through the form: every word whose saving was acknowledged stands in the last text;
 *    every other was shown on the conflict page, beside what stands there.
 */
export function run(saves: number): Promise<Proved> {
  return writeTogether(saves, async (_, page) => page.draft_version!)
}

/** Without the version that was read, words must be lost. */
export async function control(): Promise<boolean> {
  const { failures } = await writeTogether(writers * 3, async staff_page => (await read(staff_page)).draft_version!)
  return failures > 0
}

function writeTogether(saves: number, versionSaid: VersionSaid): Promise<Proved> {
  return onOwnGround(async newRegister => {
    const register = await newRegister(24)
    const scene = await inventCampaign({ ...register } as unknown as World)
    const { lan } = scene.people
    await letIn(register.owner, lan, lan)
    const door = await openDoor(register)
    const staff_page = { address: door.address, person_id: lan, path: `/cam-ket/${scene.names['Nông Thị Lan']}/tu-ren-luyen` }
    const sum = { saves: 0, kept: 0, shown: 0, wrong: [] as string[] }
    try {
      for (let round = 0; sum.saves < saves; round++) {
        const times = Math.min(times_a_round, Math.ceil((saves - sum.saves) / writers))
        const { kept, shown, wrong } = await writeARound(staff_page, { number: round, times }, versionSaid)
        sum.saves += times * writers
        sum.kept += kept
        sum.shown += shown
        sum.wrong.push(...wrong)
      }
      return {
        failures: sum.wrong.length + Number(sum.kept === 0 || sum.shown === 0),
        notes: [`${sum.kept} saved, ${sum.shown} shown on the conflict page with both texts`, ...sum.wrong.slice(0, 3)],
      }
    } finally {
      await door.close()
    }
  })
}

async function writeARound(
  staff_page: StaffPageProps,
  round: Round,
  versionSaid: VersionSaid,
): Promise<{ kept: number; shown: number; wrong: string[] }> {
  const told: Told = { kept: [], shown: 0, unshown: [] }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(staff_page, writer, round, versionSaid, told)))
  const last = await read(staff_page)
  const words = new Set(fields.flatMap(field => last[field]!.split(' ')))
  const lost = told.kept.filter(word => !words.has(word)).map(word => `lost: ${word}`)
  await ask(staff_page.address, staff_page.person_id, staff_page.path, { ...last, ...Object.fromEntries(fields.map(field => [field, ''])) })
  return { kept: told.kept.length, shown: told.shown, wrong: [...lost, ...told.unshown] }
}

async function write(staff_page: StaffPageProps, writer: number, round: Round, versionSaid: VersionSaid, told: Told): Promise<void> {
  const random = randomFrom(writer + 64 * round.number, 'saves')
  for (let i = 0; i < round.times; i++) {
    // As long as somebody writes a word or two; all at the same instant, one of 64 would be kept.
    await wait(random() * thinking_ms)
    const page = await read(staff_page)
    const field = fields[Math.floor(random() * fields.length)]!
    const word = `w${round.number}-${writer}-${i}`
    const mine = `${page[field] ?? ''} ${word}`.trim()
    const { status, text } = await ask(staff_page.address, staff_page.person_id, staff_page.path, {
      ...page,
      [field]: mine,
      draft_version: await versionSaid(staff_page, page),
    })
    if (status === 303) told.kept.push(word)
    else if (status === 422 && text.includes(word) && /name="draft_version" value="\d+"/.test(text)) told.shown++
    else told.unshown.push(`${word}: ${status}`)
  }
}

async function read({ address, person_id, path }: StaffPageProps): Promise<Record<string, string>> {
  const { status, text } = await ask(address, person_id, path)
  if (status !== 200) throw new Error(`${path}: ${status}`)
  return fieldsOn(text)
}
