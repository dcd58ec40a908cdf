import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openingRefusal } from '#engine/opening-refusal.ts'
import { examineData } from '#engine/rescue/examine-data.ts'
import { coffee } from '#support/a-cart.ts'
import { aFolder } from '#support/a-folder.ts'
import { aTill, type Till } from '#support/a-till.ts'

const isRoot = process.platform === 'linux' && process.getuid?.() === 0
if (!isRoot) console.log('Skipped: a small disk can be mounted, filled and made read-only by root on Linux alone.')

const aSmallDisk = (megabytes: number) => {
  const folder = aFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return { folder, remount: (how: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${how}`, folder]) }
}

const presses = (till: Till) =>
  till.engine.guardDisk(() => till.engine.completeSale(coffee(), [{ method: '01', amount: 1100 }], randomUUID()))

/** Takes all room that is left, in one file; answers with how to give it back. */
const fills = (folder: string): (() => void) => {
  const file = path.join(folder, 'somebody-else')
  for (const bytes of [1 << 20, 1 << 16, 1 << 12])
    try {
      for (;;) writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' })
    } catch {
      // Full, for pieces of this size.
    }
  return () => rmSync(file)
}

test.skipIf(!isRoot)(
  'on a full disk the sale is refused before it counts, a backup says why, and both go on when there is room',
  async () => {
    const { folder } = aSmallDisk(8)
    const till = await aTill({ folder: path.join(folder, 'data') })
    till.sells(coffee())
    const makeRoom = fills(folder)
    let sold = 1
    // What SQLite already holds of its log is written over before it asks for more.
    for (let tried = presses(till); tried.ok; tried = presses(till)) sold += 1
    expect(presses(till)).toEqual({ ok: false, error: { code: 'disk_full' } })
    expect(till.engine.documentList.counts().pending).toBe(sold)
    expect(await till.engine.backups.make()).toMatchObject({ ok: false, error: { code: 'backup_place_full' } })

    makeRoom()
    expect(presses(till)).toMatchObject({ ok: true, value: { saleNumber: sold + 1 } })
    expect(await till.engine.backups.make()).toMatchObject({ ok: true, value: { verified: { sales: sold + 1 } } })
    await till.sendsEverything()
    expect(till.simulator.ledger()).toHaveLength(sold + 1)
    expect(till.engine.verify()).toEqual([])
  },
)

test.skipIf(!isRoot)(
  'a till on a disk that can only be read does not open, says so, and opens when it can be written again',
  async () => {
    const { folder, remount } = aSmallDisk(8)
    const data = path.join(folder, 'data')
    const till = await aTill({ folder: data })
    till.sells(coffee())
    await till.engine.stop()
    remount('ro')
    const reopens = () => aTill({ folder: data, simulator: till.simulator, clock: till.clock })
    const code = async (opening: () => unknown): Promise<unknown> => {
      try {
        await opening()
        return 'opened'
      } catch (cause) {
        return openingRefusal(cause)?.code ?? cause
      }
    }
    expect([await code(() => examineData(data)), await code(reopens)]).toEqual([
      'database_read_only',
      'database_read_only',
    ])
    remount('rw')
    expect([await code(() => examineData(data)), await code(reopens)]).toEqual(['opened', 'opened'])
  },
)
