type Call = (operation: string, ...args: readonly unknown[]) => Promise<unknown>
type Preload = (require: (id: string) => unknown, module: object, exports: object) => void
type Listener = (event: { readonly ports: readonly MessagePort[] }, ...args: readonly unknown[]) => void

/** What main sends to a page. */
export type ToPage =
  | {
      readonly kind: 'ipc'
      readonly channel: string
      readonly args: readonly unknown[]
      readonly ports: readonly number[]
    }
  | { readonly kind: 'port'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'close'; readonly id: number }

/**
 * Runs in the page before anything of its own, as source text: it may use nothing from outside itself. Gives the preload its part of
 * Electron and leaves nothing behind but what the preload exposes.
 */
export const runPreload = (preload: Preload): void => {
  const own = globalThis as unknown as { __electronStandIn?: Call }
  const call = own.__electronStandIn
  delete own.__electronStandIn
  // A preload runs in the top frame alone.
  if (call === undefined || window !== window.top) return

  const listeners = new Map<string, Set<Listener>>()
  const ports = new Map<number, MessagePort>()
  /** The wire has no Map, Set or ArrayBuffer: refused rather than lost. Functions throw, as they do in Electron. */
  const copied = (value: unknown): unknown => {
    const check = (part: unknown): void => {
      if (part === null || typeof part !== 'object' || ArrayBuffer.isView(part)) return
      if (part instanceof Map || part instanceof Set || part instanceof ArrayBuffer)
        throw new Error(`the stand-in cannot carry a ${part.constructor.name}`)
      Object.values(part).forEach(check)
    }
    const copy: unknown = structuredClone(value)
    check(copy)
    return copy
  }
  const adopt = (id: number): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    ports.set(id, port2)
    port2.onmessage = ({ data }) => void call('port', id, copied(data))
    unclaimed.push(id)
    return port1
  }
  /** Electron's ports tell of it when their other end has closed; Chromium's do not, and the page's port is known once it is handed over. */
  const unclaimed: number[] = []
  const handedOver = new Map<number, MessagePort>()
  window.addEventListener('message', ({ ports: given }) => {
    for (const port of given) {
      const id = unclaimed.shift()
      if (id !== undefined) handedOver.set(id, port)
    }
  })
  const close = (id: number): void => {
    handedOver.get(id)?.dispatchEvent(new Event('close'))
    handedOver.get(id)?.close()
    ports.get(id)?.close()
  }
  const receive = (message: ToPage): void => {
    if (message.kind === 'port') ports.get(message.id)?.postMessage(message.data)
    else if (message.kind === 'close') close(message.id)
    else {
      const event = { ports: message.ports.map(adopt) }
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener(event, ...message.args)
    }
  }
  const receiveAll = async (): Promise<void> => {
    for (let next = await call('hello'); next; next = await call('next')) receive(next as ToPage)
  }

  /** Values are copied and frozen, functions become others: nothing of the preload's own reaches the page. */
  const crossed = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => crossed(value(...args.map(crossed)))
    if (value === null || typeof value !== 'object') return value
    const entries = Object.entries(value).map(([key, part]) => [key, crossed(part)])
    return Object.freeze(Object.fromEntries(entries))
  }
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: unknown) => {
        if (name in globalThis) throw new Error(`Cannot bind an API on top of an existing property: ${name}`)
        Object.defineProperty(globalThis, name, { value: crossed(value), enumerable: true })
      },
    },
    ipcRenderer: {
      send: (channel: string, ...args: unknown[]) => void call('send', channel, copied(args)),
      on: (channel: string, listener: Listener) => {
        const those = listeners.get(channel) ?? new Set()
        listeners.set(channel, those.add(listener))
      },
    },
  }
  void receiveAll()
  const require = (id: string): unknown => {
    if (id !== 'electron') throw new Error(`module not found: ${id}`)
    return electron
  }
  preload(require, { exports: {} }, {})
}
