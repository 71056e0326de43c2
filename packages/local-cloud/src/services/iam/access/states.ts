import type { AccessTable } from './asked.ts'

const ofMachine = new Set(['StartExecution', 'StartSyncExecution', 'ListExecutions', 'DescribeStateMachine'])
const ofExecution = new Set(['DescribeExecution', 'StopExecution'])

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html */
export const statesAccess: AccessTable = ({ operation, input }) => {
  if (operation === 'ListStateMachines') return [{ action: 'states:ListStateMachines', resource: '*' }]
  if (ofMachine.has(operation)) return [{ action: `states:${operation}`, resource: String(input['stateMachineArn']) }]
  return ofExecution.has(operation) ? [{ action: `states:${operation}`, resource: String(input['executionArn']) }] : undefined
}
