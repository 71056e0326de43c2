import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { acknowledgeWildcard } from '../acknowledgements/acknowledge.ts'

/** What a rule's SQL looks up: a thing of the registry or its groups (`get_registry_data`), or its shadow (`get_thing_shadow`). */
export type Lookup = 'thing' | 'groups' | 'shadow'

/** What {@link RuleLookups} take. */
export interface RuleLookupsProps {
  readonly lookups: readonly Lookup[]
}

const actions: Readonly<Record<Lookup, string>> = {
  thing: 'iot:DescribeThing', groups: 'iot:ListThingGroupsForThing', shadow: 'iot:GetThingShadow',
}

/**
 * The role with which a rule's SQL looks things up.
 *
 * @example
 * const { roleArn } = new RuleLookups(this, 'Lookups', { lookups: ['shadow'] })
 * new TopicRule(this, 'Rule', { sql: `SELECT get_thing_shadow(topic(3), '${roleArn}') AS shadow FROM 'keg/+/+/ask'` })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html#iot-sql-function-get-thing-shadow
 */
export class RuleLookups extends Construct {
  readonly role: Role
  readonly roleArn: string

  constructor(scope: Construct, id: string, { lookups }: RuleLookupsProps) {
    super(scope, id)
    // No condition on who asks: AWS does not say that it sends aws:SourceArn for functions of SQL, and without it nobody could assume the
    // role.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
    this.roleArn = this.role.roleArn
    const things = Stack.of(this).formatArn({ service: 'iot', resource: 'thing', resourceName: '*' })
    this.role.addToPolicy(new PolicyStatement({ actions: lookups.map((lookup) => actions[lookup]), resources: [things] }))
    acknowledgeWildcard(this.role, things, 'the message says which thing is looked up')
    if (lookups.length === 0)
      this.node.addValidation({ validate: () => ['lookups: there is none; name what the SQL looks up: thing, groups, shadow'] })
  }
}
