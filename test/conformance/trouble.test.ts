import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { noteTrouble } from '#engine/note-trouble.ts'
import { aTill } from '#support/a-till.ts'

test('a bug is told to the screen by its id alone, and the log keeps the cause under it', async () => {
  const till = await aTill()
  const noted: Readonly<Record<string, unknown>>[] = []
  const note = noteTrouble((level, event, facts) => void noted.push({ level, event, ...facts }))
  const client = createRouterClient(till.engine.router)
  till.engine.database.close()
  const asked = note({ path: ['till', 'view'], next: () => client.till.view() })
  const told = await asked.catch((error: unknown) => error)
  expect(told).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', data: { id: expect.stringMatching(/^\w{5}$/) } })
  expect(JSON.stringify(told)).not.toContain('database')
  expect(noted).toMatchObject([
    {
      level: 'error',
      event: 'question_failed',
      path: 'till.view',
      id: (told as { data: { id: string } }).data.id,
    },
  ])
  expect(String(noted[0]?.cause)).toContain('database connection is not open')
})
