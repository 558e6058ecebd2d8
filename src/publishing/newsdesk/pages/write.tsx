import { randomUUID } from 'node:crypto'
import type { Fields } from '../../../platform/ledger/index.ts'
import { Area, Field, type FieldError, Frame, Select, type StaffPageProps } from '../../../platform/staff/index.ts'
import { HiddenFields, type Href, type Language } from '../../../platform/web/index.ts'
import { editor_script, type PageOptions, topic_words, topics } from '../../newsroom/index.ts'
import { scene_names } from '../../portal/index.ts'
import { editorOptions } from '../editor/editor-options.ts'
import { field_words, newsdesk_words, scene_words } from '../words.ts'

export type Choice = { value: string; label: string; group?: string }

export type WriteProps = StaffPageProps & {
  title: string
  here: (to: Href) => string
  typed: Fields
  /** The number of the version that was read; 0 where there is none yet. */
  read: number
  /** Whether the article is public already: then readers are told what was changed. */
  is_follower: boolean
  cancel: string
  /** The photos of the library that may stand above the text, and in it. */
  photos: Choice[]
  /** The keywords that most articles bear. */
  keywords: string[]
  /** The instruments that the editor offers. */
  documents: PageOptions['documents']
  /** The draft that is written; an article that is yet to be has none. */
  draft_id?: number
  /** What stands in the place of the body, where parts of it must be chosen. */
  body?: preact.ComponentChildren
  field_errors?: FieldError[]
  children?: preact.ComponentChildren
}

/**
 * The form in which an article is written: the same fields whoever writes, and without script. With it, the editor
 * takes the place of one.
 */
export function WritePage({
  typed,
  read,
  is_follower,
  cancel,
  photos,
  keywords,
  documents,
  draft_id,
  body,
  field_errors = [],
  children,
  ...frame
}: WriteProps) {
  const { view } = frame
  const { lang } = view
  const words = newsdesk_words[lang]
  return (
    <Frame {...frame} {...{ field_errors }} scripts={[editor_script.path]}>
      {children}
      <form
        method="post"
        action={frame.here(frame.view.to)}
        class="writing"
        data-editor={body === undefined ? JSON.stringify(editorOptions(view, { draft_id, photos, documents })) : undefined}
      >
        <HiddenFields
          fields={[
            ['key', randomUUID()],
            ['read', String(read)],
          ]}
        />
        <TextFields {...{ lang, typed, field_errors, is_follower, photos, keywords, body }} figures={frame.view.to.figures()} />
        <div class="actions">
          <button type="submit">{words.save_and_see}</button>
          <a href={cancel}>{words.back}</a>
        </div>
      </form>
    </Frame>
  )
}

type FieldsProps = {
  lang: Language
  typed: Fields
  field_errors: FieldError[]
  is_follower: boolean
  figures: string
  photos: Choice[]
  keywords: string[]
  body?: preact.ComponentChildren
}

function TextFields({ lang, typed, field_errors, is_follower, figures, photos, keywords, body }: FieldsProps) {
  const asked = (name: keyof typeof field_words) => ({
    ...{ lang, name, field_errors, value: typed[name] ?? '' },
    ...{ label: field_words[name].label[lang], hint: field_words[name].hint?.[lang] },
  })
  const topic_options = topics.map(topic => ({ value: topic, label: topic_words[topic][lang] }))
  const group = newsdesk_words[lang].scenes
  const scene_options = [...photos, ...scene_names.map(name => ({ value: name, label: scene_words[name]?.[lang] ?? name, group }))]
  return (
    <>
      <Area {...asked('title')} rows={2} />
      <Area {...asked('lead')} rows={3} />
      {body ?? (
        <>
          <Area {...asked('body')} rows={20} />
          <HowTo {...{ lang, figures }} />
        </>
      )}
      <h2>{newsdesk_words[lang].about_article}</h2>
      <div class="about-article">
        <Field {...asked('byline')} autocomplete="off" />
        <Select {...asked('topic')} options={topic_options} empty="—" />
        <Area {...asked('units')} rows={2} />
        <Area {...asked('instruments')} rows={2} />
        <div>
          <Area {...asked('keywords')} rows={2} />
          {keywords.length > 0 && (
            <p class="meta">
              {newsdesk_words[lang].keywords_known} <span lang="vi">{keywords.join(' · ')}</span>
            </p>
          )}
        </div>
        <Select {...asked('scene')} options={scene_options} empty={newsdesk_words[lang].no_picture} />
        <Area {...asked('alt')} rows={2} />
        <Field {...asked('caption')} autocomplete="off" />
      </div>
      {is_follower && <Area {...asked('note')} rows={3} />}
    </>
  )
}

/** The whole syntax on one card: nobody must know it by heart. */
function HowTo({ lang, figures }: { lang: Language; figures: string }) {
  const words = newsdesk_words[lang]
  return (
    <details data-syntax>
      <summary>{words.how_to}</summary>
      <dl class="facts how-to">
        {words.how_to_lines.flatMap(([typed, means]) => [
          <dt key={typed}>
            <code>{typed}</code>
          </dt>,
          <dd key={means}>{means}</dd>,
        ])}
      </dl>
      <p>
        <a href={figures}>{words.figures_link}</a>
      </p>
    </details>
  )
}
