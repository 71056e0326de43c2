import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { ArnFormat, Stack } from 'aws-cdk-lib'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'

export interface ToStepFunctionsProps extends ActionProps {
  /** What the name of an execution begins with, before a UUID. @default - the UUID alone */
  readonly executionNamePrefix?: string
}

/**
 * Starts an execution of a state machine with the message as its input.
 *
 * @example
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT * FROM 'keg/+/pours'",
 *   actions: [toStepFunctions(stateMachine, { executionNamePrefix: 'swap-' })],
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/stepfunctions-rule-action.html
 */
export const toStepFunctions = (stateMachine: IStateMachine, { executionNamePrefix, ...props }: ToStepFunctionsProps = {}): RuleAction =>
  ruleAction('stepFunctions', props, ({ role }) => {
    stateMachine.grantStartExecution(role)
    const { resourceName = '' } = Stack.of(stateMachine).splitArn(stateMachine.stateMachineArn, ArnFormat.COLON_RESOURCE_NAME)
    return { stepFunctions: {
      stateMachineName: resourceName, roleArn: role.roleArn, ...(executionNamePrefix === undefined ? {} : { executionNamePrefix }),
    } }
  })
