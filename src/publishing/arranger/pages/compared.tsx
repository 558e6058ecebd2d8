import type { Language } from '../../../platform/web/index.ts'
import { blocks, type PlacedBlock } from '../../portal/index.ts'
import type { ArrangedBlock } from '../arrangement/arranged-blocks.ts'
import type { BlockChange } from '../arrangement/compare-blocks.ts'
import { arranger_words, change_words, region_words } from '../words.ts'

type Titles = ReadonlyMap<string, string>
type ComparedProps = { lang: Language; changes: BlockChange<ArrangedBlock>[]; titles: Titles }

/** What differs from the page that readers see now. */
export function Compared({ lang, changes, titles }: ComparedProps) {
  const words = arranger_words[lang]
  const different = changes.filter(({ kind }) => kind !== 'same')
  return (
    <section aria-labelledby="khac-gi">
      <h2 id="khac-gi">{words.compare}</h2>
      {different.length === 0 && <p>{words.no_change}</p>}
      <ul class="ways">
        {different.map(({ kind, was, is }) => (
          <li key={`${kind} ${is?.n ?? 0} ${was?.region} ${was?.block}`}>
            <span class="tag">{change_words[kind][lang]}</span> {nameOf((is ?? was)!, lang)}
            <br />
            <span class="hint">{saidOf({ kind, was, is }, lang, titles)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function nameOf({ block }: PlacedBlock, lang: Language): string {
  return blocks.get(block)?.name[lang] ?? arranger_words[lang].unknown_block
}

export function summaryOf({ block, settings }: PlacedBlock, lang: Language, titles: Titles): string {
  return blocks.get(block)?.setup.summary(settings, lang, titles) ?? ''
}

/** «Giữa trang → Đầu trang», «Tin mới · 5 → Tin mới · 8»; of what is the same on both sides, once. */
function saidOf({ was, is }: BlockChange, lang: Language, titles: Titles): string {
  const sides = [was, is].filter(one => one !== null)
  const regions = sides.map(({ region }) => region_words[region][lang])
  const summaries = sides.map(one => summaryOf(one, lang, titles))
  return [regions, summaries]
    .map(said => [...new Set(said.filter(Boolean))].join(' → '))
    .filter(Boolean)
    .join(' · ')
}
