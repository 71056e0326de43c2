import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IDomain } from 'aws-cdk-lib/aws-opensearchservice'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'

/** All may hold `${…}`. */
export interface ToOpenSearchProps extends ActionProps {
  readonly index: string
  /** The document's id: one that is there is written over. */
  readonly id: string
  /** @default '_doc' */
  readonly type?: string
}

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/opensearch-rule-action.html */
export const toOpenSearch = (domain: IDomain, { index, id, type = '_doc', ...props }: ToOpenSearchProps): RuleAction =>
  ruleAction('openSearch', props, ({ role, template }) => {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['es:ESHttpPut'], resources: [`${domain.domainArn}/*`] }))
    return {
      openSearch: {
        endpoint: `https://${domain.domainEndpoint}`, roleArn: role.roleArn,
        index: template('openSearch.index', index), id: template('openSearch.id', id), type: template('openSearch.type', type),
      },
    }
  })
