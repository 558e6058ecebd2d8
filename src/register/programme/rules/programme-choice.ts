import type { Db, Tx } from '../../../platform/database/index.ts'
import type { Option } from '../../../platform/staff/index.ts'
import type { RulePlace } from '../../rule/index.ts'
import { listProgrammes } from '../reads/list-programmes.ts'

/** The programmes as a rule's form offers them, named in the reader's language. */
export async function listChoices(db: Db, { lang }: RulePlace): Promise<{ programme: Option[] }> {
  const programmes = await listProgrammes(db, {})
  return { programme: programmes.map(({ key, name_vi, name_en }) => ({ value: key, label: { vi: name_vi, en: name_en }[lang] })) }
}

/** The one that is chosen before anybody chooses. */
export async function firstProgramme(db: Db): Promise<string> {
  return (await listProgrammes(db, {}))[0]?.key ?? ''
}

export async function isProgramme(db: Db | Tx, programme: string): Promise<boolean> {
  return (await listProgrammes(db, {})).some(({ key }) => key === programme)
}
