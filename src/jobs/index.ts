export { addJobs } from './add-jobs.ts'
export { type Letter, type Mail, openMail, type Posting } from './open-mail.ts'
export { type Job, runJobs, type Task, type Tasks } from './run-jobs.ts'
export { startRunner } from './start-runner.ts'
