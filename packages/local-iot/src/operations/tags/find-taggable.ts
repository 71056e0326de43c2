import type { Table } from '@keg/mqtt-broker'
import type { IotState } from '../../state/iot-state.ts'
import { invalidRequest, notFound } from '../../errors/service-exception.ts'

/** Throws where the ARN is of nothing that can have tags, or of nothing that is there: tagging-iot.html */
export function checkTaggable(state: IotState, resourceArn: string): void {
  const prefix = state.arn('')
  // A certificate provider's is the one with a colon.
  const resource = resourceArn.slice(prefix.length).replace(/^certificateprovider:/, 'certificateprovider/')
  const [kind = '', ...name] = resourceArn.startsWith(prefix) ? resource.split('/') : []
  const tables = tablesOf(state)
  const table = Object.hasOwn(tables, kind) ? tables[kind] : undefined
  if (table === undefined) throw invalidRequest(`Invalid resource ARN for tagging: ${resourceArn}`)
  // A domain configuration's ARN ends in an id of its own.
  if (!table.has(kind === 'domainconfiguration' ? (name[0] ?? '') : name.join('/')))
    throw notFound(`Resource ${resourceArn} does not exist.`)
}

/** What can have tags, by the word that its ARN has for it; things, certificates and shadows cannot. */
const tablesOf = (state: IotState): Readonly<Record<string, Pick<Table<unknown>, 'has'> | undefined>> => ({
  authorizer: state.authorizers,
  billinggroup: state.billingGroups,
  cacert: state.caCertificates,
  certificateprovider: state.certificateProviders,
  command: state.commands,
  domainconfiguration: state.domainConfigurations,
  fleetmetric: state.fleetMetrics,
  job: state.jobs,
  jobtemplate: state.jobTemplates,
  otaupdate: state.otaUpdates,
  package: { has: (name) => state.packages.has(name) || state.packageVersions.has(name) },
  policy: state.policies,
  provisioningtemplate: state.provisioningTemplates,
  rolealias: state.roleAliases,
  rule: state.rules,
  stream: state.streams,
  thinggroup: state.thingGroups,
  thingtype: state.thingTypes,
})
