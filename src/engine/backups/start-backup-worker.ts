import { Worker } from 'node:worker_threads'
import type { BackupDone, BackupJob } from './backup-job.ts'

/** Source and bundle keep the worker as a file of its own beside this one. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './backup-worker.ts' : './backup-worker.js', import.meta.url)

/** Neither place has anything of it. */
const failed = ({ makes, second }: BackupJob, cause: unknown): BackupDone => {
  const trouble = { code: 'backup_failed', detail: cause instanceof Error ? cause.message : String(cause) }
  return { made: null, trouble: makes ? trouble : null, secondTrouble: second && trouble, twin: null }
}

/** Runs one job beside the till; it holds the process only until it has ended. */
export const runInWorker = (job: BackupJob): Promise<BackupDone> =>
  new Promise((resolve) => {
    const worker = new Worker(WORKER, { workerData: job })
    worker.once('message', (done: BackupDone) => resolve(done))
    worker.once('error', (cause) => resolve(failed(job, cause)))
    worker.once('exit', (code) => resolve(failed(job, `the backup's thread ended (${code})`)))
  })
