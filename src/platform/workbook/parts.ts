import { attribute, type Relation, relationsOf, textOf, walkXml } from '../office-file/index.ts'
import type { Archive } from './archive.ts'

/** A sheet's name with the path of its part; `path` null where the workbook names a part that is not there. */
export type SheetPart = { name: string; is_hidden: boolean; path: string | null }

/** Where the parts of a workbook are: by relation, as Excel finds them, whatever they are called. */
export type Parts = { sheets: SheetPart[]; calendar: 1900 | 1904; shared: string; styles: string; styles_path: string | null }

/** Finds the parts. Null where the archive holds no workbook. Throws DamagedPart. */
export function findParts(archive: Archive): Parts | null {
  const main = relationsIn(archive, '').find(({ type }) => type === 'officedocument')?.path ?? 'xl/workbook.xml'
  const xml = textAt(archive, main)
  const relations = relationsIn(archive, main)
  const pathTo = (type: string) => relations.find(relation => relation.type === type && archive.has(relation.path))?.path ?? null
  const read = readMain(xml, relations, archive)
  if (!read.is_workbook) return null
  const styles_path = pathTo('styles')
  return { ...read, shared: textAt(archive, pathTo('sharedstrings')), styles: textAt(archive, styles_path), styles_path }
}

export function textAt(archive: Archive, path: string | null): string {
  return path === null ? '' : textOf(archive.get(path)?.bytes)
}

/** A workbook follows nothing that leads outside. */
function relationsIn(archive: Archive, path: string): Relation[] {
  return relationsOf(path, at => textAt(archive, at)).filter(({ is_outside }) => !is_outside)
}

function readMain(xml: string, relations: Relation[], archive: Archive): Pick<Parts, 'sheets' | 'calendar'> & { is_workbook: boolean } {
  const sheets: SheetPart[] = []
  let calendar: 1900 | 1904 = 1900
  let is_workbook = false
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'workbook') is_workbook = true
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) calendar = 1904
      if (name !== 'sheet') return
      const led_by = attribute(attributes, 'id')
      const relation = relations.find(({ id }) => id === led_by)
      // A sheet of charts, of macros or of dialogues has no table; nor has a module of Excel 95, which is named with a
      // relation left empty.
      if (led_by === '') return
      if (relation && relation.type !== 'worksheet') return
      const path = relation && archive.has(relation.path) ? relation.path : null
      sheets.push({ name: attributes.name ?? '', is_hidden: /hidden/i.test(attributes.state ?? ''), path })
    },
  })
  return { sheets, calendar, is_workbook }
}
