import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** How much of a body is read, and what a longer one is answered. */
export interface BodyBound {
  readonly bytesMax: number
  readonly tooLarge: () => Response
}

/** The handlers of a listener. An error thrown by one ends one request, never the process. */
export interface HttpHandlers {
  fetch(request: Request): Promise<Response>
  /**
   * Called with method, address and headers before any of the body is read. A response refuses the request. Absent: every request is
   * admitted.
   */
  admit?(head: Request): BodyBound | Response
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
}

/** A listener on the loopback address. */
export interface HttpListener {
  /** The URL, for example `http://127.0.0.1:4566`. */
  readonly endpoint: string
  close(): Promise<void>
}

/**
 * Opens another listener beside the endpoint, on `preferredPort` or, where that one is taken, on the next free one above it; absent: on any
 * free one. Whoever opens it closes it.
 */
export type OpenOrigin = (handlers: HttpHandlers, preferredPort?: number) => Promise<HttpListener>
