import { RPCHandler } from '@orpc/server/message-port'
import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron'
import type { Answering } from './open-till.ts'
import { isOwnPage } from './security.ts'

const handlerOf = ({ router, routerOptions }: Answering) => new RPCHandler(router, routerOptions)

/**
 * The way from the page to the engine: the page that asks gets a port, and the port that the page before it had is closed. There is one
 * at a time; whoever else asks gets nothing.
 */
export const createEnginePort = (answering: Answering) => {
  let handler = handlerOf(answering)
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
    /** The page that asks next gets its answers from this one; the page that is there goes on asking the one before until it begins anew. */
    answerWith: (next: Answering): void => {
      handler = handlerOf(next)
    },
    /** Cuts the page off for good: what it asks from now on is not answered. */
    close: (): void => {
      isClosed = true
      current?.close()
    },
  }
}
