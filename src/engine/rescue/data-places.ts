import path from 'node:path'

/** Where a till's data is, below its folder. */
export const dataPlaces = (dataFolder: string) => ({
  database: path.join(dataFolder, 'till.db'),
  backups: path.join(dataFolder, 'backups'),
  archive: path.join(dataFolder, 'files'),
  /** Shared by whoever has the database open, and held by who replaces it. */
  lock: path.join(dataFolder, 'data.lock'),
  /** A second record of the newest sales. */
  saleBook: path.join(dataFolder, 'newest-sales.jsonl'),
  salvage: path.join(dataFolder, 'salvage'),
  requested: path.join(dataFolder, 'restore-requested.json'),
})
