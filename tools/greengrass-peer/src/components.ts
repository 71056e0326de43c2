import { notFound } from './ipc-error.ts'

/** A component as it is declared: its name, and its configuration, in which `accessControl` says what it may do. */
export interface ComponentDeclaration {
  readonly name: string
  readonly configuration?: Configuration
}

export type Configuration = Readonly<Record<string, unknown>>

interface Component {
  readonly name: string
  readonly token: string
  configuration: Configuration
  readonly states: string[]
  readonly watchers: Set<(keyPath: readonly string[]) => void>
}

/** The components of a core device: who they are, how they are configured, and what they said of themselves. */
export class Components {
  readonly #components: readonly Component[]

  constructor(declared: readonly ComponentDeclaration[]) {
    this.#components = declared.map(({ name, configuration = {} }, index) => ({
      name, token: `TOKEN${String(index).padStart(11, '0')}`, configuration, states: [], watchers: new Set(),
    }))
  }

  byToken(token: string): string | undefined {
    return this.#components.find((component) => component.token === token)?.name
  }

  /** Throws a `ResourceNotFoundError` for one that is not there. */
  of(name: string): Component {
    const component = this.#components.find((one) => one.name === name)
    if (component === undefined) throw notFound(`Component ${name} not found`, 'component', name)
    return component
  }

  /** Gives a component another configuration, and tells those who watch it which keys changed. */
  configure(name: string, configuration: Configuration): void {
    const component = this.of(name)
    const before = component.configuration
    component.configuration = configuration
    const keys = new Set([...Object.keys(before), ...Object.keys(configuration)])
    for (const key of keys) {
      if (JSON.stringify(before[key]) === JSON.stringify(configuration[key])) continue
      for (const watcher of component.watchers) watcher([key])
    }
  }
}

/** One configuration with another merged into it: objects by their keys, all else whole, as a deployment does it. */
export function mergeConfiguration(into: Configuration, patch: Configuration): Configuration {
  const merged: Record<string, unknown> = { ...into }
  for (const [key, value] of Object.entries(patch)) {
    const before = merged[key]
    merged[key] = isObject(before) && isObject(value) ? mergeConfiguration(before, value) : value
  }
  return merged
}

const isObject = (value: unknown): value is Configuration => typeof value === 'object' && value !== null && !Array.isArray(value)
