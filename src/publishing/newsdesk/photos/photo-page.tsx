import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { type FieldError, FormFields, Frame, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import type { listPhotoVersions, PhotoVersion } from '../../media/index.ts'
import type { PhotoUse } from '../../newsroom/index.ts'
import { PhotoImage } from '../../portal/index.ts'
import { photo_form } from './photo-form.ts'
import { photo_page_words } from './photo-words.ts'
import { SendPhotos } from './photos-page.tsx'

type PhotoProps = StaffPageProps & {
  photo: PhotoVersion
  typed: Typed
  /** Whom it may show: nobody, or one of those with consent. */
  persons: { value: string; label: string; group?: string }[]
  has_lost_consent: boolean
  uses: PhotoUse[]
  versions: Awaited<ReturnType<typeof listPhotoVersions>>
  may_write: boolean
  field_errors: FieldError[]
  told?: string
}

/** One photo: what it shows, the decision on its words, where it is used, another picture in its place. */
export function PhotoPage(props: PhotoProps) {
  const { photo, typed, persons, has_lost_consent, uses, versions, may_write, field_errors, told, ...staff_page } = props
  const { view } = staff_page
  const { lang, to } = view
  const words = photo_page_words[lang]
  const of_file = field_errors.some(({ field }) => field === 'file')
  return (
    <Frame {...staff_page} {...{ field_errors, told }} title={words.of(photo.photo_id)} crumb={words.title} here={t => t.photo(photo)}>
      <figure class="one-photo">
        <PhotoImage
          photo={{ ...photo, alt: photo.alt ?? '' }}
          hrefOf={file => to.photo_file({ image: photo.digest, file })}
          sizes="(min-width: 46rem) 44rem, 100vw"
          is_first
        />
        <figcaption>
          {photo.name} · {words.size(photo.width, photo.height)}
        </figcaption>
      </figure>
      {has_lost_consent && <p class="notice is-wrong">{words.consent_ended}</p>}
      <p>{photo.is_decided ? words.to_use(photo.photo_id) : words.to_decide}</p>
      {may_write && (
        <form method="post" action={to.photo(photo)}>
          <HiddenFields
            fields={[
              ['key', randomUUID()],
              ['read', String(photo.version)],
            ]}
          />
          <FormFields form={photo_form} {...{ lang, typed, field_errors }} options={{ shows: persons }} />
          <div class="actions">
            <button type="submit">{words.save}</button>
            <a href={to.photos()}>{words.back}</a>
          </div>
        </form>
      )}
      <Uses {...{ view, uses }} />
      {may_write && (
        <details open={of_file}>
          <summary>{words.replace_title}</summary>
          <p>{words.replace_lead}</p>
          <SendPhotos
            {...{ lang, field_errors }}
            action={to.photo_replace(photo)}
            label={words.new_file}
            hint={words.one_file_hint}
            button={words.replace}
            fields={[['read', String(photo.version)]]}
          />
        </details>
      )}
      <details>
        <summary>
          {words.versions} ({photo.version})
        </summary>
        <ul class="people">
          {versions.map(({ version, name, digest, width, writer_name, at }) => (
            <li key={version}>
              <a href={to.photo_file({ image: digest, file: `${width}.webp` })}>{words.version(version)}</a>{' '}
              <span class="hint">
                {name}, {sayInstant(at, lang)}, {writer_name}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Frame>
  )
}

function Uses({ view: { lang, to }, uses }: { view: ViewContext; uses: PhotoUse[] }) {
  const words = photo_page_words[lang]
  return (
    <section>
      <h2>{words.uses}</h2>
      {uses.length === 0 && <p>{words.used_nowhere}</p>}
      <ul class="people">
        {uses.map(use => (
          <li key={`${use.draft_id} ${use.article_id}`}>
            <a
              href={
                use.article_id === null
                  ? to.draft({ draft_id: use.draft_id! })
                  : to.article({ article_id: use.article_id, slug: use.slug! })
              }
            >
              {use.title}
            </a>{' '}
            <span class="hint">{use.article_id === null ? words.in_draft : words.in_article}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
