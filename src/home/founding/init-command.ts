import { dirname, resolve } from 'node:path'
import { done, type Outcome } from '../../basis/shared/outcome.ts'
import type { Printed } from '../../basis/shared/printed.ts'
import { readCommand } from '../../basis/shared/read-command.ts'
import { readSmallFile, readTextFile } from '../../basis/shared/read-text-file.ts'
import { type Actor, asOwner, change, type Database } from '../../platform/database/index.ts'
import { role_words, sheetOf } from '../../platform/sign-in/index.ts'
import { example } from './example.ts'
import { type Founded, foundRegister } from './found-register.ts'
import { type Founding, readFounding } from './founding.ts'
import { type FoundingCode, sayProblems } from './words.ts'

export const init_usage = `neu-guong init FILE.json   dựng sổ thật: đơn vị, hai quản trị, chương trình · begins a real register
neu-guong init --example   in một tệp mẫu có ghi chú · prints a file to write over`

const options = { example: { type: 'boolean' } } as const
const machine: Actor = { person_id: null, name: 'neu-guong init' }

/**
 * What the command line may ask before there is a register: the example, or nothing that needs one. Null: a file is
 * named, and the register must be opened.
 */
export function initWithoutRegister(args: string[]): Printed | null {
  const asked = readArgs(args)
  if ('why' in asked) return { code: 2, out: '', err: `${asked.why}\n${init_usage}\n` }
  return asked.path === null ? { code: 0, out: example, err: '' } : null
}

/**
 * `neu-guong init FILE`: founds the register as its owner, and prints the sheets of the first people. 0 founded, 2
 * refused and nothing written.
 */
export async function initCommand(database: Database, args: string[], { site_address }: { site_address: string | null }): Promise<Printed> {
  const asked = readArgs(args)
  if ('why' in asked || asked.path === null) return initWithoutRegister(args)!
  const read = await readTextFile(asked.path)
  const file = read.ok ? readFounding(read.value) : read
  if (!file.ok) return { code: 2, out: '', err: sayProblems(file.problems) }
  const emblem = await readEmblem(asked.path, file.value)
  if (!emblem.ok)
    return { code: 2, out: '', err: sayProblems(emblem.problems.map(problem => ({ ...problem, field: 'register.emblem_file' }))) }
  const founding = { file: file.value, emblem: emblem.value, now: database.clock() }
  const founded = await asOwner(database, owned => change(owned, machine, tx => foundRegister(tx, machine, founding)))
  if (!founded.ok) return { code: 2, out: '', err: sayProblems(founded.problems) }
  return { code: 0, out: sayFounded(founded.value, site_address), err: '' }
}

/** The picture that the file names, from the folder in which the file stands. */
async function readEmblem(path: string, { register }: Founding): Promise<Outcome<Buffer | null, FoundingCode>> {
  const named = register?.emblem_file
  return named ? readSmallFile(resolve(dirname(path), named)) : done(null)
}

function readArgs(args: string[]): { path: string | null } | { why: string } {
  try {
    const { values, positionals } = readCommand({ args, options, allowPositionals: true })
    if (positionals.length !== (values.example ? 0 : 1)) return { why: 'Nêu một tệp · Name one file:' }
    return { path: positionals[0] ?? null }
  } catch (error) {
    return { why: (error as Error).message }
  }
}

/** Codes are shown here and nowhere else: the register keeps their digests. */
function sayFounded({ sheets }: Founded, site_address: string | null): string {
  return [
    'Đã dựng sổ. Đưa mỗi giấy dưới đây tận tay một người; mã chỉ hiện lần này.',
    'The register has begun. Hand each sheet below to its person; the codes are shown only now.',
    '',
    ...sheets.map(({ role, ...sheet }) => sheetOf(sheet, site_address, `${role_words.vi[role]} · ${role_words.en[role]}`)),
    'Tiếp theo · Next:',
    '  neu-guong units TỆP.csv …   thêm cây đơn vị · the tree of units',
    '  npm start                   mở cổng · opens the portal',
    '',
  ].join('\n')
}
