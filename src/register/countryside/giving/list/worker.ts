import { answerOnce } from '../../../../platform/child-process/index.ts'
import { answerGiftTask } from './read-gifts.ts'

/** What is unpacked and read is others': it happens here, with time and memory of its own. */
answerOnce(answerGiftTask)
