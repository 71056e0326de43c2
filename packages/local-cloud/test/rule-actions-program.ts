/**
 * Runs an assembly on a machine that has no package of the AWS SDK, and prints what each of the given actions answers to a message.
 * Arguments: the assembly, and the actions as JSON.
 */
import { registerHooks } from 'node:module'

registerHooks({
  resolve(name, context, next) {
    if (name.startsWith('@aws-sdk/')) throw new Error(`${name} was asked for by ${context.parentURL ?? 'nobody'}.`)
    return next(name, context)
  },
})

const { runAssembly } = await import('../src/index.ts')
const [, , directory = '', list = '[]'] = process.argv
const actions = JSON.parse(list) as object[]
await using cloud = await runAssembly(directory)
for (const [index, action] of actions.entries()) {
  const topicRulePayload = { sql: "SELECT * FROM 'pours'", awsIotSqlVersion: '2016-03-23', actions: [action] }
  await cloud.iot.call('CreateTopicRule', { ruleName: `rule_${index}`, topicRulePayload })
}
const { rules } = await cloud.iot.why('pours', '{"id":"without","n":1}')
const answers = rules.flatMap((rule) => (rule.verdict === 'matched' ? rule.actions : []))
console.log(JSON.stringify(answers.map(({ action, answer, error }) => [action, error ?? answer])))
