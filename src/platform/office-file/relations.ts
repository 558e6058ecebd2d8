import { pathOf } from './contents.ts'
import { walkXml } from './xml.ts'

/**
 * What a part leads to. `type` is the last word of its type in small letters; `path` is a part of the archive, or where
 * it leads outside the address as it is written.
 */
export type Relation = { id: string; type: string; path: string; is_outside: boolean }

/** What the part at a path leads to; of the archive itself where the path is empty. Throws DamagedPart. */
export function relationsOf(path: string, textAt: (path: string) => string): Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations: Relation[] = []
  walkXml(textAt(`${folder}_rels/${path.slice(folder.length)}.rels`), {
    open(name, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      if (name !== 'Relationship') return
      const is_outside = /external/i.test(TargetMode)
      const type = Type.slice(Type.lastIndexOf('/') + 1).toLowerCase()
      relations.push({ id: Id, type, path: is_outside ? Target : resolved(Target, folder), is_outside })
    },
  })
  return relations
}

/** «worksheets/sheet1.xml», «./…», «../xl/…», «/xl/…», with either slash, seen from a folder. */
function resolved(target: string, folder: string): string {
  const path = URL.parse(target.replaceAll('\\', '/'), `file:///${folder}`)?.pathname ?? target
  try {
    return pathOf(decodeURIComponent(path))
  } catch {
    return pathOf(path) // a sign of per cent that stands for itself
  }
}
