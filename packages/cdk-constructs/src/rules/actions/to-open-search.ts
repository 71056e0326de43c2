import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IDomain } from 'aws-cdk-lib/aws-opensearchservice'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'
import { acknowledgeWildcard } from '../../acknowledgements/acknowledge.ts'

/** All may hold `${…}`. */
export interface ToOpenSearchProps extends ActionProps {
  readonly index: string
  /** The document's id: one that is there is written over. */
  readonly id: string
  /** @default '_doc' */
  readonly type?: string
}

/**
 * Writes the message as a document of an OpenSearch index.
 *
 * @example
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT * FROM 'keg/+/pours'",
 *   actions: [toOpenSearch(domain, { index: 'pours', id: '${newuuid()}' })],
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/opensearch-rule-action.html
 */
export const toOpenSearch = (domain: IDomain, { index, id, type = '_doc', ...props }: ToOpenSearchProps): RuleAction =>
  ruleAction('openSearch', props, ({ role, template }) => {
    const resource = `${domain.domainArn}/*`
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['es:ESHttpPut'], resources: [resource] }))
    acknowledgeWildcard(role, resource, 'the message says which document it is')
    return {
      openSearch: {
        endpoint: `https://${domain.domainEndpoint}`, roleArn: role.roleArn,
        index: template('openSearch.index', index), id: template('openSearch.id', id), type: template('openSearch.type', type),
      },
    }
  })
