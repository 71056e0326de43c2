import type { MachineReading, Traffic } from './machine.ts'

/** So many ports and connections are listed; all are counted. */
const MOST_LISTED = 50

/**
 * A metrics report as Device Defender takes it. `last`: what was counted at the report before, as traffic is told since then; absent, none
 * is told. `reportId` has to grow from report to report.
 *
 * @example metricsReport(machine.read(), undefined, 1)  // { header: { report_id: 1, version: '1.0' }, metrics: { … } }
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/detect-device-side-metrics-messages.html
 */
export function metricsReport({ tcpPorts, udpPorts, connections, traffic }: MachineReading, last: Traffic | undefined, reportId: number) {
  const ports = (all: readonly number[]) => ({ ports: all.slice(0, MOST_LISTED).map((port) => ({ port })), total: all.length })
  return {
    header: { report_id: reportId, version: '1.0' },
    metrics: {
      listening_tcp_ports: ports(tcpPorts),
      listening_udp_ports: ports(udpPorts),
      ...(last && { network_stats: {
        bytes_in: since(traffic.bytesIn, last.bytesIn), bytes_out: since(traffic.bytesOut, last.bytesOut),
        packets_in: since(traffic.packetsIn, last.packetsIn), packets_out: since(traffic.packetsOut, last.packetsOut),
      } }),
      tcp_connections: { established_connections: {
        connections: connections.slice(0, MOST_LISTED).map(({ remote, localPort }) => ({ remote_addr: remote, local_port: localPort })),
        total: connections.length,
      } },
    },
  }
}

/** Counters begin anew where an interface is made anew. */
const since = (now: number, before: number): number => (now < before ? now : now - before)
