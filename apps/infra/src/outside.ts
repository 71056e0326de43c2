import { Domain, type IDomain } from 'aws-cdk-lib/aws-opensearchservice'
import { Secret, type ISecret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Action, Flow } from '@keg/flows'
import type { Construct } from 'constructs'
import type { StageContext } from './context.ts'

/** What a stage uses that others have made; absent = it has none. */
export interface Outside {
  /** Where alerts are found by any word of theirs. */
  readonly search?: IDomain
  /** Where cases are opened: who is let in there, and the field that tells two messages of one case. */
  readonly sales?: { readonly secret: ISecret; readonly idField: string }
}

const DEFAULT_ID_FIELD = 'KegCase__c'

/** What the context names. */
export function outsideOf(
  scope: Construct,
  { searchEndpoint, salesforceSecret, salesforceIdField = DEFAULT_ID_FIELD }: Pick<StageContext, 'searchEndpoint'
    | 'salesforceSecret'
    | 'salesforceIdField'>,
): Outside {
  return {
    ...(searchEndpoint === undefined ? {} : { search: Domain.fromDomainEndpoint(scope, 'Search', searchEndpoint) }),
    ...(salesforceSecret === undefined
      ? {}
      : { sales: { secret: Secret.fromSecretCompleteArn(scope, 'Salesforce', salesforceSecret), idField: salesforceIdField } }),
  }
}

const needs: Partial<Record<Action['kind'], keyof Outside>> = { search: 'search', salesCase: 'sales' }

/** Whether the stage has what the flow leads to; a rule that leads nowhere is not deployed. */
export const isDeployed = ({ actions }: Pick<Flow, 'actions'>, outside: Outside): boolean =>
  actions.some(({ kind }) => {
    const need = needs[kind]
    return need === undefined || outside[need] !== undefined
  })
