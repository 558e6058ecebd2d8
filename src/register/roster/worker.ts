import { parentPort, workerData } from 'node:worker_threads'
import { answerTask, type Task } from './tasks.ts'

/** What is unpacked and read is others': it happens here, with time and memory of its own. */
parentPort!.postMessage(answerTask(workerData as Task))
