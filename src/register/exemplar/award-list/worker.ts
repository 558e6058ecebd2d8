import { answerOnce } from '../../../platform/child-process/index.ts'
import { answerAwardTask } from './tasks.ts'

/** What is unpacked and read is others': it happens here, with time and memory of its own. */
answerOnce(answerAwardTask)
