import { machineOfToken } from './task-token.ts'
import type { AccessTable } from '../../ground/access.ts'

const ofMachine = new Set(['StartExecution', 'StartSyncExecution', 'ListExecutions', 'DescribeStateMachine'])
const ofExecution = new Set(['DescribeExecution', 'StopExecution'])
const ofTask = new Set(['SendTaskSuccess', 'SendTaskFailure', 'SendTaskHeartbeat'])

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html */
export const statesAccess: AccessTable = ({ operation, input }) => {
  if (operation === 'ListStateMachines') return [{ action: 'states:ListStateMachines', resource: '*' }]
  if (ofMachine.has(operation)) return [{ action: `states:${operation}`, resource: String(input['stateMachineArn']) }]
  if (ofTask.has(operation)) {
    // What is no token is of no machine: the call itself refuses it.
    const machine = machineOfToken(String(input['taskToken']))
    return machine === undefined ? [] : [{ action: `states:${operation}`, resource: machine }]
  }
  return ofExecution.has(operation) ? [{ action: `states:${operation}`, resource: String(input['executionArn']) }] : undefined
}
