import type { IotState } from '../../state/iot-state.ts'
import { invalidRequest, notFound } from '../service-exception.ts'

/** Throws where the ARN is of nothing that can have tags, or of nothing that is there: tagging-iot.html */
export function checkTaggable(state: IotState, resourceArn: string): void {
  const prefix = state.arn('')
  const [kind = '', ...name] = resourceArn.startsWith(prefix) ? resourceArn.slice(prefix.length).split('/') : []
  const table = tablesOf(state)[kind]
  if (table === undefined) throw invalidRequest(`Invalid resource ARN for tagging: ${resourceArn}`)
  if (!table.has(name.join('/'))) throw notFound(`Resource ${resourceArn} does not exist.`)
}

/** What can have tags, by the word that its ARN has for it; things, certificates and shadows cannot. */
const tablesOf = (state: IotState): Readonly<Record<string, ReadonlyMap<string, unknown> | undefined>> => ({
  authorizer: state.authorizers,
  billinggroup: state.billingGroups,
  cacert: state.caCertificates,
  policy: state.policies,
  rule: state.rules,
  thinggroup: state.thingGroups,
  thingtype: state.thingTypes,
})
