import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from './read-document.ts'

/** What is unpacked and read is others': it happens here, with time and memory of its own. */
parentPort!.postMessage(readDocument(workerData as { name: string; bytes: Uint8Array }))
