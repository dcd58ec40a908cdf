import { createServer } from 'node:net'

/** Listens on a free port, says which, and never takes a connection: the system's queue fills, and who comes then waits in vain. */
const server = createServer()
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  const address = server.address()
  process.send?.(typeof address === 'object' ? address?.port : 0, () =>
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0),
  )
})
