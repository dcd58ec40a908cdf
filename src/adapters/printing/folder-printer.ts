import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PaperDots, Printer, PrinterStatus } from '#application/ports/printing.ts'
import { renderBytes } from './virtual-printer/render-bytes.ts'

type FolderPrinterOptions = { readonly folder: string; readonly fontFile: string; readonly dots: PaperDots }

/** Appears whole or not at all, also to somebody who watches the folder. */
const writeWhole = async (file: string, bytes: Uint8Array): Promise<void> => {
  const partial = `${file}.partial`
  try {
    await writeFile(partial, bytes)
    await rename(partial, file)
  } catch (cause) {
    await rm(partial, { force: true })
    throw cause
  }
}

/** Only the last folder of the path is made: a path that is wrong further up is an error, not a tree of new folders. */
const makeFolder = (folder: string): Promise<void> =>
  mkdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause
  })

const stamp = (): string =>
  new Date().toISOString().replaceAll(/[-:]/g, '').replace('T', '-').replace('.', '-').replace('Z', '')

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/**
 * A printer that is a folder: each paper as the bytes a printer would get (.bin), and as a picture beside them (.png). Named by UTC
 * time, process and a running number, so that their order is the alphabet's and no process writes over another's.
 */
export const createFolderPrinter = ({ folder, fontFile, dots }: FolderPrinterOptions): Printer => {
  let printed = 0

  const writePaper = async (bytes: Uint8Array): Promise<void> => {
    const pictures = renderBytes(bytes, { fontFile, dots }).map(({ png }) => png)
    printed += 1
    const name = join(folder, `${stamp()}-${process.pid}-${String(printed).padStart(4, '0')}`)
    await makeFolder(folder)
    await writeWhole(`${name}.bin`, bytes)
    for (const [index, png] of pictures.entries())
      await writeWhole(`${name}${index === 0 ? '' : `-${index + 1}`}.png`, png)
  }

  return {
    print: async (bytes) => {
      try {
        await writePaper(bytes)
        return { kind: 'printed' }
      } catch (cause) {
        return { kind: 'failed', code: 'printer_folder_unwritable', detail: reason(cause) }
      }
    },
    status: async (): Promise<PrinterStatus> => {
      try {
        await makeFolder(folder)
        const probe = join(folder, `.probe-${process.pid}`)
        await writeFile(probe, '')
        await rm(probe)
        return { kind: 'ready' }
      } catch (cause) {
        return { kind: 'trouble', code: 'printer_folder_unwritable', detail: reason(cause) }
      }
    },
  }
}
