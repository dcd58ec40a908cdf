import { RPCHandler } from '@orpc/server/message-port'
import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron'
import type { Engine } from '#engine/create-engine.ts'
import { isOwnPage } from './security.ts'

/**
 * The way from the page to the engine: the page that asks gets a port, and the port that the page before it had is closed. There is one
 * at a time; whoever else asks gets nothing.
 */
export const createEnginePort = ({ router, routerOptions }: Pick<Engine, 'router' | 'routerOptions'>) => {
  const handler = new RPCHandler(router, routerOptions)
  let current: MessagePortMain | null = null
  let isClosed = false
  return {
    answer: (contents: WebContents): void => {
      contents.ipc.on('torogoz:want-port', ({ senderFrame }) => {
        if (isClosed || senderFrame === null || !isOwnPage(senderFrame)) return
        const { port1, port2 } = new MessageChannelMain()
        current?.close()
        current = port1
        handler.upgrade(port1)
        port1.start()
        senderFrame.postMessage('torogoz:port', null, [port2])
      })
    },
    /** Cuts the page off for good: what it asks from now on is not answered. */
    close: (): void => {
      isClosed = true
      current?.close()
    },
  }
}
