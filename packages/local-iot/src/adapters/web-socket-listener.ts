import { awsIotLimits, type ConnectionInfo } from '@keg/mqtt-broker'
import { createWebSocketUpgrades } from '@keg/mqtt-broker/web-socket'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { IDLE_CONNECTION_MS, isLetIn, originOf, rejectUpgrade, requestUrl, type Hosts } from '../doors/index.ts'
import { endsOf } from './mqtts-listener.ts'

export interface WebSocketAcceptor {
  /** Takes an upgrade request of any HTTP server; answers it with an HTTP error where it is not for us. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

export interface WebSocketAcceptorOptions {
  /** The access key that a presigned request is signed with; throws where the signature does not hold. */
  readonly signerOf: (url: URL, headers: Headers) => string
  readonly onConnection: (stream: Duplex, info: ConnectionInfo) => void
  readonly onRefused: (reason: string, sourceIp: string | undefined) => void
}

// An `import` of node:http reads all its members, among them one that loads the whole of fetch: 45 ms of every start.
const { createServer } = process.getBuiltinModule('node:http')

const PATH = '/mqtt'
/**
 * The sub-protocols that AWS takes: SDKs of the first version, and Amplify's PubSub, send the name of MQTT 3.1 alone, and then MQTT 3.1.1.
 */
const PROTOCOLS = ['mqtt', 'mqttv3.1'] as const

/** MQTT over WebSocket at `/mqtt`, sub-protocol `mqtt` or `mqttv3.1`. */
export function createWebSocketAcceptor({ signerOf, onConnection, onRefused }: WebSocketAcceptorOptions): WebSocketAcceptor {
  const upgrades = createWebSocketUpgrades({ maxMessageBytes: awsIotLimits.maxPacketBytes, protocols: PROTOCOLS })
  return {
    handleUpgrade(request, socket, head) {
      const url = requestUrl(request, 'http')
      const ends = endsOf(request.socket)
      if (url === undefined) {
        rejectUpgrade(socket, 400, 'The path or the Host is no part of a URL')
        onRefused('a WebSocket request whose path or Host is no part of a URL', ends.sourceIp)
        return
      }
      const http = { queryString: url.search.slice(1), headers: headersOf(request) }
      const admission = admit(request, url, http.headers, signerOf)
      if ('reason' in admission) {
        onRefused(admission.reason, ends.sourceIp)
        rejectUpgrade(socket, admission.status, admission.reason)
        return
      }
      upgrades.handleUpgrade(request, socket, head, (stream) => onConnection(stream, { transport: 'ws', ...ends, http, ...admission }))
    },
    close: () => upgrades.close(),
  }
}

/**
 * An acceptor for a server of our own, which answers to the hosts of this machine and those in `hosts`, and takes no WebSocket of a page
 * from elsewhere: browsers open them to any address, whatever site the page is of.
 */
export const guarded = ({ handleUpgrade, close }: WebSocketAcceptor, hosts: Hosts): WebSocketAcceptor => ({
  handleUpgrade(request, socket, head) {
    const url = requestUrl(request, 'http')
    const refused = url !== undefined
      && (!isLetIn(url.hostname, hosts) || originOf({ url: url.href, headers: new Headers(headersOf(request)) }, hosts) === 'elsewhere')
    if (refused) rejectUpgrade(socket, 403, 'This core is for this machine and its pages.')
    else handleUpgrade(request, socket, head)
  },
  close,
})

/** An HTTP server of our own with nothing but the WebSocket. */
export function createWebSocketServer(acceptor: WebSocketAcceptor): Server {
  const server = createServer({ keepAliveTimeout: IDLE_CONNECTION_MS }, (_request, response) => {
    response.writeHead(426, { upgrade: 'websocket', 'content-type': 'text/plain' }).end('MQTT over WebSocket only, at /mqtt.\n')
  })
  server.on('upgrade', (request, socket, head) => acceptor.handleUpgrade(request, socket, head))
  return server
}

/** Why an upgrade is refused, or who signed it; one that is not signed is for a custom authorizer to decide. */
function admit(
  request: IncomingMessage,
  url: URL,
  headers: Readonly<Record<string, string>>,
  signerOf: WebSocketAcceptorOptions['signerOf'],
): { readonly status: number; readonly reason: string } | { readonly accessKeyId?: string } {
  if (url.pathname !== PATH) return { status: 404, reason: `WebSocket path ${url.pathname} is not ${PATH}` }
  const protocols = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim())
  if (!PROTOCOLS.some((name) => protocols?.includes(name)))
    return { status: 400, reason: 'Neither WebSocket sub-protocol, mqtt or mqttv3.1, was offered' }
  if (!url.searchParams.has('X-Amz-Algorithm')) return {}
  try {
    return { accessKeyId: signerOf(url, new Headers(headers)) }
  } catch (error) {
    return { status: 403, reason: error instanceof Error ? error.message : String(error) }
  }
}

const headersOf = ({ headers }: IncomingMessage) =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value].flat().join(', ')]])))
