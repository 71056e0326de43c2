import type { Server } from 'node:net'

const TRIES = 50

/** Starts a server on `port`, or on the next one above it that is free; `0` lets the system choose. */
export async function listenOnFree<S extends Server>(port: number, start: (port: number, listening: () => void) => S): Promise<S> {
  for (let candidate = port; ; candidate++) {
    try {
      return await new Promise<S>((resolve, reject) => {
        const server = start(candidate, () => resolve(server))
        server.once('error', reject)
      })
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!taken || candidate >= port + TRIES) throw error
    }
  }
}
