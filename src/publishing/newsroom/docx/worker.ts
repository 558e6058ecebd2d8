import { refused } from '../../../basis/shared/outcome.ts'
import { answerOnce } from '../../../platform/child-process/index.ts'
import { asBody } from './as-body.ts'
import { readDocument } from './read-document.ts'

/** What is unpacked and read is others': it happens here, with time and memory of its own. */
answerOnce(draftOf)

function draftOf(file: { name: string; bytes: Uint8Array }) {
  try {
    const read = readDocument(file)
    return read.ok ? asBody(read.value) : read
  } catch (error) {
    if (error instanceof RangeError) return refused({ code: 'too-hard', field: 'file' }) // more at once than the stack holds
    throw error
  }
}
