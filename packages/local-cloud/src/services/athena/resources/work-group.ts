import type { Athena } from '../athena.ts'
import { athena } from '../name.ts'
import { workGroup } from '../work-group.ts'
import { flag, ignored, number, object, oneOf, refused, required, text, type PropertiesOf } from '../../../ground/property.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'

const spark = refused('there is no Spark here')

const properties = {
  Name: required(text),
  Description: text,
  State: oneOf('ENABLED', 'DISABLED'),
  WorkGroupConfiguration: object({
    ResultConfiguration: object({
      OutputLocation: text,
      EncryptionConfiguration: ignored('nothing is encrypted on this machine'),
      AclConfiguration: ignored('there are no other accounts'),
      ExpectedBucketOwner: ignored('there are no other accounts'),
    }),
    EnforceWorkGroupConfiguration: flag,
    BytesScannedCutoffPerQuery: number,
    PublishCloudWatchMetricsEnabled: ignored('there are no metrics of queries here'),
    RequesterPaysEnabled: ignored('nobody pays here'),
    EngineVersion: ignored('the engine is DuckDB'),
    CustomerContentEncryptionConfiguration: ignored('nothing is encrypted on this machine'),
    ManagedQueryResultsConfiguration: refused('results go to a bucket'),
    AdditionalConfiguration: spark,
    ExecutionRole: spark,
  }),
  WorkGroupConfigurationUpdates: ignored('it is an older form of WorkGroupConfiguration'),
  RecursiveDeleteOption: ignored('a work group goes with what it has'),
  Tags: tags,
} as const

type Properties = PropertiesOf<typeof properties>

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-workgroup.html */
export const athenaWorkGroup = resource('AWS::Athena::WorkGroup', {
  uses: { athena },
  properties,
  create(wanted, context) {
    if (context.services.athena.workGroups.has(wanted.Name)) throw new TypeError(`The work group ${wanted.Name} exists already`)
    return set(wanted, context)
  },
  update: (wanted, { ref }, context) => (wanted.Name === ref ? set(wanted, context) : replacement),
  remove: ({ ref }, { services: { athena } }) => void athena.workGroups.delete(ref),
  // Work groups are on a shelf.
  restore: () => undefined,
})

function set(
  { Name: name, Description: description, State: state = 'ENABLED', WorkGroupConfiguration }: Properties,
  { services: { athena } }: ResourceContext<{ readonly athena: Athena }>,
) {
  const createdAtMs = athena.workGroups.get(name)?.createdAtMs ?? athena.nowMs
  athena.workGroups.set(name, { ...workGroup({ name, description, createdAtMs }, WorkGroupConfiguration), state })
  return { ref: name, attributes: { CreationTime: String(createdAtMs / 1000) } }
}
