import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { type BackupPlan, isRecoveryKey } from './platform/backup/index.ts'
import { type TrustProxy, trustProxyFrom } from './platform/web/index.ts'

/** Every setting of the program. This file is the only reader of `process.env`. */
export type Config = {
  /** TCP port of the portal. */
  port: number
  /** Address the portal listens on. */
  host: string
  /** Folder of the embedded database and its secrets, absolute. */
  data_dir: string
  /** A PostgreSQL (15 or newer) to use instead of the embedded one. */
  database_url: string | null
  /** Account to run the embedded server under when the program runs as root. */
  database_account: string
  /** What DEMO says of the demo province: that it is wanted, that it is not, or nothing. */
  demo: boolean | null
  /** Seed number of the demo province. */
  demo_seed: number
  /** Whether readers come through TLS, by a proxy in front: browsers are then told to stay there. */
  is_behind_tls: boolean
  /** Which proxies are ours: whose `X-Forwarded-For` is believed. */
  trust_proxy: TrustProxy
  /** The province's own sign-on (OpenID Connect), where there is one. */
  sign_on: { issuer: string; client_id: string; client_secret: string; label: string } | null
  /** Under which address readers find this portal: for the links in letters, and where a page is passed on. */
  site_address: string | null
  /** The mail server for reminders; it needs the address of the site. */
  mail: { smtp_url: string; from: string; site_address: string } | null
  /** Where the newest head of the ledger is sent once a day; it needs the mail server. */
  ledger_mail: string | null
  /** What the machine's settings say of backups; the rest is written in the register. */
  backup: Partial<BackupPlan>
  /** How many requests are worked on at once; the others take turns, what is handed in first. 0: all, however many. */
  requests_at_once: number
  log_level: string
  /** Whether each public page that goes out is written down, without who asked. */
  writes_access: boolean
  /** With which others than this machine may ask for `/metrics`; null: nobody else. */
  metrics_token: string | null
  colour: boolean
}

export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  return {
    port: wholeNumber('PORT', env.PORT ?? '3000', 65_535),
    host: env.HOST ?? '127.0.0.1',
    data_dir: resolve(env.DATA_DIR ?? './data'),
    database_url: databaseUrlFrom(env),
    database_account: env.DATABASE_ACCOUNT ?? 'nobody',
    demo: env.DEMO ? env.DEMO === '1' || env.DEMO === 'yes' : null,
    demo_seed: wholeNumber('DEMO_SEED', env.DEMO_SEED ?? '19022021', 2 ** 31),
    is_behind_tls: env.BEHIND_TLS === '1' || env.BEHIND_TLS === 'yes',
    trust_proxy: trustProxyFrom(env.TRUST_PROXY ?? ''),
    sign_on: signOnFrom(env),
    site_address: siteAddressFrom(env),
    mail: mailFrom(env),
    ledger_mail: ledgerMailFrom(env),
    backup: backupFrom(env),
    requests_at_once: wholeNumber('REQUESTS_AT_ONCE', env.REQUESTS_AT_ONCE ?? String(Math.min(12, 4 * availableParallelism())), 1000),
    log_level: logLevelFrom(env),
    writes_access: env.ACCESS_LOG === '1' || env.ACCESS_LOG === 'yes',
    metrics_token: metricsTokenFrom(env),
    colour: !env.NO_COLOR && (env.FORCE_COLOR === '1' || process.stdout.isTTY === true),
  }
}

/** Whether others than whoever sits at this machine may come in: by the network, or by a proxy in front. */
export function isOpenToOthers({ host, is_behind_tls, site_address }: Pick<Config, 'host' | 'is_behind_tls' | 'site_address'>): boolean {
  return !/^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host) || is_behind_tls || site_address !== null
}

/**
 * Whether an empty register is filled with the demo province: where DEMO asks for it, and where nothing says that it is
 * to be somebody's own.
 */
export function fillsWithDemo(config: Config): boolean {
  return config.demo ?? (config.database_url === null && !isOpenToOthers(config))
}

/** What a start does with the register that it finds. */
export type Start = 'fill-with-demo' | 'set-up' | 'refuse' | 'serve'

/**
 * Sample data is not opened to others unasked; an empty register is filled, or opens to be set up; any other is served.
 */
export function startOf(config: Config, { is_begun, is_sample }: { is_begun: boolean; is_sample: boolean }): Start {
  if (is_sample && !config.demo && isOpenToOthers(config)) return 'refuse'
  if (is_begun) return 'serve'
  return fillsWithDemo(config) ? 'fill-with-demo' : 'set-up'
}

/** Anything else would be read as the name of a database on a machine called «base», or by another protocol. */
function databaseUrlFrom({ DATABASE_URL: url }: Record<string, string | undefined>): string | null {
  if (!url) return null
  if (!/^postgres(?:ql)?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Error(beginsWith('DATABASE_URL', 'postgres://', 'postgresql://'))
  return url
}

const log_levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

function logLevelFrom({ LOG_LEVEL: level = 'info' }: Record<string, string | undefined>): string {
  if (!log_levels.includes(level))
    throw new Error(`LOG_LEVEL phải là một trong: ${log_levels.join(', ')} · LOG_LEVEL is one of these; it is "${level}".`)
  return level
}

/** All of it or nothing: half a sign-on would be found out by the first person who tries it. */
function signOnFrom(env: Record<string, string | undefined>): Config['sign_on'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client_id, OIDC_CLIENT_SECRET: client_secret, OIDC_LABEL: label } = env
  if (!issuer && !client_id && !client_secret) return null
  if (!issuer || !client_id || !client_secret) throw new Error(belongTogether('OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'))
  return { issuer, client_id, client_secret, label: label ?? new URL(issuer).hostname }
}

/** A letter whose link leads nowhere would be found out by its readers: all three, or none. */
function mailFrom(env: Record<string, string | undefined>): Config['mail'] {
  const { SMTP_URL: smtp_url, MAIL_FROM: from } = env
  const site_address = siteAddressFrom(env)
  if (!smtp_url && !from) return null
  if (!smtp_url || !from || !site_address) throw new Error(belongTogether('SMTP_URL', 'MAIL_FROM', 'SITE_ADDRESS'))
  if (!/^smtps?:$/.test(URL.parse(smtp_url)?.protocol ?? '')) throw new Error(beginsWith('SMTP_URL', 'smtp://', 'smtps://'))
  return { smtp_url, from, site_address }
}

/** An address that no letter can reach would be no witness. */
function ledgerMailFrom(env: Record<string, string | undefined>): string | null {
  if (!env.LEDGER_MAIL) return null
  if (!mailFrom(env))
    throw new Error('LEDGER_MAIL cần có SMTP_URL, MAIL_FROM và SITE_ADDRESS · LEDGER_MAIL needs SMTP_URL, MAIL_FROM and SITE_ADDRESS.')
  if (!/^[^\s@]+@[^\s@]+$/.test(env.LEDGER_MAIL)) throw new Error('LEDGER_MAIL là một địa chỉ thư điện tử · LEDGER_MAIL is a mail address.')
  return env.LEDGER_MAIL
}

/** Only what is set: the rest is as the register says, or as usual. */
function backupFrom(env: Record<string, string | undefined>): Partial<BackupPlan> {
  const { BACKUP_DIR: folder, BACKUP_KEY: recovery_key } = env
  if (recovery_key && !isRecoveryKey(recovery_key))
    throw new Error(
      'BACKUP_KEY là dòng mà «neu-guong backup --make-key» in ra · BACKUP_KEY is the line that "neu-guong backup --make-key" prints.',
    )
  return {
    ...(folder && { folder: resolve(folder) }),
    ...(recovery_key && { recovery_key }),
    ...(env.BACKUP_HOUR && { at_hour: wholeNumber('BACKUP_HOUR', env.BACKUP_HOUR, 23) }),
    ...(env.BACKUP_KEEP && keepFrom(env.BACKUP_KEEP)),
  }
}

/** «7,5,12»: the newest of so many days, weeks and months. */
function keepFrom(text: string): { days: number; weeks: number; months: number } {
  const [days, weeks, months, ...more] = text.split(',').map(part => wholeNumber('BACKUP_KEEP', part, 3650))
  if (more.length > 0 || days === undefined || weeks === undefined || months === undefined || days + weeks + months === 0)
    throw new Error('BACKUP_KEEP is three numbers, as in 7,5,12: days, weeks, months.')
  return { days, weeks, months }
}

/** A short one would be guessed. */
function metricsTokenFrom({ METRICS_TOKEN: token }: Record<string, string | undefined>): string | null {
  if (!token) return null
  if (token.length < 20) throw new Error('METRICS_TOKEN ngắn quá, cần từ 20 ký tự · METRICS_TOKEN has at least 20 characters.')
  return token
}

function siteAddressFrom({ SITE_ADDRESS: address }: Record<string, string | undefined>): string | null {
  if (!address) return null
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? '')) throw new Error(beginsWith('SITE_ADDRESS', 'https://', 'http://'))
  return new URL(address).origin
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number > most)
    throw new Error(
      `${name} phải là số nguyên từ 0 đến ${most}; đang ghi «${text}» · ${name} must be a whole number from 0 to ${most}; it is "${text}".`,
    )
  return number
}

/** Half of what belongs together would be found out by the first person who needs it. */
function belongTogether(...names: [string, string, string]): string {
  const [first, second, third] = names
  return `${first}, ${second} và ${third} đi cùng nhau: đặt cả ba hoặc không đặt · ${first}, ${second} and ${third} belong together: give all three, or none.`
}

function beginsWith(name: string, one: string, other: string): string {
  return `${name} phải bắt đầu bằng ${one} hoặc ${other} · ${name} begins with ${one} or ${other}.`
}
