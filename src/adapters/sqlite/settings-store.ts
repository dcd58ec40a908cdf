import { z } from 'zod'
import type { SettingsStore } from '#application/ports/settings-store.ts'
import type { Connection } from './open-database.ts'

export const sqliteSettings = (connection: Connection): SettingsStore => {
  const read = connection.prepare('SELECT value FROM setting WHERE name = ?').pluck()
  const write = connection.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const tag = connection.prepare('SELECT tag FROM installation').pluck()
  const install = connection.prepare(
    'INSERT INTO installation (only_row, tag, installed_at) VALUES (1, ?, ?) ON CONFLICT DO NOTHING',
  )
  return {
    read: (name) => {
      const found = z.string().optional().parse(read.get(name))
      return found === undefined ? undefined : JSON.parse(found)
    },
    write: (name, value) => {
      write.run(name, JSON.stringify(value))
    },
    installationTag: (newTag, now) => {
      if (tag.get() === undefined) install.run(newTag(), now)
      return z.string().parse(tag.get())
    },
  }
}
