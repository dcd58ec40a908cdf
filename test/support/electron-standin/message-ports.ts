import { EventEmitter } from 'node:events'

/** One end of a channel: keeps what comes until it is started, and closes with its other end. */
export class MessagePortMain extends EventEmitter {
  #other: MessagePortMain | null = null
  #waiting: unknown[] | null = []
  #isClosed = false

  join(other: MessagePortMain): void {
    this.#other = other
  }

  postMessage(data: unknown): void {
    const copy: unknown = structuredClone(data)
    queueMicrotask(() => this.#other?.receive(copy))
  }

  /** Called by the other end alone. */
  receive(data: unknown): void {
    if (this.#isClosed) return
    if (this.#waiting) this.#waiting.push(data)
    else this.emit('message', { data, ports: [] })
  }

  start(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const data of waiting) this.emit('message', { data, ports: [] })
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.emit('close')
    this.#other?.close()
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain()
  readonly port2 = new MessagePortMain()
  constructor() {
    this.port1.join(this.port2)
    this.port2.join(this.port1)
  }
}
