export type State = { readonly line: number; readonly count: number; readonly heads: number }
export type Given = { key?: string | Buffer | null; witness?: Buffer | null }
export type Held = { size: number; heads: number; last: Record<string, string | number> | null; key_id: string }
export class Flaw extends Error {
  line: number
}
export function begin(given?: Given): State
export function step(state: State, bytes: Uint8Array): State
export function finish(state: State): Held
export function verifyExport(bytes: Buffer, given?: Given): Held
export function verifyFile(file: string, given?: Given): Promise<Held>
export type Proved = {
  size: number
  entries: Record<string, string | number | null>[]
  last: Record<string, string | number>
  key_id: string
}
export function verifyProof(bytes: Buffer, given?: Given): Proved
