import path from 'node:path'
import { expect, test } from 'vitest'
import { resourcesFolder } from '../../../src/main/resources-folder.ts'

test("the program's resources are beside the installed program, or in the checkout", () => {
  const built = path.resolve('/till/out/main')
  expect(resourcesFolder({ isPackaged: false, resourcesPath: '/electron' }, built)).toBe(
    path.resolve('/till/resources'),
  )
  expect(resourcesFolder({ isPackaged: true, resourcesPath: '/electron' }, built)).toBe(
    path.join('/electron', 'resources'),
  )
})
