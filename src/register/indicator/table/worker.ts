import { answerOnce } from '../../../platform/child-process/index.ts'
import { readValues } from './read-values.ts'

/** What is unpacked and read is others': it happens here, with time and memory of its own. */
answerOnce(({ bytes }: { bytes: Uint8Array }) => readValues(bytes))
