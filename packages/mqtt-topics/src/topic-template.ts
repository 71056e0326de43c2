import { TopicError } from './topic-error.ts'

type ParameterNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | ParameterNames<Rest> : never

/** The values of a template's parameters, by name: `{ siteId: string; kegId: string }` for `keg/{siteId}/{kegId}/pours`. */
export type TopicParameters<Text extends string> = Record<ParameterNames<Text>, string>

/** A topic with named levels; see {@link topicTemplate}. */
export interface TopicTemplate<Text extends string = string> {
  /** The template as written. */
  readonly text: Text
  /** The topic for these values. Throws {@link TopicError} when a value is empty or holds `/`, `+`, `#` or NUL. */
  format(parameters: TopicParameters<Text>): string
  /** The values of the named levels in `topic`, or `undefined` when the topic is not of this shape. */
  parse(topic: string): TopicParameters<Text> | undefined
  /** The filter that matches all topics of this shape; a value given fixes its level. */
  filter(parameters?: Partial<TopicParameters<Text>>): string
}

/**
 * A topic with named levels: one text from which publishing, parsing and subscribing all follow. A `{name}` is one whole level.
 *
 * @example topicTemplate('keg/{siteId}/{kegId}/pours').parse('keg/berlin/k-1/pours')  // { siteId: 'berlin', kegId: 'k-1' }
 */
export function topicTemplate<const Text extends string>(text: Text): TopicTemplate<Text> {
  const levels = text.split('/').map((level) => ({ level, parameter: /^\{(\w+)\}$/.exec(level)?.[1] }))
  const fill = (value: (name: string) => string) =>
    levels.map(({ level, parameter }) => (parameter === undefined ? level : value(parameter))).join('/')
  const checked = (name: string, value: string | undefined) => {
    if (value === undefined || value === '' || /[/+#\0]/.test(value)) {
      throw new TopicError(
        'BAD_PARAMETER', `{${name}} is one topic level, not empty, without "/", "+" or "#"; got ${JSON.stringify(value)}.`, text,
      )
    }
    return value
  }
  return {
    text,
    format: (parameters: Record<string, string>) => fill((name) => checked(name, parameters[name])),
    filter: (parameters: Record<string, string | undefined> = {}) =>
      fill((name) => (parameters[name] === undefined ? '+' : checked(name, parameters[name]))),
    parse(topic) {
      const actual = topic.split('/')
      if (actual.length !== levels.length) return undefined
      const values: Record<string, string> = {}
      for (const [index, { level, parameter }] of levels.entries()) {
        const value = actual[index] ?? ''
        if (parameter === undefined ? value !== level : value === '') return undefined
        if (parameter !== undefined) values[parameter] = value
      }
      // The loop above set one value for every name in the template's type.
      return values as TopicParameters<Text>
    },
  }
}
