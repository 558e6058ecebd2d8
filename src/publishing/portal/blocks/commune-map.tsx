import { z } from 'zod'
import { isDay, sayDay } from '../../../basis/shared/dates.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { printNumber } from '../../../numbers/figure/index.ts'
import { day } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { StandingTiles } from '../maps/figure-map.tsx'
import { mapStandings, type StandingMap } from '../maps/map-standings.ts'
import { DayHint, DayInput } from '../parts/day-input.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { sayProblem } from '../say.ts'
import { words } from '../words.ts'
import { block } from './block.ts'
import { days } from './kinds.ts'
import { answered, setup } from './setup.ts'

type Settings = { day?: string; days: string[] }
type Props = { map: StandingMap | null; day: string; unfit_day?: Problem | undefined; days: string[]; today: string }

const day_setting = z.string().refine(isDay)

const map_form = {
  day: day({
    label: { vi: 'Ngày của bản đồ', en: 'The day of the map' },
    hint: { vi: 'Để trống là hôm nay.', en: 'Empty: today.' },
    is_optional: true,
  }),
  days: days({
    label: { vi: 'Các ngày để chọn nhanh', en: 'Days to choose from' },
    hint: { vi: 'Mỗi dòng một ngày, ví dụ 19/2/2021.', en: 'A day a line, for example 19/2/2021.' },
    most: 8,
  }),
}

/** The province as tiles on a day that the reader may choose, with the same numbers as a table. */
export const commune_map = block<Settings, Props>({
  type: 'commune-map',
  name: { vi: 'Bản đồ xã', en: 'Map of communes' },
  about: {
    vi: 'Xã nào giữ mức nào vào một ngày; người đọc chọn ngày khác được.',
    en: 'Which commune holds what on a day; readers choose another.',
  },
  pages: ['home'],
  regions: ['main'],
  setup: setup<Partial<Settings>>()(map_form, {
    typed: settings => ({ day: settings.day ?? '', days: (settings.days ?? []).map(one => sayDay(one, 'vi')).join('\n') }),
    meant: answered,
    summary: (settings, lang) => sayDay(settings.day ?? '', lang),
  }),
  settings: z.strictObject({ day: day_setting.optional(), days: z.array(day_setting).max(8).default([]) }),
  async load(asking, settings) {
    const day = asking.chosen_day ?? settings.day ?? asking.day
    const { map, tables } = await mapStandings(asking, day)
    return { props: { map, day, unfit_day: asking.unfit_day, days: settings.days, today: asking.day }, tables }
  },
  view: CommuneMap,
})

export function CommuneMap({ map, day, unfit_day, days, today, ...view }: Props & ViewContext) {
  const { lang } = view
  const w = words[lang]
  return (
    <section class="section" id="ban-do" aria-labelledby="ban-do-tieu-de">
      <h2 class="ruled" id="ban-do-tieu-de">
        {fill(w.map, { day: sayDay(day, lang) })}
      </h2>
      <div class="map">
        {map ? <StandingTiles tiles={map.tiles} lang={lang} /> : <p>{fill(w.no_map, { day: sayDay(day, lang) })}</p>}
        <div>
          {map && <MapSaid map={map} day={day} lang={lang} />}
          <DayChoice {...{ day, unfit_day, days, today }} {...view} />
          {map && <MapTable map={map} lang={lang} />}
        </div>
      </div>
    </section>
  )
}

function MapSaid({ map, day, lang }: { map: StandingMap; day: string } & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  const lapsed = map.tiles.filter(tile => tile.state === 'lapsed').length
  return (
    <>
      <p class="said">{fill(w.map_says, { ...map.total, day: sayDay(day, lang) })}</p>
      {lapsed > 0 && <p class="said">{fill(w.map_lapsed, { lapsed })}</p>}
    </>
  )
}

function DayChoice({ day, unfit_day, days, today, lang, to }: Pick<Props, 'day' | 'unfit_day' | 'days' | 'today'> & ViewContext) {
  const w = words[lang]
  return (
    <>
      {unfit_day && (
        <p class="problems" role="alert">
          {sayProblem(unfit_day, lang)}
        </p>
      )}
      <form class="fields" action={`${to.home()}#ban-do`} method="get">
        {to.carried.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <DayInput name="ngay" label={w.map_day} value={String(unfit_day?.values?.value ?? day)} is_wrong={unfit_day !== undefined} />
        <button type="submit" class="quiet">
          {w.map_show}
        </button>
      </form>
      <DayHint lang={lang} />
      <ul class="days" aria-label={w.map_days}>
        {[today, ...days.filter(one => one !== today)].map(one => (
          <li key={one}>
            <a href={`${to.home({ day: one })}#ban-do`} aria-current={one === day ? 'true' : undefined}>
              {one === today ? w.today_day : sayDay(one, lang)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function MapTable({ map, lang }: { map: StandingMap } & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  const heads = [w.standing, w.of_which_advanced, w.communes]
  return (
    <Scroll label={w.map_table}>
      <table class="blocks">
        <caption>{w.map_table}</caption>
        <thead>
          <tr>
            <th scope="col">{w.district}</th>
            {heads.map(name => (
              <th key={name} scope="col" class="n">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...map.districts, { ...map.total, name: w.sum }].map(({ name, standing, advanced, communes }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {[standing, advanced, communes].map((n, i) => (
                <td key={i} class="n" data-label={heads[i]}>
                  {printNumber(n, lang)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
