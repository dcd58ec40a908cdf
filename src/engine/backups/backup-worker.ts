import { parentPort, workerData } from 'node:worker_threads'
import { type BackupJob, runBackupJob } from './backup-job.ts'

// A thread of its own: neither a large database nor a slow stick holds up a sale.
parentPort?.postMessage(await runBackupJob(workerData as BackupJob))
