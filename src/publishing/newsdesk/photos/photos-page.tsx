import { randomUUID } from 'node:crypto'
import { Field, type FieldError, Frame, Question, type StaffPageProps } from '../../../platform/staff/index.ts'
import { HiddenFields, type Language, type ViewContext } from '../../../platform/web/index.ts'
import type { PhotoVersion } from '../../media/index.ts'
import { PhotoImage } from '../../portal/index.ts'
import { photo_page_words } from './photo-words.ts'

type PhotosProps = StaffPageProps & {
  photos: PhotoVersion[]
  words: string
  /** The most that one form may send, in MB. */
  most: number
  may_write: boolean
  field_errors: FieldError[]
  told?: string
}

/** The library: found by words, and added to. */
export function PhotosPage({ photos, words: asked, most, may_write, field_errors, told, ...staff_page }: PhotosProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = photo_page_words[lang]
  return (
    <Frame
      {...staff_page}
      {...{ field_errors, told }}
      title={words.found_n(photos.length, asked !== '')}
      crumb={words.title}
      here={t => t.photos({ words: asked })}
    >
      <p>{words.lead}</p>
      <form method="get" action={to.photos()} class="find">
        <HiddenFields fields={to.carried} />
        <Field lang={lang} name="tim" label={words.find_label} hint={words.find_hint} value={asked} autocomplete="off" />
        <div class="actions">
          <button type="submit" class="quiet">
            {words.find}
          </button>
          {asked && <a href={to.photos()}>{words.clear}</a>}
        </div>
      </form>
      {photos.length > 0 && (
        <ul class="gallery">
          {photos.map(photo => (
            <OnePhoto key={photo.photo_id} {...{ view, photo }} />
          ))}
        </ul>
      )}
      {may_write && (
        <section>
          <h2>{words.send_title}</h2>
          <SendPhotos
            {...{ lang, field_errors }}
            action={to.photos()}
            label={words.file}
            hint={words.file_hint(most)}
            button={words.send}
            several
          />
        </section>
      )}
    </Frame>
  )
}

function OnePhoto({ view, photo }: { view: ViewContext; photo: PhotoVersion }) {
  const { lang, to } = view
  const words = photo_page_words[lang]
  return (
    <li>
      <a href={to.photo(photo)}>
        <PhotoImage
          photo={{ ...photo, alt: '' }}
          hrefOf={file => to.photo_file({ image: photo.digest, file })}
          sizes="(min-width: 40rem) 15rem, 45vw"
          is_cut
        />
        <span lang="vi">{photo.caption || photo.alt || photo.name}</span>
      </a>
      {photo.alt === '' && <span class="hint">{words.decorative}</span>}
      {!photo.is_decided && <span class="tag">{words.undecided}</span>}
    </li>
  )
}

type SendProps = {
  lang: Language
  action: string
  label: string
  hint: string
  button: string
  field_errors: FieldError[]
  several?: boolean
  fields?: [string, string][]
}

/** Where photos are sent: chosen, or dropped onto the field. */
export function SendPhotos({ lang, action, label, hint, button, field_errors, several = false, fields = [] }: SendProps) {
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      <HiddenFields fields={[['key', randomUUID()], ...fields]} />
      <Question {...{ lang, field_errors, label, hint }} name="file">
        {(described, is_wrong) => (
          <input
            id="file"
            name="file"
            type="file"
            class="drop"
            accept="image/jpeg,image/png,image/webp"
            multiple={several}
            aria-describedby={described}
            aria-invalid={is_wrong}
          />
        )}
      </Question>
      <div class="actions">
        <button type="submit">{button}</button>
      </div>
    </form>
  )
}
