import { syntaxError } from './token.ts'

/** Plain text around the one field of each element: `before@{a.b}after`. */
export interface ElementTemplate {
  readonly before: string
  readonly path: readonly string[]
  readonly after: string
}

const MARK = '@{'
const FIELD = /\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*\}/y
const MAX_LEVELS = 250

/** Where `@{` stands in a text, `undefined` where it does not. */
export function elementMark(text: string): number | undefined {
  const at = text.indexOf(MARK)
  return at < 0 ? undefined : at
}

/**
 * Parses a value of the InfluxDB action that is rendered once for each element; `undefined` for one without `@{`. Throws RuleError.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-substitution-templates.html#iot-array-payload-shorthand
 */
export function parseElementTemplate(text: string): ElementTemplate | undefined {
  const at = elementMark(text)
  if (at === undefined) return undefined
  const second = text.indexOf(MARK, at + MARK.length)
  if (second >= 0) throw syntaxError(text, second, 'A value has one @{…} at most.')
  const expression = text.indexOf('${')
  if (expression >= 0) throw syntaxError(text, expression, 'A value has either @{…} or ${…}, not both.')
  FIELD.lastIndex = at + MARK.length
  const path = FIELD.exec(text)?.[1]?.split('.')
  if (path === undefined) {
    throw syntaxError(
      text, at + MARK.length, '@{…} takes one field by its path, as @{room} or @{meta.sensor_id}: no functions, operators or literals.',
    )
  }
  if (path.length > MAX_LEVELS) throw syntaxError(text, at, `More than ${MAX_LEVELS} members in one path.`)
  return { before: text.slice(0, at), path, after: text.slice(FIELD.lastIndex) }
}
