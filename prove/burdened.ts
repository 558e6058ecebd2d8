import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { checkText } from '../src/numbers/check/index.ts'
import { answerFigure, figuresAt } from '../src/numbers/figure/index.ts'
import { openLog } from '../src/platform/web/index.ts'
import { admission } from '../src/platform/web/overload/admission.ts'
import { PriorityQueue } from '../src/platform/web/overload/priority-queue.ts'
import { openHttpServer } from '../src/platform/web/shell/http-server.ts'
import { inventCampaign } from '../test/harness/campaign.ts'
import type { World } from '../test/harness/database.ts'
import { type Burden, begin, burdens } from './burdens.ts'
import { openDoor } from './door.ts'
import { onOwnGround, type Register } from './ground.ts'
import { addMembers } from './members.ts'
import { type Asked, type Crowd, come, crowdAt, first_person, percentile } from './rush.ts'

/** Of members who read, ten come in a second; and how long the slowest of a hundred may wait. */
const rate = 10
const longest_ms = 1000
const many = 40

type Verdict = { field_errors: string[]; notes: string[] }

/** Members at work, alone and under each burden, from one client and from many: how long they wait. */
export async function burdened(crowd: Crowd, { port, seconds }: { port: number; seconds: number }): Promise<Verdict> {
  const alone = await membersFor(crowd, seconds)
  const verdict: Verdict = { field_errors: [], notes: [`members alone: ${said(alone)}`] }
  for (const burden of Object.keys(burdens) as Burden[])
    for (const addresses of [1, many]) {
      const stop = begin(burden, { port, addresses })
      await wait(500)
      const asked = await membersFor(crowd, seconds)
      await stop()
      const note = `${burden} from ${addresses === 1 ? 'one client' : `${addresses} clients`}: members ${said(asked)}`
      verdict.notes.push(note)
      if (isKept(asked)) verdict.field_errors.push(note)
    }
  return verdict
}

async function membersFor(crowd: Crowd, seconds: number): Promise<Asked[]> {
  const began_at = performance.now()
  const asked: Promise<Asked>[] = []
  for (let i = 0; i < seconds * rate; i++) {
    const due_at = began_at + (i * 1000) / rate
    await wait(Math.max(0, due_at - performance.now()))
    asked.push(come(crowd, 'staff', due_at))
  }
  return Promise.all(asked)
}

function said(asked: Asked[]): string {
  const served = asked.filter(one => one.is_served)
  return `p99 ${Math.round(percentile(served.map(one => one.took_ms)))} ms, ${served.length} of ${asked.length} served`
}

/** Whether the burden kept members from their work. */
function isKept(asked: Asked[]): boolean {
  const served = asked.filter(one => one.is_served)
  return served.length < asked.length * 0.99 || percentile(served.map(one => one.took_ms)) >= longest_ms
}

/**
 * Each burden where nothing is done against it: slow bodies hold lanes, a question is asked for each year, a text is
 * checked by who answers.
 */
export function allBurdensFelt(): Promise<boolean> {
  return onOwnGround(async newRegister => {
    const register = await newRegister()
    const scene = await inventCampaign(register as World)
    await addMembers(register.owner, scene, first_person, first_person + 100)
    return (await slowSendersFelt()) && (await atTheDoor(register, yearsAsked)) && (await atTheDoor(register, textsChecked))
  })
}

/** A queue that takes whoever has sent a head. */
async function slowSendersFelt(): Promise<boolean> {
  const log = openLog({ level: 'silent' })
  const lanes = new PriorityQueue({ most_at_once: 12, least_at_once: 3 })
  const within = async (request: IncomingMessage, response: ServerResponse) => {
    await buffer(request).catch(() => null)
    response.end('read')
  }
  const server = await openHttpServer({ port: 0, host: '127.0.0.1', listener: admission({ lanes, headers: [], log })(within) })
  const crowd = crowdAt(`http://127.0.0.1:${server.port}`, 0)
  const stop = begin('slow senders', { port: server.port, addresses: 1 })
  try {
    await wait(500)
    return isKept(await membersFor(crowd, 3))
  } finally {
    await stop()
    await crowd.door.destroy()
    await server.stop()
  }
}

type StaffContext = (register: Register) => Promise<unknown>

/** Members at the door of a portal whose process and connections do other work, over and over. */
async function atTheDoor(register: Register, work: StaffContext): Promise<boolean> {
  const door = await openDoor(register)
  const crowd = crowdAt(door.address, 0)
  let is_over = false
  const working = (async () => {
    // A moment for the others after each, or not even the clock that ends it would run.
    while (!is_over) {
      await work(register)
      await wait(1)
    }
  })()
  try {
    return isKept(await membersFor(crowd, 3))
  } finally {
    is_over = true
    await working
    await crowd.door.destroy()
    await door.close()
  }
}

/** From 2016 to 9999, all at once, over the connections of those who work. */
function yearsAsked({ database }: Register): Promise<unknown> {
  const years = Array.from({ length: 9999 - 2016 }, (_, i) => `${2016 + i}-12-31`)
  return Promise.all(years.map(valid_as_of => answerFigure(database.db, 'F1', { unit: 'huyen-uy', valid_as_of }, new Date())))
}

function textsChecked({ database }: Register): Promise<unknown> {
  const now = new Date()
  return checkText(database.db, { text: 'một trăm '.repeat(22_000), now, ask: figuresAt(database.db, now).ask })
}
