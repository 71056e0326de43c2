import { action, delivery } from './action.ts'
import { fields } from './templates.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/stepfunctions-rule-action.html */
export const stepFunctionsAction = action('stepFunctions', ({ roleArn, stateMachineName, executionNamePrefix }, setup) => {
  const rendered = fields({ roleArn, stateMachineName, executionNamePrefix }, setup)
  return delivery('stepFunctions', { resource: stateMachineName, roleArn }, async (input, { newId }) => {
    const { stateMachineName: machine, executionNamePrefix: prefix } = await rendered(input)
    return {
      stateMachineArn: setup.arn('states', `stateMachine:${machine}`),
      ...(prefix === undefined ? {} : { name: `${prefix}${newId()}` }),
      input: Buffer.from(input.payload).toString(),
    }
  })
})
