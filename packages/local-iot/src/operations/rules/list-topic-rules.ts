import { operation } from '../operation.ts'
import { page } from '../page.ts'

export const listTopicRules = operation('ListTopicRules', ({ topic, ruleDisabled, nextToken, maxResults }, { state }) => {
  const filterOf = (sql: string) => /\bFROM\s+'([^']*)'/i.exec(sql)?.[1]
  const rules = [...state.rules.values()]
    .filter(({ payload }) => topic === undefined || filterOf(payload.sql) === topic)
    .filter(({ payload }) => ruleDisabled === undefined || (payload.ruleDisabled ?? false) === ruleDisabled)
  const { items, nextToken: next } = page(rules, ({ ruleName }) => ruleName, nextToken, maxResults ?? 100)
  return {
    rules: items.map(({ ruleName, payload, createdAtMs }) => ({
      ruleArn: state.arn(`rule/${ruleName}`), ruleName, topicPattern: filterOf(payload.sql), createdAt: new Date(createdAtMs),
      ruleDisabled: payload.ruleDisabled ?? false,
    })),
    nextToken: next,
  }
})
