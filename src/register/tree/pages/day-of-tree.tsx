import { DayField } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { tree_words } from '../words.ts'

/** The day of which units are shown. */
export function DayOfTree({ lang, day }: { lang: Language; day: string }) {
  const words = tree_words[lang]
  return <DayField lang={lang} name="ngay" label={words.day} hint={words.day_hint} typed={{ ngay: day }} />
}
