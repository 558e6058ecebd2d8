import { parentPort, workerData } from 'node:worker_threads'
import { answerListTask, type ListTask } from './tasks.ts'

/** What is unpacked and read is others': it happens here, with time and memory of its own. */
parentPort!.postMessage(answerListTask(workerData as ListTask))
