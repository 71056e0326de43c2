import { isRecord } from '@keg/aws-service'
import type { MetricValue } from '../../model/model.generated.ts'
import { ReportError } from './report-error.ts'

type Body = Readonly<Record<string, unknown>>

/** What a device says of itself. */
export interface MetricsReport {
  readonly reportId: number
  /** By metric. Custom ones are those that the account has defined. */
  readonly values: ReadonlyMap<string, MetricValue>
}

/** The short name of each member, as devices with little memory write them. */
const SHORT: Readonly<Record<string, string>> = {
  header: 'hed', metrics: 'met', custom_metrics: 'cmet', report_id: 'rid', version: 'v', listening_tcp_ports: 'tp', listening_udp_ports: 'up',
  ports: 'pts', port: 'pt', total: 't', network_stats: 'ns', bytes_in: 'bi', bytes_out: 'bo', packets_in: 'pi', packets_out: 'po',
  tcp_connections: 'tc', established_connections: 'ec', connections: 'cs', remote_addr: 'rad',
}

/** How the value of a custom metric of each type is written, and where it belongs. */
const CUSTOM: ReadonlyMap<string, { readonly written: string; readonly member: 'number' | 'numbers' | 'strings' | 'cidrs' }> = new Map([
  ['number', { written: 'number', member: 'number' }],
  ['number-list', { written: 'number_list', member: 'numbers' }],
  ['string-list', { written: 'string_list', member: 'strings' }],
  ['ip-address-list', { written: 'ip_list', member: 'cidrs' }],
])

/**
 * Reads a metrics report, its members by their long or their short names. Throws {@link ReportError}.
 *
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/detect-device-side-metrics-messages.html
 */
export function readReport(body: Body | undefined, typeOf: (metricName: string) => string | undefined): MetricsReport {
  if (body === undefined) throw invalid('The payload is no object in the format of the topic.')
  const header = record(body, 'header') ?? missing('header')
  const reportId = member(header, 'report_id')
  if (typeof reportId !== 'number' || !Number.isInteger(reportId) || reportId < 0) throw invalid('header.report_id must be a positive integer.')
  const version = member(header, 'version')
  if (typeof version !== 'string' || !/^\d+\.\d+$/.test(version)) throw invalid('header.version must be a text as "1.0".')
  const [metrics, custom] = [record(body, 'metrics'), record(body, 'custom_metrics')]
  if (metrics === undefined && custom === undefined) throw invalid('A report must have metrics or custom_metrics.')
  return { reportId, values: new Map([...ownValues(metrics ?? {}), ...customValues(custom ?? {}, typeOf)]) }
}

function* ownValues(metrics: Body): Iterable<[string, MetricValue]> {
  for (const protocol of ['tcp', 'udp']) yield* portValues(metrics, protocol)
  const network = record(metrics, 'network_stats')
  for (const stat of ['bytes_in', 'bytes_out', 'packets_in', 'packets_out']) {
    const count = network && counted(network, stat)
    if (count !== undefined) yield [`aws:all-${stat.replace('_', '-')}`, { count }]
  }
  const connections = record(metrics, 'tcp_connections')
  const established = connections && record(connections, 'established_connections')
  if (established === undefined) return
  const listed = list(established, 'connections')
  const total = counted(established, 'total') ?? listed?.length
  if (total !== undefined) yield ['aws:num-established-tcp-connections', { count: total }]
  if (listed !== undefined) yield ['aws:destination-ip-addresses', { cidrs: [...new Set(listed.map(remoteAddress))] }]
}

function* portValues(metrics: Body, protocol: string): Iterable<[string, MetricValue]> {
  const listening = record(metrics, `listening_${protocol}_ports`)
  if (listening === undefined) return
  const ports = list(listening, 'ports')?.map(portNumber)
  const total = counted(listening, 'total') ?? ports?.length
  if (total !== undefined) yield [`aws:num-listening-${protocol}-ports`, { count: total }]
  if (ports !== undefined) yield [`aws:listening-${protocol}-ports`, { ports }]
}

/** Custom metrics that the account has not defined are left out, as AWS leaves them out. */
function* customValues(custom: Body, typeOf: (metricName: string) => string | undefined): Iterable<[string, MetricValue]> {
  for (const [name, values] of Object.entries(custom)) {
    const type = typeOf(name) ?? ''
    const writing = CUSTOM.get(type)
    if (writing === undefined) continue
    const { written, member: into } = writing
    const value: unknown = Array.isArray(values) && isRecord(values[0]) ? values[0][written] : undefined
    if (!isOfType(type, value)) throw invalid(`custom_metrics.${name} must be [{ "${written}": … }].`)
    yield [name, { [into]: value }]
  }
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'number') return typeof value === 'number'
  return Array.isArray(value) && value.every((element) => typeof element === (type === 'number-list' ? 'number' : 'string'))
}

function remoteAddress(connection: unknown): string {
  const address = isRecord(connection) ? member(connection, 'remote_addr') : undefined
  if (typeof address !== 'string') throw invalid('Each of connections must have a remote_addr.')
  // `192.168.0.1:8000` or `[::1]:8000`
  return /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? (address.split(':').length === 2 ? address.replace(/:\d+$/, '') : address)
}

function portNumber(entry: unknown): number {
  const port = isRecord(entry) ? member(entry, 'port') : undefined
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 0 || port > 65_535) throw invalid('Each of ports must have a port, 0 to 65535.')
  return port
}

function counted(body: Body, name: string): number | undefined {
  const value = member(body, name)
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw invalid(`${name} must be a non-negative integer.`)
  return value
}

function record(body: Body, name: string): Body | undefined {
  const value = member(body, name)
  if (value === undefined) return undefined
  return isRecord(value) ? value : missing(name)
}

function list(body: Body, name: string): readonly unknown[] | undefined {
  const value = member(body, name)
  if (value === undefined || Array.isArray(value)) return value
  throw invalid(`${name} must be a list.`)
}

const member = (body: Body, name: string): unknown => body[name] ?? body[SHORT[name] ?? name]

function missing(name: string): never {
  throw invalid(`${name} must be an object.`)
}

const invalid = (message: string) => new ReportError('InvalidPayload', message)
