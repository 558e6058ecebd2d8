import { randomUUID } from 'node:crypto'
import { Question } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import { blocks, canStand, page_regions, type Region } from '../../portal/index.ts'
import type { ArrangedBlock } from '../arrangement/arranged-blocks.ts'
import type { Arrangement } from '../arrangement/find-arrangement.ts'
import { arranger_words, region_words } from '../words.ts'
import { nameOf, summaryOf } from './compared.tsx'

type PlanProps = {
  view: ViewContext
  arrangement: Arrangement
  region: Region
  titles: ReadonlyMap<string, string>
  may_arrange: boolean
}

/** The blocks of a region in their order, each with its buttons; below them what can be added. */
export function RegionPlan({ view, arrangement, region, titles, may_arrange }: PlanProps) {
  const words = arranger_words[view.lang]
  const placed = arrangement.blocks.filter(one => one.region === region)
  return (
    <section aria-labelledby={`vung-${region}`}>
      <h2 id={`vung-${region}`}>{region_words[region][view.lang]}</h2>
      {placed.length === 0 && <p class="hint">{words.no_blocks}</p>}
      <ol class="ways placed" data-region={region}>
        {placed.map((one, i) => (
          <li key={one.n} id={`khoi-${one.n}`} data-n={one.n}>
            <strong>{nameOf(one, view.lang)}</strong>
            <br />
            <span class="hint">{summaryOf(one, view.lang, titles)}</span>
            {may_arrange && <Change {...{ view, arrangement, one }} is_first={i === 0} is_last={i === placed.length - 1} />}
          </li>
        ))}
      </ol>
      {may_arrange && <Add {...{ view, arrangement, region }} />}
    </section>
  )
}

type ChangeProps = Pick<PlanProps, 'view' | 'arrangement'> & { one: ArrangedBlock; is_first: boolean; is_last: boolean }

/** What can be done to a block. Each button says to which. */
function Change({ view: { lang, to }, arrangement, one, is_first, is_last }: ChangeProps) {
  const words = arranger_words[lang]
  const others = page_regions[arrangement.page].filter(name => name !== one.region && canStand(one.block, arrangement.page, name))
  const presses = [
    ...(is_first ? [] : [['up', words.up]]),
    ...(is_last ? [] : [['down', words.down]]),
    ...others.map(name => [`put ${name}`, words.to_region(region_words[name][lang])]),
    ['remove', words.remove],
  ] as [string, string][]
  return (
    <form method="post" action={to.arrangement_change(arrangement)} class="links no-print">
      <HiddenFields fields={fieldsFor(arrangement, one)} />
      {blocks.has(one.block) && (
        <a href={to.arrangement_block({ ...arrangement, n: one.n })} aria-label={`${words.set}: ${nameOf(one, lang)}`}>
          {words.set}
        </a>
      )}
      {presses.map(([op, label]) => (
        <button key={op} type="submit" name="op" value={op} class="plain" aria-label={`${label}: ${nameOf(one, lang)}`}>
          {label}
        </button>
      ))}
    </form>
  )
}

function fieldsFor({ version }: Arrangement, { n }: ArrangedBlock): [string, string][] {
  return [
    ['key', randomUUID()],
    ['read', String(version)],
    ['n', String(n)],
  ]
}

function Add({ view: { lang, to }, arrangement, region }: Pick<PlanProps, 'view' | 'arrangement' | 'region'>) {
  const words = arranger_words[lang]
  const options = [...blocks.values()]
    .filter(({ type, is_repeatable }) => {
      const is_there = arrangement.blocks.some(({ block }) => block === type)
      return canStand(type, arrangement.page, region) && (is_repeatable || !is_there)
    })
    .map(({ type, name }) => ({ value: type, label: name[lang] }))
  if (options.length === 0) return null
  return (
    <details class="no-print">
      <summary>{words.add_to(region_words[region][lang])}</summary>
      <form method="get" action={to.arrangement_add(arrangement)}>
        <HiddenFields fields={[...to.carried, ['vung', region]]} />
        <Question {...{ lang }} name={`them-${region}`} label={words.which_block}>
          {() => (
            <select id={`them-${region}`} name="khoi">
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Question>
        <button type="submit" class="quiet">
          {words.add}
        </button>
      </form>
    </details>
  )
}
