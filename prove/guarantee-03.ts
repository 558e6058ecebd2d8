import { randomFrom } from '../seed/province/random.ts'
import { look } from '../src/access/index.ts'
import { findTask } from '../src/commitment/find-task.ts'
import { saveDraft } from '../src/commitment/index.ts'
import { change, type Database, type Tx } from '../src/database/index.ts'
import { inventCampaign } from '../test/harness/campaign.ts'
import type { World } from '../test/harness/database.ts'
import { onOwnGround } from './ground.ts'
import type { Proved } from './proof.ts'

/** Saves, by 64 writers at once on one text. */
export const n = 64 * 8
export const nightly_n = 64 * 200

const writers = 64
const fields = ['thought', 'ethics', 'working_style', 'discipline', 'prevention']
type Page = { version: number; fields: Record<string, string> }
type Desk = { database: Database; lan: { person_id: number; name: string }; obligation_id: number; today: string }
/** Which version a save says that it was read from: the page's own, or, where nothing protects, whatever stands by then. */
type VersionSaid = (tx: Tx, desk: Desk, page: Page) => Promise<number>

/** 3. Nobody overwrites anybody: every acknowledged word stands in the last text, and every refused one was shown in a conflict, beside what stands there. */
export function run(saves: number): Promise<Proved> {
  return writeTogether(saves, async (_, __, page) => page.version)
}

/** Without the version that was read, words must be lost. */
export async function control(): Promise<boolean> {
  const { failures } = await writeTogether(
    writers * 4,
    async (tx, desk) => (await findTask(tx, { obligation_id: desk.obligation_id, day: desk.today }))[0]!.draft_version ?? 0,
  )
  return failures > 0
}

function writeTogether(saves: number, versionSaid: VersionSaid): Promise<Proved> {
  return onOwnGround(async newRegister => {
    const { database, owner } = await newRegister(32)
    const scene = await inventCampaign({ database, owner } as World)
    const desk: Desk = {
      database,
      lan: { person_id: scene.people.lan, name: 'Lan' },
      obligation_id: scene.names['Nông Thị Lan']!,
      today: scene.today,
    }
    const told = { kept: [] as string[], shown: 0, unshown: [] as string[] }
    const each = Math.ceil(saves / writers)
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(desk, writer, each, versionSaid, told)))
    const words = new Set(Object.values((await read(desk)).fields).flatMap(text => text.split(' ')))
    const lost = told.kept.filter(word => !words.has(word))
    return {
      failures: lost.length + told.unshown.length,
      notes: [`${told.kept.length} saved, ${told.shown} refused with both texts shown`, ...lost.slice(0, 3).map(word => `lost: ${word}`)],
    }
  })
}

async function write(
  desk: Desk,
  writer: number,
  times: number,
  versionSaid: VersionSaid,
  told: { kept: string[]; shown: number; unshown: string[] },
): Promise<void> {
  const random = randomFrom(writer, 'saves')
  const { database, lan, obligation_id, today } = desk
  for (let i = 0; i < times; i++) {
    const page = await read(desk)
    const field = fields[Math.floor(random() * fields.length)]!
    const word = `w${writer}-${i}`
    const mine = `${page.fields[field] ?? ''} ${word}`
    const outcome = await change(database, lan, async tx =>
      saveDraft(tx, lan, { obligation_id, version: await versionSaid(tx, desk, page), fields: { [field]: mine }, today }),
    )
    if (outcome.ok) told.kept.push(word)
    else if (outcome.problems.some(({ code, values }) => code === 'stale-version' && values?.mine === mine && values.theirs !== undefined))
      told.shown++
    else told.unshown.push(word)
  }
}

async function read({ database, lan, obligation_id, today }: Desk): Promise<Page> {
  const [task] = await look(database, lan, db => findTask(db, { obligation_id, day: today }))
  return { version: task!.draft_version ?? 0, fields: (task!.draft ?? {}) as Record<string, string> }
}
