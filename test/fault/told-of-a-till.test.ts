import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { coffee } from '#support/a-cart.ts'
import { aFolder } from '#support/a-folder.ts'
import { openSurvivingTill } from '#support/a-surviving-till.ts'
import { TillCrashed } from '#support/till-in-a-process.ts'
import { KEY, RESOURCES } from '../faults/a-live-till.ts'
import { until } from '../faults/time.ts'

const TOLD_WITHIN_MS = 20_000

const aSurvivingTill = async () => {
  const folder = aFolder()
  const facts = {
    dataFolder: path.join(folder, 'data'),
    resourcesFolder: RESOURCES,
    apiUrl: 'http://127.0.0.1:9/api/connect',
    apiKey: KEY,
    printer: 'none',
    troublesFile: path.join(folder, 'troubles.txt'),
  }
  const till = await openSurvivingTill({ facts })
  onTestFinished(() => till.abandon())
  return { till, file: path.join(facts.dataFolder, 'till.db') }
}

test('a till that is killed is opened again; one that ends by itself is no fault of the world', async () => {
  const { till } = await aSurvivingTill()
  await till.kill()
  await till.sells(coffee())
  expect(till.deaths()).toBe(1)
  const { pid } = till.process()
  process.kill(pid, 'SIGTERM')
  await expect(till.sells(coffee())).rejects.toThrow(TillCrashed)
  await expect(till.kill()).rejects.toThrow('ended by itself, with SIGTERM')
})

test('an error that a till tells of is known after its death', async () => {
  const { till, file } = await aSurvivingTill()
  expect(till.troubles()).toEqual([])
  const database = new Database(file)
  database.exec('ALTER TABLE wanted_file RENAME TO gone')
  database.close()
  await until('trouble', TOLD_WITHIN_MS, () => till.troubles().length > 0)
  await till.kill()
  expect(till.troubles()[0]).toContain('sender_trouble: no such table')
})
