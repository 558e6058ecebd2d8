import type pg from 'pg'
import { method, syllablesOf, vectorOf } from '../../src/publishing/search/syllables.ts'

export type Text = { title: string; body: string }

const at_once = 1000

/** Many texts at once, as articles of a language; their syllables are counted afterwards. They are numbered from 0. */
export async function loadTexts(owner: pg.Client, texts: Iterable<Text>, say: (line: string) => void = () => {}): Promise<number> {
  await owner.query('drop index search_words, search_titles')
  let rows: Text[] = []
  let loaded = 0
  const flush = async () => {
    const cut = rows.map(({ title, body }) => ({ title: syllablesOf(title), body: syllablesOf(body) }))
    await owner.query(
      `insert into search_text (kind, number, lang, day, title, body, syllables, words, method)
       select 'article', (n + $1::integer)::integer, 'vi', '2016-01-01'::date + ((n + $1::integer) % 3650)::integer, t, b, s, w::tsvector, ${method}
         from unnest($2::text[], $3::text[], $4::integer[], $5::text[]) with ordinality as given (t, b, s, w, n)`,
      [
        loaded - 1,
        rows.map(({ title }) => title),
        rows.map(({ body }) => body),
        cut.map(({ title, body }) => title.length + body.length),
        cut.map(({ title, body }) => vectorOf(title, body)),
      ],
    )
    loaded += rows.length
    if (loaded % 50_000 === 0) say(`${loaded} texts`)
    rows = []
  }
  for (const text of texts) if (rows.push(text) === at_once) await flush()
  await flush()
  await owner.query('create index search_words on search_text using gin (words, block, labels) with (fastupdate = off)')
  await owner.query(`create index search_titles on search_text using gin (ts_filter(words, '{a}')) with (fastupdate = off)`)
  await owner.query(
    `insert into search_syllable (lang, syllable, plain, written, texts)
     select 'vi', word, folded(word), word, ndoc from ts_stat('select words from search_text')`,
  )
  await owner.query(
    `update search_collection c set (texts, syllables) = (select count(*), coalesce(sum(t.syllables), 0) from search_text t where t.lang = c.lang)`,
  )
  await owner.query('vacuum analyze search_text')
  await owner.query('vacuum analyze search_syllable')
  return loaded
}
