import { randomUUID } from 'node:crypto'
import { type FieldError, Question } from '../../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../../platform/web/index.ts'
import { file_limits } from '../attach-file.ts'
import { file_words } from '../file-words.ts'
import type { InstrumentFile } from '../find-files.ts'
import { sayFile } from '../say-file.ts'

type FilesProps = { view: ViewContext; instrument_id: number; files: InstrumentFile[]; may_record: boolean; field_errors: FieldError[] }

/** The text of an instrument: its files to save, and where one is attached. */
export function Files({ view, instrument_id, files, may_record, field_errors }: FilesProps) {
  const { lang, to } = view
  const words = file_words[lang]
  const accept = '.pdf,.docx,image/jpeg,image/png,image/webp'
  return (
    <section>
      <h2>{words.title}</h2>
      {files.length === 0 && <p>{words.none}</p>}
      <ul class="people">
        {files.map(file => (
          <li key={file.instrument_file_id} class="beside">
            <p>
              <a href={to.instrument_file({ instrument_id, file: String(file.instrument_file_id) })}>{file.name}</a>{' '}
              <span class="hint">{sayFile(file, lang)}</span>
            </p>
            {may_record && (
              <form method="post" action={to.instrument_file_off({ instrument_id, file: String(file.instrument_file_id) })}>
                <button type="submit" class="quiet" aria-label={`${words.take_off}: ${file.name}`}>
                  {words.take_off}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {may_record && (
        <form method="post" action={to.instrument_files({ instrument_id })} enctype="multipart/form-data">
          <HiddenFields fields={[['key', randomUUID()]]} />
          <Question {...{ lang, field_errors }} name="file" label={words.file} hint={words.hint(file_limits.size / 1024 / 1024)}>
            {(described, is_wrong) => (
              <input id="file" name="file" type="file" accept={accept} aria-describedby={described} aria-invalid={is_wrong} />
            )}
          </Question>
          <div class="actions">
            <button type="submit">{words.attach}</button>
          </div>
        </form>
      )}
    </section>
  )
}
