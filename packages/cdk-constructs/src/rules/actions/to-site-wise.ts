import { isTemplate } from '../substitution.ts'
import { acknowledgeWildcard } from '../../acknowledgements/acknowledge.ts'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Stack } from 'aws-cdk-lib'
import { ruleAction, type ActionProps, type RuleAction, type TemplateOptions } from '../rule-action.ts'

/** A value of an asset's property; texts may hold `${…}`. */
export interface SiteWiseValue {
  readonly value: { readonly double: string } | { readonly integer: string } | { readonly boolean: string } | { readonly string: string }
  readonly timeInSeconds: string
  /** @default - none */
  readonly offsetInNanos?: string
  /** `GOOD`, `BAD`, `UNCERTAIN`. @default - GOOD */
  readonly quality?: string
}

/** The property by its alias, or by the ids of the asset and of the property. */
export type SiteWiseEntry = ({ readonly propertyAlias: string } | { readonly assetId: string; readonly propertyId: string }) & {
  /** @default - none */
  readonly entryId?: string
  readonly values: readonly SiteWiseValue[]
}

/**
 * Writes values into properties of assets of AWS IoT SiteWise. `keg run` names it as not emulated.
 *
 * @example
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT * FROM 'keg/+/pours'",
 *   actions: [toSiteWise([{
 *     propertyAlias: '/kegs/${topic(2)}/celsius',
 *     values: [{ value: { double: '${celsius}' }, timeInSeconds: '${floor(timestamp() / 1E3)}' }],
 *   }])],
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iotsitewise-rule-action.html
 */
export const toSiteWise = (entries: readonly SiteWiseEntry[], props: ActionProps = {}): RuleAction =>
  ruleAction('iotSiteWise', props, ({ scope, role, template }) => {
    const asset = (id: string) => Stack.of(scope).formatArn({ service: 'iotsitewise', resource: 'asset', resourceName: id })
    const timeSeries = () => Stack.of(scope).formatArn({ service: 'iotsitewise', resource: 'time-series', resourceName: '*' })
    const resources = entries.map((entry) =>
      ('assetId' in entry && !isTemplate(entry.assetId) ? asset(entry.assetId) : 'assetId' in entry ? asset('*') : timeSeries()))
    role.addToPrincipalPolicy(new PolicyStatement({
      actions: ['iotsitewise:BatchPutAssetPropertyValue'], resources: [...new Set(resources)],
    }))
    for (const resource of resources) acknowledgeWildcard(role, resource, 'the message says which asset or series it is about')
    return {
      iotSiteWise: {
        roleArn: role.roleArn,
        putAssetPropertyValueEntries: entries.map(({ values, ...entry }, index) => {
          const at = `iotSiteWise.putAssetPropertyValueEntries[${index}]`
          for (const [name, text] of Object.entries(entry)) template(`${at}.${name}`, text)
          return {
            ...entry,
            propertyValues: values.map((value, place) => valueOf(value, (name, text, options) =>
              template(`${at}.propertyValues[${place}].${name}`, text, options))),
          }
        }),
      },
    }
  })

function valueOf(
  { value, timeInSeconds, offsetInNanos, quality }: SiteWiseValue,
  template: (name: string, text: string, options?: TemplateOptions) => string,
) {
  const [[kind, text] = ['string', '']] = Object.entries(value)
  return {
    value: { [`${kind}Value`]: template(`value.${kind}Value`, text, { number: kind === 'double' || kind === 'integer' }) },
    timestamp: {
      timeInSeconds: template('timestamp.timeInSeconds', timeInSeconds, { number: true }),
      ...(offsetInNanos === undefined ? {} : { offsetInNanos: template('timestamp.offsetInNanos', offsetInNanos, { number: true }) }),
    },
    ...(quality === undefined ? {} : { quality: template('quality', quality) }),
  }
}
