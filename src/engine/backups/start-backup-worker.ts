import { Worker } from 'node:worker_threads'
import type { BackupDone, BackupJob } from './backup-job.ts'

/** Source and bundle keep the worker as a file of its own beside this one. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './backup-worker.ts' : './backup-worker.js', import.meta.url)

const failed = (cause: unknown): BackupDone => ({
  made: null,
  trouble: { code: 'backup_failed', detail: cause instanceof Error ? cause.message : String(cause) },
  secondTrouble: null,
  twin: null,
})

/** Runs one job beside the till; it holds the process only until it has ended. */
export const runInWorker = (job: BackupJob): Promise<BackupDone> =>
  new Promise((resolve) => {
    const worker = new Worker(WORKER, { workerData: job })
    worker.once('message', (done: BackupDone) => resolve(done))
    worker.once('error', (cause) => resolve(failed(cause)))
    worker.once('exit', (code) => resolve(failed(`the backup's thread ended (${code})`)))
  })
