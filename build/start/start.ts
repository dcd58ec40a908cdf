import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { hasDisplay } from '#server/open-window.ts'
import { runTillOrSay } from '#server/run-till.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const ELECTRON = path.join(ROOT, 'node_modules', 'electron')
/** Long enough for a slow line to bring 120 MB, short enough for a shop to wait. */
const FETCH_MS = 180_000

const USAGE = 'npm start -- [--training | --live] [--port N] [--browser] [--no-window]'

const options = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      training: { type: 'boolean' },
      live: { type: 'boolean' },
      port: { type: 'string' },
      browser: { type: 'boolean' },
      'no-window': { type: 'boolean' },
    },
  }).values

const build = (): boolean => {
  const vite = path.join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return built.status === 0
}

const electronBinary = (): string | null => {
  try {
    return path.join(ELECTRON, 'dist', readFileSync(path.join(ELECTRON, 'path.txt'), 'utf8'))
  } catch {
    return null
  }
}

type Runtime = { readonly kind: 'present'; readonly binary: string } | { readonly kind: 'absent'; readonly why: string }

/** Electron's runtime where it is here or can be fetched; otherwise why not, in one line. */
const electronRuntime = (): Runtime => {
  if (!hasDisplay()) return { kind: 'absent', why: 'este equipo no tiene pantalla' }
  if (process.getuid?.() === 0) return { kind: 'absent', why: 'su aislamiento no funciona como administrador (root)' }
  const present = electronBinary()
  if (present) return { kind: 'present', binary: present }
  console.log('Trayendo el entorno de Electron, solo esta vez…')
  spawnSync(process.execPath, [path.join(ELECTRON, 'install.js')], { cwd: ROOT, stdio: 'ignore', timeout: FETCH_MS })
  const fetched = electronBinary()
  return fetched ? { kind: 'present', binary: fetched } : { kind: 'absent', why: 'no se pudo traer por la red' }
}

const runElectron = (binary: string): Promise<number> =>
  new Promise((resolve) => {
    const shell = spawn(binary, [ROOT], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => shell.kill(signal))
    shell.on('exit', (code) => resolve(code ?? 1))
    shell.on('error', () => resolve(1))
  })

/** Builds the till and opens it: in Electron's window where that is possible, in a browser's window otherwise. */
export const start = async (args: readonly string[]): Promise<number> => {
  let given: ReturnType<typeof options>
  try {
    given = options(args)
  } catch (cause) {
    console.error(`${cause instanceof Error ? cause.message : cause}\n${USAGE}`)
    return 2
  }
  const port = Number(given.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || (given.training && given.live)) {
    console.error(USAGE)
    return 2
  }
  if (!build()) {
    console.error('No se pudo construir la caja: vea el error de arriba.')
    return 1
  }
  const asked = given.browser || given.port !== undefined || given.training || given.live
  const runtime: Runtime = asked ? { kind: 'absent', why: 'así se pidió' } : electronRuntime()
  if (runtime.kind === 'present') return runElectron(runtime.binary)
  console.log(`Sin ventana de Electron (${runtime.why}): la misma caja se abre en el navegador.`)
  const mode = given.live ? 'live' : given.training ? 'training' : null
  return runTillOrSay({ port, mode, window: !given['no-window'] })
}
