import { display_values } from './display.ts'
import { asked_parameters, paths } from './href.ts'

/**
 * What an address may be asked in its query, besides how it is to be shown; and whether it refuses what it is not
 * asked, or passes over it.
 */
export type Question = { asked: readonly string[]; is_strict: boolean }

const strictly = (...asked: string[]): Question => ({ asked, is_strict: true })
const loosely = (...asked: string[]): Question => ({ asked, is_strict: false })

/**
 * Where somebody asks for numbers or a list, an answer to half of the question would be a wrong answer. Where somebody
 * reads, what others have hung on the link does not matter.
 */
const questions: Record<(typeof paths)[keyof typeof paths], Question> = {
  [paths.home]: loosely('ngay'),
  [paths.articles]: strictly(),
  [paths.feed]: loosely(),
  [paths.feed_rss]: loosely(),
  [paths.feed_json]: loosely(),
  [paths.section]: strictly(),
  [paths.section_feed]: loosely(),
  [paths.keywords]: loosely(),
  [paths.keyword]: strictly(),
  [paths.keyword_feed]: loosely(),
  [paths.article]: loosely(),
  [paths.edition]: loosely(),
  [paths.editions]: loosely(),
  [paths.corrections]: loosely(),
  [paths.by_day]: strictly(),
  [paths.by_day_of]: strictly(),
  [paths.scene]: loosely(),
  [paths.image]: loosely(),
  [paths.figures]: strictly(),
  [paths.run]: strictly(),
  [paths.figure]: strictly(...asked_parameters),
  [paths.figure_embed]: strictly(...asked_parameters),
  [paths.check]: strictly(),
  [paths.check_result]: loosely(),
  [paths.about]: loosely(),
  [paths.search]: strictly('q', 'loai', 'muc', 'chu-de', 'noi', 'don-vi', 'tu', 'den', 'trang'),
  [paths.suggest]: loosely('q'),
  [paths.exemplars]: strictly('nam', 'linh-vuc', 'cap', 'dia-ban', 'sau'),
  [paths.notices]: loosely(),
  [paths.notice]: loosely('xong'),
  [paths.exemplar]: loosely(),
  [paths.certificate]: loosely(),
  [paths.all_models]: loosely(),
  [paths.model]: loosely(),
  [paths.documents]: strictly('tim', 'loai', 'sau'),
  [paths.document]: loosely(),
  [paths.document_file]: loosely(),
  [paths.document_feed]: loosely(),
  [paths.structure]: strictly('tim', 'ngay'),
  [paths.structure_unit]: strictly('ngay'),
  [paths.unit_feed]: loosely(),
  [paths.movements]: loosely(),
  [paths.movement]: loosely(),
  [paths.privacy]: loosely(),
  [paths.accessibility]: loosely(),
  [paths.law]: loosely(),
  [paths.site_map]: loosely(),
  [paths.sitemap]: loosely(),
  [paths.news_sitemap]: loosely(),
}

const known = Object.entries(questions).map(([path, question]) => ({ question, spelling: spellingOf(path) }))

function spellingOf(path: string): RegExp {
  return path === '/' ? /^\/(?:en)?$/ : new RegExp(`^(?:/en)?${path.replace(/:\w+/g, '[^/]+')}$`)
}

/** What an address of the map may be asked; null where it is none: there it is for the room to say. */
export function questionAt(path: string): Question | null {
  return known.find(({ spelling }) => spelling.test(path))?.question ?? null
}

/**
 * What Facebook, Zalo, Google and mailing programs add to a link. No page reads them, none refuses them, and they make
 * no variant of one.
 */
export function isTracker(name: string): boolean {
  return /^(?:fbclid|gclid|zarsrc|mc_cid|mc_eid|utm_[a-z_]+)$/.test(name)
}

/** What stands in a query and is not asked there, or twice. */
export type Surplus = { code: 'unknown-parameter' | 'repeated-parameter'; field: string }

export function surplusIn({ pathname, searchParams }: URL): Surplus[] {
  const question = questionAt(pathname)
  if (question === null || !question.is_strict) return []
  const names = [...searchParams.keys()].filter(name => !isTracker(name))
  return [...new Set(names)].flatMap((field): Surplus[] => {
    if (!question.asked.includes(field) && !Object.hasOwn(display_values, field)) return [{ code: 'unknown-parameter', field }]
    return names.indexOf(field) === names.lastIndexOf(field) ? [] : [{ code: 'repeated-parameter', field }]
  })
}
