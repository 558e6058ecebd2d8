import { sayName } from '../../../basis/shared/names-in-english.ts'
import type { Language } from '../../../platform/web/index.ts'
import { shortName } from '../../organisation/index.ts'
import { commitment_words } from '../words.ts'
import type { Branch } from './list-branches.ts'

/** Its name; of those of one name, with what it was under before. */
export function sayBranch({ name, was_under }: Pick<Branch, 'name' | 'was_under'>, lang: Language): string {
  const said = sayName(name, lang)
  return was_under ? `${said} (${commitment_words[lang].was_under(sayName(shortName(was_under), lang))})` : said
}
