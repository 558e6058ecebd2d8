import type pg from 'pg'
import { prepareDemo } from '../seed/prepare-demo.ts'
import { openApp } from './app.ts'
import { unlessStopped } from './basis/shared/unless-stopped.ts'
import { type Config, startOf } from './config.ts'
import { isBegun, openSetupDoor, type SetupDoor } from './home/founding/index.ts'
import { keepHeapSmall } from './keep-heap-small.ts'
import { startSendingHeads } from './platform/audit/index.ts'
import { findLastBackup, startBackups } from './platform/backup/index.ts'
import { clockBehind, type Database, openDatabase, type Rounds, transactionOn } from './platform/database/index.ts'
import { countOpenJobs, type Mail, openMail, startRunner } from './platform/jobs/index.ts'
import { countUnsigned, findLastHead, openOutside, startSigner } from './platform/ledger/index.ts'
import {
  countPasskeysElsewhere,
  demo_password,
  fill_batch,
  fillBatch,
  holdSealingKey,
  holdsSampleData,
  listDemoAccounts,
  post_account_notice,
  post_invitation,
  postAccountNotice,
  postInvitation,
  refusalAddress,
  startCleanup,
} from './platform/sign-in/index.ts'
import { type Log, openLog, staff_paths, tryPort } from './platform/web/index.ts'
import { publishArrangements } from './publishing/arranger/index.ts'
import { startPublishing } from './publishing/newsdesk/index.ts'
import { post_draft_letter, postDraftLetter } from './publishing/newsroom/index.ts'
import { composeAccountLetter, post_reminder, post_reminder_again, postReminder, postReminderAgain } from './register/reminder/index.ts'
import { startErasing } from './register/rights/index.ts'
import { startSummariser } from './register/tally/index.ts'
import { restorable } from './restorable.ts'
import { Stopped } from './stop-asked.ts'
import { vouched } from './vouched.ts'

/**
 * Runs the portal until a stop is asked for: opens the database, fills an empty one with the demo province, and takes
 * requests. Ends with all closed; answers the exit code.
 */
export async function serve(config: Config, stopping: AbortSignal): Promise<number> {
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const log = openLog({ level: config.log_level })
  process.on('uncaughtException', error => log.fatal({ error: error.stack ?? String(error) }, 'a failure that nobody caught'))
  stopping.addEventListener('abort', () => say('Đang dừng · Stopping'), { once: true })
  await tryPort(config)
  try {
    const database = await openDatabase({ ...config, exclusive: true, say, stopping })
    try {
      await run({ config, database, log, say, stopping })
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error !== stopping.reason) throw error
  }
  return stopping.reason instanceof Stopped ? 0 : 1
}

/**
 * The demo's accounts share one password that everybody may read: others are let in to them only where that is meant.
 */
export class SampleDataRefused extends Error {}

const sample_data_is_open =
  'Sổ này chứa dữ liệu của tỉnh mẫu, có tài khoản mà ai cũng biết mật khẩu: chỉ mở cho người khác (HOST, BEHIND_TLS, SITE_ADDRESS) khi đặt DEMO=1; sổ thật thì dùng DATA_DIR hoặc DATABASE_URL khác. · ' +
  'This register holds sample data, with accounts whose password everybody knows: it is opened to others (HOST, BEHIND_TLS, SITE_ADDRESS) only with DEMO=1; for a real register use another DATA_DIR or DATABASE_URL.'

const clock_was_put_back =
  'Đồng hồ của cơ sở dữ liệu chạy lùi: sổ đã ghi việc ở giờ sau giờ này; việc mới vẫn ghi được, xếp sau việc đã ghi. Hãy chỉnh lại đồng hồ · ' +
  'The clock of the database was put back: the register has recorded what lies in its future. Changes are still recorded, after those. Set the clock right'

const this_is_a_demo =
  'Sổ còn trống: nạp tỉnh mẫu để xem thử. Sổ thật thì đặt DATA_DIR khác và DEMO=0 rồi khởi động lại · ' +
  'The register is empty: it is filled with the demo province. For a real one set another DATA_DIR and DEMO=0, and start again'

/** The code is said here and nowhere else. */
function howToBegin(site: string, { code }: SetupDoor): string {
  return `
  Sổ còn trống. Dựng sổ trên trang ${site}${staff_paths.setup} bằng mã (dùng một lần):
  The register is empty. Set it up at ${site}/en${staff_paths.setup} by this code, which works once:

    ${code}

  Hoặc bằng lệnh, với cùng DATA_DIR hay DATABASE_URL · or by commands, with the same DATA_DIR or DATABASE_URL:

    npx neu-guong init --example > init.json   in tệp mẫu, rồi sửa · prints an example, to be written over
    npx neu-guong init init.json               dựng sổ, in giấy mời · founds it and prints invitations

  Ctrl-C để dừng · to stop
`
}

type Beginning = { config: Config; database: Database; say: (line: string) => void }

/**
 * What is done with the register that was found, before anybody may come in; the way to set it up, where it is to be
 * somebody's own and empty.
 */
async function prepareRegister({ config, database, say }: Beginning): Promise<SetupDoor | null> {
  const { db } = database
  const start = startOf(config, { is_begun: await isBegun(db), is_sample: await holdsSampleData(db) })
  if (start === 'refuse') throw new SampleDataRefused(sample_data_is_open)
  if (start === 'set-up') return openSetupDoor()
  if (start === 'serve') return null
  say(this_is_a_demo)
  await prepareDemo(database, config.demo_seed, say)
  return null
}

type Running = { config: Config; database: Database; log: Log; say: (line: string) => void; stopping: AbortSignal }

async function run({ config, database, log, say, stopping }: Running): Promise<void> {
  const setup = await unlessStopped(stopping, () => prepareRegister({ config, database, say }))
  const report = (line: string) => log.error(line)
  const seconds_behind = await clockBehind(database.db)
  if (seconds_behind > 0) log.error({ seconds_behind }, clock_was_put_back)
  const outside = openOutside(config.data_dir)
  const key = await asOwner(database, owner => holdSealingKey(owner, config.data_dir))
  const mail = config.mail && openMail({ ...config.mail, say: report, stopping, now: database.clock })
  const upkeep = [
    startSigner(database, { data_dir: config.data_dir, sealed: vouched.sealed, say: report }),
    startSummariser(database, { say: report }),
    startCleanup(database, { say: report }),
    startErasing(database, { say: report }),
    startRunner(database, { tasks: { [fill_batch]: fillBatch({ database, key, now: database.clock }) }, now: database.clock, say: report }),
    startPublishing(database, { now: database.clock, say: report, also: publishArrangements }),
    startBackups(database, {
      data_dir: config.data_dir,
      set_plan: config.backup,
      rooms: restorable,
      now: database.clock,
      say: report,
      stopping,
    }),
    ...(config.mail && mail ? [startPosting({ mail, site_address: config.mail.site_address, database, key, say: report })] : []),
    ...(mail && config.ledger_mail
      ? [startSendingHeads(database, { mail, to: config.ledger_mail, outside, now: database.clock, say: report })]
      : []),
  ]
  if (config.site_address) say(await passkeysLeft(database, new URL(config.site_address).hostname))
  try {
    const site = await openApp({ config, database, key, log, outside, stopping, mail, setup, gauges: () => measureRegister(database) })
    keepHeapSmall()
    const here = addressOf(config.host, site.port)
    say(setup ? howToBegin(config.site_address ?? here, setup) : welcome(here))
    say(await namedAccounts(database))
    await stopOf(stopping)
    await site.stop()
  } finally {
    for (const rounds of upkeep) await rounds.stop()
  }
}

/** What whoever watches the register wants to see as a curve. */
function measureRegister(database: Database): Promise<Record<string, number | null>> {
  return asOwner(database, async owner => {
    const db = transactionOn(owner)
    const [last, head] = [await findLastBackup(db), await findLastHead(db)]
    return {
      neu_guong_backup_age_seconds: last && (database.clock().getTime() - Date.parse(last.began_at)) / 1000,
      neu_guong_ledger_head_size: head?.size ?? 0,
      neu_guong_ledger_unsigned: await countUnsigned(db),
      neu_guong_jobs_open: await countOpenJobs(db),
    }
  })
}

/** Mail goes out after the answers, as long as there is a mail server. */
type Postal = { mail: Mail; site_address: string; database: Database; key: Buffer; say: (line: string) => void }

function startPosting({ mail, site_address, database, key, say }: Postal): Rounds {
  const now = database.clock
  const options = {
    ...{ database, mail, site_address, now },
    unsubscribeAt: (of: Parameters<typeof refusalAddress>[1]) => refusalAddress({ key, site_address }, of),
  }
  const tasks = {
    [post_invitation]: postInvitation({ ...options, key }),
    [post_reminder]: postReminder(options),
    [post_reminder_again]: postReminderAgain(options),
    [post_account_notice]: postAccountNotice({ ...options, words: composeAccountLetter }),
    [post_draft_letter]: postDraftLetter({ ...options, words: composeAccountLetter }),
  }
  return startRunner(database, { tasks, now, say })
}

/** Said before the port opens: a device shows a passkey at the host it was made for and at no other. */
async function passkeysLeft(database: Database, host: string): Promise<string> {
  const left = await asOwner(database, owner => countPasskeysElsewhere(owner, host))
  const lines = left.map(
    ({ rp_id, passkeys }) =>
      `SITE_ADDRESS là ${host}: ${passkeys} khóa truy cập của ${rp_id} không mở được ở đây · ${passkeys} passkeys of ${rp_id} do not open here; with the former address they do again.`,
  )
  return lines.join('\n')
}

/** The accounts of the demo, for whoever looks at it. There are none where no demo was loaded. */
async function namedAccounts(database: Database): Promise<string> {
  const accounts = await asOwner(database, listDemoAccounts)
  const lines = accounts.map(
    ({ sign_in_name, role, full_name, unit_name }) => `  ${sign_in_name.padEnd(28)} ${role.padEnd(16)} ${full_name}, ${unit_name}`,
  )
  return lines.length === 0
    ? ''
    : [`  Tài khoản mẫu, mật khẩu «${demo_password}» · accounts of the demo, one password:`, ...lines, ''].join('\n')
}

/** What only the owner may read, who says that it loads. */
async function asOwner<T>(database: Database, read: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = await database.connect('neu_guong_owner')
  try {
    await owner.query('begin')
    await owner.query(`set local neu_guong.loading = 'yes'`)
    const found = await read(owner)
    await owner.query('commit')
    return found
  } finally {
    await owner.end()
  }
}

function stopOf(stopping: AbortSignal): Promise<void> {
  return new Promise(stop => (stopping.aborted ? stop() : stopping.addEventListener('abort', () => stop(), { once: true })))
}

const everywhere = new Set(['0.0.0.0', '::', '127.0.0.1', '::1'])

function addressOf(host: string, port: number): string {
  return `http://${everywhere.has(host) ? 'localhost' : host}:${port}`
}

function welcome(site: string): string {
  return `
  ${site}            cổng thông tin · the portal (English: ${site}/en)
  ${site}/tin        mỗi con số trong bài đều mở ra được · every number of an article opens
  ${site}/so-lieu    các số liệu và cách tính · the figures and how they are counted
  ${site}/kiem-so    dán một đoạn văn để kiểm số · paste a text to check its numbers

  Ctrl-C để dừng · to stop
`
}
