import { unlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { Components, type ComponentDeclaration, type Configuration } from '../components.ts'
import { Connection } from '../connection.ts'
import { configurationOperations } from '../operations/configuration.ts'
import { iotCoreOperations } from '../operations/iot-core.ts'
import { pubsubOperations } from '../operations/pubsub.ts'
import { Spooler, type CloudLine, type SpoolCounts } from '../spooler.ts'

/** What {@link startGreengrassPeer} takes. */
export interface PeerOptions {
  /** The Unix socket, of at most 107 bytes. */
  readonly socketFile: string
  /** The core device's connection; it ends with the peer. */
  readonly cloud: CloudLine
  /** The core device's thing, which components are told. */
  readonly thingName: string
  readonly components: readonly ComponentDeclaration[]
  /** A fault: asked of each message once it was answered, whether the spool is lost now. Default never. */
  readonly forgets?: () => boolean
  /** What the spool holds; default 2.5 MB. */
  readonly maxSpoolBytes?: number
}

/** Stands in for a Greengrass nucleus. */
export interface GreengrassPeer extends AsyncDisposable {
  /** The environment of a component's scripts, in which the SDK finds the socket and the token. */
  environmentOf(component: string): Record<string, string>
  /** Gives a component another configuration, as a deployment does. */
  configure(component: string, configuration: Configuration): void
  /** What a component said of itself. */
  states(component: string): readonly string[]
  spool(): SpoolCounts
  /** Says nothing more, or speaks again: a fault. */
  silence(silent: boolean): void
  /** Ends the streams of subscriptions: a fault. */
  endStreams(): void
  /** Ends all connections and loses the spool, as when the nucleus starts again. */
  restart(): void
}

/** Starts one. */
export async function startGreengrassPeer(
  { socketFile, cloud, thingName, components: declared, forgets, maxSpoolBytes }: PeerOptions,
): Promise<GreengrassPeer> {
  const components = new Components(declared)
  const spooler = new Spooler({
    line: cloud, ...(forgets === undefined ? {} : { forgets }), ...(maxSpoolBytes === undefined ? {} : { maxBytes: maxSpoolBytes }),
  })
  const operations = {
    ...iotCoreOperations({ components, spooler, line: cloud }), ...pubsubOperations(components), ...configurationOperations(components),
  }
  const connections = new Set<Connection>()
  let silent = false
  const server = createServer((socket) => {
    const connection = new Connection(socket, {
      componentOf: (token) => components.byToken(token),
      run: (name, request, stream) => (Object.hasOwn(operations, name) ? operations[name]?.(request, stream) : undefined),
      silent: () => silent,
    })
    connections.add(connection)
    socket.on('close', () => connections.delete(connection))
  })
  await unlink(socketFile).catch(() => undefined)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socketFile, resolve))
  const restart = () => {
    for (const connection of connections) connection.cut()
    spooler.forget()
  }
  return {
    environmentOf: (component) => ({
      AWS_GG_NUCLEUS_DOMAIN_SOCKET_FILEPATH_FOR_COMPONENT: socketFile, SVCUID: components.of(component).token,
      AWS_IOT_THING_NAME: thingName,
    }),
    configure: (component, configuration) => components.configure(component, configuration),
    states: (component) => components.of(component).states,
    spool: () => spooler.counts,
    silence: (now) => void (silent = now),
    endStreams() {
      for (const connection of connections) connection.endStreams()
    },
    restart,
    async [Symbol.asyncDispose]() {
      restart()
      await new Promise((resolve) => server.close(resolve))
      await cloud.close()
    },
  }
}
