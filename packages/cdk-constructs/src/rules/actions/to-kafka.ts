import { acknowledgeWildcard } from '../../acknowledgements/acknowledge.ts'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IVpc, ISecurityGroup, SubnetSelection } from 'aws-cdk-lib/aws-ec2'
import { CfnTopicRuleDestination } from 'aws-cdk-lib/aws-iot'
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { propertyProblems } from './kafka-properties.ts'
import { ruleAction, type RuleAction } from '../rule-action.ts'

/** What is used of a VPC: `IVpc` with less in it fits programs with `exactOptionalPropertyTypes`, too. */
export type TargetVpc = Pick<IVpc, 'selectSubnets' | 'vpcId'>

export interface VpcDestinationProps {
  readonly vpc: TargetVpc
  /** @default - private subnets with a way out */
  readonly subnets?: SubnetSelection
  /** @default - the VPC's own */
  readonly securityGroups?: readonly ISecurityGroup[]
}

/**
 * A VPC that rules can reach, for Kafka clusters in it.
 *
 * @example
 * const destination = new VpcDestination(this, 'Vpc', { vpc })
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT * FROM 'keg/+/pours'",
 *   actions: [toKafka(destination, { topic: 'pours', clientProperties: { 'bootstrap.servers': 'b-1.kafka.example:9092' } })],
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/vpc-rule-action.html
 */
export class VpcDestination extends Construct {
  readonly destinationArn: string

  constructor(scope: Construct, id: string, { vpc, subnets, securityGroups }: VpcDestinationProps) {
    super(scope, id)
    // No condition on who asks: AWS does not say that it sends aws:SourceArn for network interfaces, and without it nobody could assume the
    // role.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
    // What the page asks for; these calls know no resources of their own before they made them.
    role.addToPolicy(new PolicyStatement({
      actions: [
        'ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterface',
        'ec2:DescribeSubnets', 'ec2:DescribeVpcs', 'ec2:DescribeVpcAttribute', 'ec2:DescribeSecurityGroups',
      ],
      resources: ['*'],
    }))
    acknowledgeWildcard(role, '*', 'EC2 gives network interfaces their names as it makes them')
    const destination = new CfnTopicRuleDestination(this, 'Destination', {
      vpcProperties: {
        vpcId: vpc.vpcId, subnetIds: vpc.selectSubnets(subnets).subnetIds, roleArn: role.roleArn,
        ...(securityGroups && { securityGroups: securityGroups.map(({ securityGroupId }) => securityGroupId) }),
      },
    })
    destination.node.addDependency(role)
    this.destinationArn = destination.attrArn
  }
}

export interface ToKafkaProps {
  /** May hold `${…}`. */
  readonly topic: string
  /** Kafka's own: `bootstrap.servers`, `security.protocol`, `ssl.keystore` and so on; values may hold `${get_secret(…)}`, as secrets do. */
  readonly clientProperties: Readonly<Record<string, string>>
  /** What `get_secret` in the properties reads. @default - none */
  readonly secrets?: readonly Pick<ISecret, 'grantRead'>[]
  /** May hold `${…}`. @default - none */
  readonly key?: string
  /** May hold `${…}`. @default - Kafka chooses */
  readonly partition?: string
  /** May hold `${…}`; text only. @default - none */
  readonly headers?: readonly { readonly key: string; readonly value: string }[]
}

/**
 * Writes what the rule selected to a topic of a Kafka cluster in a VPC: Amazon MSK, but not serverless, or one of your own. `keg run`
 * names it as not emulated.
 *
 * @example
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT * FROM 'keg/+/pours'",
 *   actions: [toKafka(vpcDestination, { topic: 'pours', clientProperties: { 'bootstrap.servers': 'b-1.kafka.example:9092' } })],
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export const toKafka = (
  destination: Pick<VpcDestination, 'destinationArn'>, { topic, clientProperties, secrets = [], key, partition, headers }: ToKafkaProps,
): RuleAction =>
  ruleAction('kafka', {}, ({ role, template, refuse, warn }) => {
    if (clientProperties['bootstrap.servers'] === undefined)
      refuse('kafka.clientProperties', 'bootstrap.servers is missing: the brokers, host:port, with commas')
    for (const { severity, name, message } of propertyProblems(clientProperties)) {
      if (severity === 'error') refuse(`kafka.clientProperties["${name}"]`, message)
      else warn(`kafka.clientProperties["${name}"]`, 'kafka-secret', message)
    }
    for (const secret of secrets) secret.grantRead(role)
    for (const [name, value] of Object.entries(clientProperties)) template(`kafka.clientProperties["${name}"]`, value)
    headers?.forEach((header, index) => {
      template(`kafka.headers[${index}].key`, header.key)
      template(`kafka.headers[${index}].value`, header.value)
    })
    return {
      kafka: {
        destinationArn: destination.destinationArn, topic: template('kafka.topic', topic), clientProperties: { ...clientProperties },
        ...(key === undefined ? {} : { key: template('kafka.key', key) }),
        ...(partition === undefined ? {} : { partition: template('kafka.partition', partition, { number: true }) }),
        ...(headers && { headers: headers.map((header) => ({ key: header.key, value: header.value })) }),
      },
    }
  })
