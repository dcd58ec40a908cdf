import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { only } from './only.ts'

/** What Chromium can be told to grant and a page can ask about without a click. */
const PERMISSIONS = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'] as const

type Request = (contents: null, permission: string, decide: (granted: boolean) => void, details: object) => void
type Check = (contents: null, permission: string, origin: string, details: object) => boolean

export class Session extends EventEmitter {
  #request: Request | null = null
  #check: Check | null = null
  setPermissionRequestHandler = (handler: Request | null): void => {
    this.#request = handler
  }
  setPermissionCheckHandler = (handler: Check | null): void => {
    this.#check = handler
  }
  setDevicePermissionHandler = (): void => undefined

  /** As Electron does, grants whatever no handler denies. */
  granted(origin: string): readonly string[] {
    return PERMISSIONS.filter((permission) => {
      let isGranted = this.#request === null
      this.#request?.(
        null,
        permission,
        (answer) => {
          isGranted = answer
        },
        {},
      )
      return isGranted && (this.#check?.(null, permission, origin, {}) ?? true)
    })
  }
}

const defaultSession = new Session()

export const session = {
  get defaultSession(): Session {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready')
    return only(defaultSession, 'session')
  },
}
