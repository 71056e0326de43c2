import type { StateMachine } from '../step-functions.ts'
import { operation } from './operation.ts'

export const describeStateMachine = operation('DescribeStateMachine', ({ stateMachineArn }, functions) => {
  const machine = functions.machine(stateMachineArn)
  return { ...listed(machine), status: 'ACTIVE', definition: machine.text, roleArn: machine.roleArn }
})

export const listStateMachines = operation('ListStateMachines', (_, functions) => ({ stateMachines: functions.machines().map(listed) }))

const listed = ({ arn, name, type, createdAtMs }: StateMachine) => ({ stateMachineArn: arn, name, type, creationDate: createdAtMs / 1000 })
