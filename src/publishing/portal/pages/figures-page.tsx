import { sayDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import { Numeral } from '../parts/board.tsx'
import { words } from '../words.ts'

/** One definition in the list of all: its value is null where the register does not know it yet. */
export type FigureInList = { figure: string; name: string; sentence: string; said: string | null }

/** Every number that may be printed, with what it comes to today. */
export function FiguresPage({ figures, day, ...view }: { figures: FigureInList[]; day: string } & ViewContext) {
  const { lang, to } = view
  const w = words[lang]
  return (
    <Layout {...view} title={w.figures} description={w.figures_described} section="figures" here={to => to.figures()}>
      <h1>{w.figures}</h1>
      <p class="intro">{fill(w.figures_intro, { day: sayDay(day, lang) })}</p>
      <ul class="definitions">
        {figures.map(({ figure, name, sentence, said }) => (
          <li key={figure}>
            <p class={said && said.length < 14 ? 'numeral' : undefined}>{said === null ? w.not_known : <Numeral said={said} />}</p>
            <h2>
              <a href={to.figure({ figure })}>{name}</a>
            </h2>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
    </Layout>
  )
}
