import { prepareDemo } from '../seed/prepare-demo.ts'
import { lookUp } from './basis/shared/look-up.ts'
import type { Printed } from './basis/shared/printed.ts'
import { tellFailure } from './basis/shared/tell-failure.ts'
import { unlessStopped } from './basis/shared/unless-stopped.ts'
import { type Config, fillsWithDemo, isOpenToOthers, readConfig } from './config.ts'
import { doctor_usage, doctorCommand } from './home/doctor/index.ts'
import { init_usage, initCommand, initWithoutRegister, units_usage, unitsCommand } from './home/founding/index.ts'
import { merger_usage, mergerCommand } from './home/merger/index.ts'
import { SampleDataRefused, serve } from './main.ts'
import { check_usage, checkCommand } from './numbers/check/index.ts'
import { figure_usage, figureCommand } from './numbers/figure/index.ts'
import { backup_usage, backupCommand, backupWithoutRegister, restoreCommand, verifyCommand } from './platform/backup/index.ts'
import { type Database, type DatabaseServer, openDatabase, openServer } from './platform/database/index.ts'
import { ledger_usage, ledgerCommand } from './platform/ledger/index.ts'
import { administrator_usage, administratorCommand } from './platform/sign-in/index.ts'
import { PortRefused } from './platform/web/index.ts'
import { restorable } from './restorable.ts'
import { Stopped, stopAsked } from './stop-asked.ts'
import { vouched } from './vouched.ts'

const usages: Record<string, string> = {
  serve: 'neu-guong serve                     cổng thông tin · the portal (PORT, HOST, DATA_DIR, DATABASE_URL)',
  init: init_usage,
  units: units_usage,
  figure: figure_usage,
  check: check_usage,
  merger: merger_usage,
  ledger: ledger_usage,
  ...{ backup: backup_usage, 'verify-backup': backup_usage, restore: backup_usage },
  doctor: doctor_usage,
  administrator: administrator_usage,
  migrate: 'neu-guong migrate                   nâng cấp cơ sở dữ liệu · bring the database forward',
  help: 'neu-guong help [COMMAND]            lệnh nào làm gì · what each command does',
}

const usage = `neu-guong — sổ và cổng nêu gương · the register and the portal

${[...new Set(Object.values(usages))].map(lines => `  ${lines.replaceAll('\n', '\n  ')}`).join('\n')}
`

/**
 * `stopping` says when the program is asked to end: a command that opens the register closes it then, and answers no
 * more.
 */
type Asked = Config & { stopping: AbortSignal }
type Command = (config: Asked, args: string[]) => Promise<Printed>

const commands: Record<string, Command> = {
  serve: serveUntilStopped,
  figure: (config, args) => withDemoWhereEmpty(config, database => figureCommand(database.db, args, database.clock())),
  check: (config, args) => withDemoWhereEmpty(config, database => checkCommand(database.db, args, database.clock(), config.colour)),
  init: async (config, args) =>
    initWithoutRegister(args) ?? withRegister(config, database => initCommand(database, args, { site_address: config.site_address })),
  units: (config, args) => withRegister(config, database => unitsCommand(database, args)),
  merger: (config, args) => withRegister(config, database => mergerCommand(database, args)),
  ledger: (config, args) =>
    withRegister(config, database => ledgerCommand(database, args, { data_dir: config.data_dir, now: () => new Date(), vouched })),
  backup: async (config, args) =>
    (await backupWithoutRegister(args)) ??
    withServer(config, false, server => backupCommand(server, args, { ...backupPlace(config), set_plan: config.backup })),
  restore: (config, args) => withServer(config, true, server => restoreCommand(server, args, backupPlace(config))),
  'verify-backup': (config, args) =>
    verifyCommand(args, { ...backupPlace(config), database_account: config.database_account, say: sayBeside }),
  doctor: config => withServer(config, false, server => doctorCommand(server, patientOf(config))),
  administrator: (config, args) =>
    withRegister(config, database => administratorCommand(database, args, { now: database.clock(), site_address: config.site_address })),
  migrate: config =>
    withRegister(config, async () => ({ code: 0, out: 'Cơ sở dữ liệu đã ở phiên bản mới nhất · The database is current.\n', err: '' })),
}

/** The command line. Answers go to standard output, everything said on the way to standard error. */
export async function run(args: string[]): Promise<void> {
  const stopping = stopAsked()
  // What is said on the way may get lost; the answer may not, and `end` sees to it.
  process.stderr.on('error', () => {})
  await end(await answer(args, stopping))
  // What was left at a stop may not hold the program.
  if (stopping.aborted) process.exit()
}

async function answer([name = 'help', ...rest]: string[], stopping: AbortSignal): Promise<Printed> {
  if (name === 'help' || [name, ...rest].some(arg => arg === '--help' || arg === '-h'))
    return { code: 0, out: lookUp(usages, name === 'help' ? rest[0] : name) ?? usage, err: '' }
  const command = lookUp(commands, name)
  if (!command) return { code: 2, out: '', err: `Không có lệnh «${name}» · There is no command "${name}".\n\n${usage}` }
  try {
    return await command({ ...readConfig(), stopping }, rest)
  } catch (error) {
    const code = error instanceof Stopped ? error.code : 2
    return { code, out: '', err: `${tellFailure(error as Error)}\n` }
  }
}

/**
 * Prints an answer. One that cannot be written (a full disk, a reader that has gone) was not given: it ends with 2,
 * whatever the answer was.
 */
async function end({ code, out, err }: Printed): Promise<void> {
  process.exitCode = code
  if (err) await write(process.stderr, err).catch(() => {})
  if (!out) return
  try {
    await write(process.stdout, out)
  } catch (error) {
    process.exitCode = 2
    await write(process.stderr, `Không ghi được kết quả · The answer could not be written: ${(error as Error).message}`).catch(() => {})
  }
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // The stream emits the failure as well; nobody listening would end the program with 1, which means «one differs».
    stream.on('error', reject)
    stream.write(text.endsWith('\n') ? text : `${text}\n`, error => (error ? reject(error) : resolve()))
  })
}

/** A port that cannot be had, or sample data before strangers: told in one sentence. */
async function serveUntilStopped(config: Asked): Promise<Printed> {
  try {
    return { code: await serve(config, config.stopping), out: '', err: '' }
  } catch (error) {
    if (error instanceof PortRefused || error instanceof SampleDataRefused) return { code: 1, out: '', err: error.message }
    throw error
  }
}

/**
 * For what a newcomer tries first: an empty register is filled with the demo where `fillsWithDemo` says so. The commands
 * of operating never do it: with a mistyped DATA_DIR they would make a province that nobody asked for.
 */
function withDemoWhereEmpty(config: Asked, work: (database: Database) => Promise<Printed>): Promise<Printed> {
  return withRegister(config, async (database, say) => {
    if (fillsWithDemo(config)) await prepareDemo(database, config.demo_seed, say)
    return work(database)
  })
}

function patientOf(config: Asked) {
  const { data_dir, backup: set_plan, host, port, is_behind_tls, site_address } = config
  const outside = { is_open_to_others: isOpenToOthers(config), has_mail: config.mail !== null }
  return { data_dir, set_plan, host, port, is_behind_tls, site_address, ...outside, now: new Date() }
}

function backupPlace({ data_dir, stopping }: Asked) {
  return { data_dir, rooms: restorable, now: () => new Date(), stopping }
}

/** The server as it is: nothing is made or brought forward in it. */
async function withServer(config: Asked, exclusive: boolean, work: (server: DatabaseServer) => Promise<Printed>): Promise<Printed> {
  const server = await openServer({ ...config, exclusive, say: sayBeside })
  try {
    return await work(server)
  } finally {
    await server.close()
  }
}

function sayBeside(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Joins the running database, or starts it and stops it again, after the work or at a stop. An empty one stays empty. */
async function withRegister(config: Asked, work: (database: Database, say: (line: string) => void) => Promise<Printed>): Promise<Printed> {
  const say = sayBeside
  const database = await openDatabase({ ...config, exclusive: false, say })
  try {
    return await unlessStopped(config.stopping, () => work(database, say))
  } finally {
    await database.close()
  }
}
