import { formOf, numberOf } from '../../../platform/sign-in/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'

/** The files that a form has sent in its field «file», with the key of the press and the version that was in view. */
export async function sentPhotos(c: WebContext): Promise<{ files: { name: string; bytes: Buffer }[]; key: string; read: number }> {
  const { file } = await c.req.parseBody({ all: true })
  const { key = '', read } = await formOf(c)
  const files = [file].flat().filter((one): one is File => one instanceof File && one.name !== '')
  return {
    files: await Promise.all(files.map(async one => ({ name: one.name, bytes: Buffer.from(await one.arrayBuffer()) }))),
    ...{ key, read: numberOf(read) },
  }
}
