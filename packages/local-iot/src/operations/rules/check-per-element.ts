import type { TopicRulePayload } from '../../model/model.generated.ts'
import { sqlParse } from '../../errors/service-exception.ts'

const MARK = '@{'
/** The places of an action that may hold `@{…}`. */
const ALLOWED = /^influxDB\.(?:tableName|tags\.[^]*)$/

/**
 * Refuses a rule with `@{…}` anywhere but in `tableName` and the tag values of an InfluxDB action.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-substitution-templates.html#iot-array-payload-shorthand
 */
export function checkPerElement({ actions, errorAction }: Pick<TopicRulePayload, 'actions' | 'errorAction'>): void {
  for (const action of actions) look(action, [], (path) => ALLOWED.test(path))
  look(errorAction, [], () => false)
}

function look(value: unknown, path: readonly string[], allowed: (path: string) => boolean): void {
  if (typeof value === 'string') {
    if (value.includes(MARK) && !allowed(path.join('.'))) throw refused(`"${value}" in ${path.join('.')}`)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) {
    if (name.includes(MARK)) throw refused(`the key "${name}"`)
    look(member, [...path, name], allowed)
  }
}

const refused = (what: string) =>
  sqlParse(`@{…} stands only in tableName and tag values of an influxDB action that is no error action, not in ${what}.`)
