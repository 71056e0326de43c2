import { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'
import { asResource } from '../substitution.ts'
import { acknowledgeWildcard } from '../../acknowledgements/acknowledge.ts'

/** The properties of MQTT 5 that a message is published with; all may hold `${…}`. */
export interface MqttHeaders {
  /** @default - none */
  readonly contentType?: string
  /** In base64. @default - none */
  readonly correlationData?: string
  /** Seconds, from 0. @default - the message does not expire */
  readonly messageExpiry?: string
  /** `UTF8_DATA` or `UNSPECIFIED_BYTES`. @default - none */
  readonly payloadFormatIndicator?: string
  /** @default - none */
  readonly responseTopic?: string
  /** In order; a name may be there more than once. @default - none */
  readonly userProperties?: readonly { readonly key: string; readonly value: string }[]
}

export interface ToTopicProps extends ActionProps {
  /** @default 1 */
  readonly qos?: 0 | 1
  /** @default - none */
  readonly headers?: MqttHeaders
}

/**
 * Publishes what the rule selected to another topic, which may hold `${…}`. A reserved topic is written with `$$`.
 *
 * @example toTopic('keg/${topic(3)}/state')
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/republish-rule-action.html
 */
export const toTopic = (topic: string, { qos = 1, headers, ...props }: ToTopicProps = {}): RuleAction =>
  ruleAction('republish', props, ({ scope, role, template }) => {
    const resourceName = asResource(topic).replace(/^\$\$/, '$')
    const resource = Stack.of(scope).formatArn({ service: 'iot', resource: 'topic', resourceName })
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['iot:Publish'], resources: [resource] }))
    acknowledgeWildcard(role, resource, 'the message says which topic it goes to')
    const { userProperties, ...texts } = headers ?? {}
    for (const [name, text] of Object.entries(texts)) template(`republish.headers.${name}`, text, { number: name === 'messageExpiry' })
    userProperties?.forEach(({ key, value }, index) => {
      template(`republish.headers.userProperties[${index}].key`, key)
      template(`republish.headers.userProperties[${index}].value`, value)
    })
    return {
      republish: {
        topic: template('republish.topic', topic, { republishTopic: true }), qos, roleArn: role.roleArn,
        ...(headers === undefined ? {} : { headers: { ...texts, ...(userProperties && { userProperties: [...userProperties] }) } }),
      },
    }
  })
