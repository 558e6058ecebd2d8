import { type Db, query } from '../../../platform/database/index.ts'

/** A consent to be named, with the name of the person who gave it. */
export type NamedConsent = { consent_id: number; name: string }

const named = query<{ text: string; words: readonly string[] }, NamedConsent>(`
  select c.consent_id, p.name
    from exemplar_profile p
    join exemplar e on e.exemplar_id = p.exemplar_id and e.kind = 'individual' and is_open(e.recorded)
    join consent c on c.exemplar_id = p.exemplar_id and c.scope = 'name' and is_open(c.recorded) and has_consent(c.exemplar_id, 'name')
   where is_open(p.recorded)
     and split_part(p.name, ' ', 1) = any (:words)
     and position(p.name in :text) > 0
   order by p.name collate "vi-x-icu", c.consent_id`)

/**
 * The persons with consent to be named whose names stand somewhere in a text, letter by letter; a longer name may begin
 * like theirs. The first word of a name is looked for among the words of the text before the text is searched for it.
 */
export function listNamedIn(db: Db, text: string): Promise<NamedConsent[]> {
  const apart = text.split(/\s+/).map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
  const words = new Set([...apart, ...(text.match(/[\p{L}\p{N}]+/gu) ?? [])])
  return named(db, { text, words: [...words] })
}
