import { action, delivery, LastingFailure, type ActionInput, type ActionSetup } from './action.ts'
import { render } from './templates.ts'

/** One text for the message, or one for each element that the rule put out. */
type Rendered = string | readonly string[]

/**
 * Renders what the action would write with, for a function to take; there is no InfluxDB behind it.
 * `tableName` and a tag with `@{…}` are arrays, a text for each element of the output.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/influxdb-rule-action.html
 */
export const influxDBAction = action('influxDB', (config, setup) => {
  const table = compileField(config.tableName, setup)
  const tags = Object.entries(config.tags ?? {}).map(([name, text]) => ({ name, rendered: compileField(text, setup) }))
  return delivery('influxDB', { resource: config.destinationArn }, async (input) => {
    const tableName = await table(input)
    const pairs = await Promise.all(tags.map(async ({ name, rendered }) => [name, await rendered(input)] as const))
    return {
      config: { ...config, tableName, ...(config.tags !== undefined && { tags: Object.fromEntries(pairs) }) }, payload: input.payload,
    }
  })
})

function compileField(text: string, setup: ActionSetup): (input: ActionInput) => Promise<Rendered> {
  // An error action runs once for the message.
  const template = setup.template(text, { perElement: !setup.isErrorAction })
  const { renderEach } = template
  if (renderEach === undefined) return (input) => render(template, input)
  return async ({ output }) => {
    const rendered = renderEach(output)
    if (rendered.kind === 'failed') throw new LastingFailure(`A substitution template failed: ${rendered.message}`)
    return rendered.texts
  }
}
