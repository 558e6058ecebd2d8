import { answerOnce } from '../../child-process/index.ts'
import { faultOfPaper, type PaperKind } from './judge-paper.ts'

/** What is looked through is others': it happens here, with time and memory of its own. */
answerOnce(({ kind, bytes }: { kind: PaperKind; bytes: Uint8Array }) => faultOfPaper(kind, Buffer.from(bytes)))
