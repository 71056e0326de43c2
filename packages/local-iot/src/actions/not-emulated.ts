import type { Action } from '../model/model.generated.ts'
import { delivery, type ActionInput, type ActionKind, type ActionSetup } from './action.ts'
import { render } from './templates.ts'

/** Fields that are no templates, by AWS's pages of these actions. */
const PLAIN = new Set(['roleArn', 'destinationArn', 'unit', 'timestampUnit'])

type NotEmulated = 'kafka' | 'timestream' | 'location' | 'iotSiteWise' | 'iotEvents' | 'iotAnalytics'

/**
 * An action whose configuration is checked and whose templates are rendered, for a function to take; there is no service behind it.
 * `resource` is the field that names what it writes to, where one does.
 */
export const notEmulated = <Name extends NotEmulated>(name: Name, resource?: string): ActionKind<Name> => ({
  name,
  prepare: (config: NonNullable<Action[Name]>, setup) => {
    const rendered = compileTexts(config, setup)
    // A text, by the service model.
    const named = resource === undefined ? undefined : (config as unknown as Readonly<Record<string, string | undefined>>)[resource]
    return delivery(name, { resource: named ?? name }, async (input) => ({ config: await rendered(input), payload: input.payload }))
  },
})

/** Compiles every text in a configuration, however deep. */
function compileTexts(value: unknown, setup: ActionSetup): (input: ActionInput) => Promise<unknown> {
  if (typeof value === 'string') {
    const template = setup.template(value)
    return (input) => render(template, input)
  }
  if (typeof value !== 'object' || value === null) return () => Promise.resolve(value)
  const entries = Object.entries(value).map(([name, member]: [string, unknown]) => {
    const rendered = PLAIN.has(name) ? () => Promise.resolve(member) : compileTexts(member, setup)
    return { name, rendered }
  })
  return async (input) => {
    const members = await Promise.all(entries.map(async ({ name, rendered }) => [name, await rendered(input)] as const))
    return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members)
  }
}
