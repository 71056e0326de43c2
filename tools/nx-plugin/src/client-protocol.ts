import { createRequire } from 'node:module'

/** What a client of `@aws-sdk` says of its service. */
export interface ClientFacts {
  /** As `Amazon Polly`, for people. */
  readonly serviceId: string
  /** The name that its requests are signed for. */
  readonly signingName: string
  readonly protocol: string
  /** As `2016-06-10`, by which AWS's descriptions of the service are found. */
  readonly version: string
  /** The first word of `x-amz-target`, in the JSON protocols. */
  readonly target: string
  readonly xmlNamespace: string
  readonly operations: readonly string[]
}

/** Loads what a package exports, as it is installed. */
export type LoadClient = (packageName: string) => object

/** Loads a client as `local-cloud` has it. */
export const installedClient: LoadClient = (packageName) =>
  createRequire(new URL('../../../packages/local-cloud/package.json', import.meta.url))(packageName) as object

type ClientClass = new (options: object) => { readonly config: Readonly<Record<string, unknown>> }

/** What the service's client says of it. Throws, with what to do, where the client is not installed. */
export function clientFacts(packageName: string, load: LoadClient): ClientFacts {
  const client = loaded(packageName, load)
  const found = Object.entries(client).find(([name, value]) =>
    name.endsWith('Client') && typeof value === 'function' && name !== '__Client')
  if (found === undefined) throw new Error(`${packageName} exports no client.`)
  // What every client of the SDK is.
  const { config } = new (found[1] as ClientClass)({ region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
  const settings = config['protocolSettings'] as Readonly<Record<string, string>> | undefined
  const operations = Object.values(client).flatMap((value) => (Array.isArray(value) && value[0] === 9 ? [String(value[2])] : []))
  return {
    serviceId: String(config['serviceId']), signingName: String(config['defaultSigningName']), operations: operations.sort(),
    protocol: protocolName(config['protocol']), version: settings?.['version'] ?? '', target: settings?.['serviceTarget'] ?? '',
    xmlNamespace: settings?.['xmlNamespace'] ?? '',
  }
}

function loaded(packageName: string, load: LoadClient): object {
  try {
    return load(packageName)
  } catch (cause) {
    throw new Error(`${packageName} is not installed: pnpm add -D ${packageName} --filter @keg/local-cloud, and again.`, { cause })
  }
}

const protocolName = (protocol: unknown): string => (typeof protocol === 'function' ? protocol.name : Object(protocol).constructor.name)
