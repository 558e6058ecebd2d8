import { lookUp } from '../../basis/shared/look-up.ts'
import { sayName } from '../../basis/shared/names-in-english.ts'
import type { UnitEffect } from '../../numbers/figure/index.ts'
import { role_words } from '../../platform/sign-in/index.ts'
import { sayPlace } from '../../register/organisation/index.ts'

type Lang = 'vi' | 'en'
/** What a merger means for one unit, in words: the same on the page and on the command line. */
export type EffectTold = { key: string; name: string; fate: string; lines: string[] }

export function sayEffects(effects: readonly UnitEffect[], lang: Lang): EffectTold[] {
  return effects.map(effect => ({
    key: effect.key,
    name: sayPlace(effect, lang),
    fate: effect_words[lang].fates[effect.fate],
    lines: effect.hierarchy === 'party' ? linesOf(effect, effects, lang) : bodiesIn(effect, lang),
  }))
}

function linesOf(effect: UnitEffect, effects: readonly UnitEffect[], lang: Lang): string[] {
  const words = effect_words[lang]
  const { posts, commitments, plans, scopes } = effect
  const ends = effect.fate === 'ends'
  const others = ends ? posts.filter(({ is_head }) => !is_head).map(({ title, holder }) => `${title} (${holder})`) : []
  return [
    peopleIn(effect, lang),
    ...posts.filter(({ is_head }) => is_head && ends).map(({ title, holder, acts }) => words.head(title, holder, acts)),
    ...(effect.is_headless && !ends ? [words.headless(actingIn(effect, effects), effect.offices)] : []),
    ...(others.length > 0 ? [words.other_posts(others.join(', '))] : []),
    ...(commitments.due > 0 ? [words.commitments(commitments.due, commitments.handed_in, nameOf(effect.counted_for, lang))] : []),
    ...(plans > 0 ? [words.plans(plans)] : []),
    ...scopes.map(({ role, holder, reaches }) => words.scope(lookUp(role_words[lang], role) ?? role, holder, reaches)),
  ]
}

/** Who works in a territory that ends: the map moves nobody. */
function bodiesIn({ bodies }: UnitEffect, lang: Lang): string[] {
  return bodies.map(({ name, people }) => effect_words[lang].body(sayName(name, lang), people))
}

function peopleIn({ fate, people_before, people_after, counted_for }: UnitEffect, lang: Lang): string {
  const words = effect_words[lang]
  if (fate === 'ends') return words.people_end(people_before ?? 0, nameOf(counted_for, lang))
  if (fate === 'begins') return words.people_begin(people_after ?? 0)
  return words.people_go_on(people_before ?? 0, people_after ?? 0)
}

/** The heads of what ends who go on at the unit that follows. */
function actingIn({ key }: UnitEffect, effects: readonly UnitEffect[]): string[] {
  const into = effects.filter(other => other.counted_for?.key === key)
  return into.flatMap(({ posts }) => posts.filter(({ is_head, acts }) => is_head && acts).map(({ holder }) => holder))
}

function nameOf(unit: { name: string } | null, lang: Lang): string | null {
  return unit && sayName(unit.name, lang)
}

const effect_words = {
  vi: {
    fates: { ends: 'kết thúc', begins: 'bắt đầu', 'goes-on': 'còn tiếp tục', moves: 'chuyển cấp trên' },
    people_end: (n: number, unit: string | null) =>
      unit ? `${n} người: từ ngày ấy tính cho ${unit}.` : `${n} người: từ ngày ấy không đơn vị nào tính cho họ. Hãy chuyển họ trước.`,
    people_begin: (n: number) => `Có ${n} người từ ngày ấy.`,
    people_go_on: (before: number, after: number) =>
      before === after ? `${before} người, không đổi.` : `${before} người ngày trước, ${after} người từ ngày ấy.`,
    head: (title: string, holder: string, acts: boolean) =>
      acts
        ? `${title} (${holder}) phụ trách tiếp đơn vị kế tiếp.`
        : `${title} (${holder}) thôi phụ trách: chức vụ này không sang đơn vị kế tiếp.`,
    headless: (heads: string[], offices: string[]) => {
      if (heads.length > 0) return `Chưa giao chức vụ đứng đầu: ${heads.join(', ')} phụ trách cho đến khi giao.`
      if (offices.length > 0) return `Không có người đứng đầu: ${offices.join(', ')} (văn phòng) phụ trách cho đến khi giao chức vụ.`
      return 'Không có người đứng đầu, và không ai khác phụ trách: hãy giao chức vụ ngay.'
    },
    other_posts: (posts: string) => `Chức vụ hết cùng đơn vị: ${posts}.`,
    commitments: (due: number, handed_in: number, unit: string | null) =>
      `Đợt đang mở: ${due} người phải đăng ký, ${handed_in} đã nộp${unit ? `; tất cả theo sang ${unit}` : ''}.`,
    plans: (n: number) => `${n} kế hoạch lãnh đạo gắn với chức vụ của đơn vị.`,
    body: (name: string, people: number) =>
      `${name} (${people} người) chưa đổi: sáp nhập tổ chức này bằng một văn bản trong hệ thống Đảng.`,
    scope: (role: string, holder: string, reaches: number) =>
      `${role} (${holder}): ${reaches > 0 ? `còn phạm vi ${reaches} đơn vị` : 'không còn phạm vi nào'}.`,
  },
  en: {
    fates: { ends: 'ends', begins: 'begins', 'goes-on': 'goes on', moves: 'gets another parent' },
    people_end: (n: number, unit: string | null) =>
      unit ? `${n} people: counted for ${unit} from that day on.` : `${n} people: no unit counts them from that day on. Move them first.`,
    people_begin: (n: number) => `${n} people from that day on.`,
    people_go_on: (before: number, after: number) =>
      before === after ? `${before} people, as before.` : `${before} people the day before, ${after} from that day on.`,
    head: (title: string, holder: string, acts: boolean) =>
      acts
        ? `${title} (${holder}) goes on in charge of the unit that follows.`
        : `${title} (${holder}) is no longer in charge: the post does not pass to the unit that follows.`,
    headless: (heads: string[], offices: string[]) => {
      if (heads.length > 0) return `Nobody is appointed head: ${heads.join(', ')} in charge until somebody is.`
      if (offices.length > 0) return `There is no head: ${offices.join(', ')} (offices) in charge until somebody is appointed.`
      return 'There is no head, and nobody else is in charge: appoint one at once.'
    },
    other_posts: (posts: string) => `Posts that end with the unit: ${posts}.`,
    commitments: (due: number, handed_in: number, unit: string | null) =>
      `Open campaigns: ${due} people due, ${handed_in} handed in${unit ? `; all go to ${unit}` : ''}.`,
    plans: (n: number) => `${n} leaders’ plans by posts of the unit.`,
    body: (name: string, people: number) => `${name} (${people} people) stays as it is: merge it by an instrument in the Party hierarchy.`,
    scope: (role: string, holder: string, reaches: number) =>
      `${role} (${holder}): ${reaches > 0 ? `reaches ${reaches} units` : 'reaches nothing any more'}.`,
  },
} satisfies Record<Lang, unknown>
