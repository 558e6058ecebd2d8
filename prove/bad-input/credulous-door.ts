import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { Transformer } from '@napi-rs/image'
import { unzipSync } from 'fflate'
import type pg from 'pg'
import { staff_paths } from '../../src/platform/web/href.ts'
import { openNotebook } from '../../test/harness/notebook.ts'
import type { Newsroom } from '../newsroom-scene.ts'

type Keep = (words: string) => Promise<unknown>

/** At the addresses of the newsroom a program that believes what it is sent, and writes what it reads as it reads it. */
export async function openCredulousDoor({ register: { owner } }: Newsroom): Promise<{ address: string; close(): Promise<void> }> {
  await openNotebook(owner)
  const keep = keepAs(owner)
  const server = createServer(async (request, response) => {
    try {
      await takers[request.url!]?.(await buffer(request), keep)
      response.writeHead(200).end('Đã nhận.')
    } catch {
      response.writeHead(500).end('Lỗi.')
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => void server.close(),
  }
}

function keepAs(owner: pg.Client): Keep {
  return words => owner.query('insert into note (words) values ($1)', [words])
}

const takers: Record<string, (body: Buffer, keep: Keep) => Promise<void>> = {
  async [staff_paths.editor_check](body) {
    JSON.parse(new URLSearchParams(body.toString()).get('text')!)
  },
  async [staff_paths.draft_new](body, keep) {
    for (const [, value] of new URLSearchParams(body.toString())) await keep(value)
  },
  async [staff_paths.draft_import](body, keep) {
    await keep('a document came')
    for (const part of Object.values(unzipSync(fileIn(body)))) await keep(Buffer.from(part.subarray(0, 1000)).toString())
  },
  async [staff_paths.photos](body, keep) {
    await keep('a picture came')
    await new Transformer(fileIn(body)).jpeg()
  },
}

/** The file of a form that has one. */
function fileIn(body: Buffer): Buffer {
  const begins = body.indexOf('\r\n\r\n', body.indexOf('filename=')) + 4
  return body.subarray(begins, body.lastIndexOf('\r\n--'))
}
