import type { HttpHandlers, HttpListener, OpenOrigin } from '../ground/http.ts'
import type { RunOptions } from '../ground/cloud.ts'
import { listen } from './http-listener.ts'

/** How origins beside the endpoint are opened, and what the template is told of the first one. */
export interface FirstOrigin {
  readonly open: OpenOrigin
  /** Values of parameters: the address of the first origin, where the template asks for it. */
  readonly parameters: Readonly<Record<string, string>>
  /** Closes the first one, where nothing has come to have it. */
  close(): Promise<void>
}

/**
 * Opens the first origin before there is anything behind it, where the template has to know its address: a user pool sends people back to
 * the page, which comes after it. Until then it answers that it is not ready.
 */
export async function firstOrigin({ port, originParameter }: NonNullable<RunOptions['distribution']> = {}): Promise<FirstOrigin> {
  const handlers: HttpHandlers = {
    fetch: async () => new Response('503 Service Unavailable', { status: 503 }), upgrade: (_, socket) => socket.destroy(),
  }
  let first: HttpListener | undefined = originParameter === undefined ? undefined : await listen(handlers, port, 'next')
  let isFirst = true
  return {
    parameters: originParameter === undefined || first === undefined ? {} : { [originParameter]: first.endpoint },
    async open(own, preferredPort) {
      const wished = isFirst ? port ?? preferredPort : preferredPort
      isFirst = false
      const reserved = first
      first = undefined
      if (reserved === undefined) return listen(own, wished, 'next')
      Object.assign(handlers, own)
      return reserved
    },
    close: async () => first?.close(),
  }
}
