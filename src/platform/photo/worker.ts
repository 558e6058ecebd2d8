import { answerOnce } from '../child-process/index.ts'
import { renderHere } from './render-photo.ts'

/** Photos are others': they are unpacked here, with time and memory of their own. */
answerOnce(({ bytes }: { bytes: Uint8Array }) => renderHere(Buffer.from(bytes)))
